namespace Gan.Experiments;

/// <summary>Represents a checkpoint that cannot be used.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Reason">The reason, as a sentence that names the file.</param>
public sealed record DamagedCheckpoint(string Path, string Reason);
