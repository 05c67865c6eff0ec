namespace Gan.Experiments;

/// <summary>A checkpoint that could not be used.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">What is wrong, in a sentence that names the file.</param>
public sealed record DamagedCheckpoint(string Path, string Reason);
