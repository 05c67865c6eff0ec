namespace Gan.Experiments;

/// <summary>Represents a row or file that a data set left out.</summary>
/// <param name="Path">The path of the file or folder.</param>
/// <param name="Line">The number of the line, from 1, or null for the whole file.</param>
/// <param name="Reason">The reason, as a phrase that follows "it".</param>
public sealed record SkippedData(string Path, int? Line, string Reason)
{
    /// <summary>Returns the place and the reason.</summary>
    public override string ToString() => Line is { } line ? $"{Path}, line {line}: it {Reason}" : $"{Path}: it {Reason}";
}
