namespace Gan.Experiments;

/// <summary>A row or file that was left out.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Line">The line in it, from 1; null: all of it.</param>
/// <param name="Reason">Why, in words that follow "it".</param>
public sealed record SkippedData(string Path, int? Line, string Reason)
{
    /// <summary>The place, then the reason.</summary>
    public override string ToString() => Line is { } line ? $"{Path}, line {line}: it {Reason}" : $"{Path}: it {Reason}";
}
