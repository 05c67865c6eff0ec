namespace Docs.Tests.Blocks;

/// <summary>A fenced block of C# on a page.</summary>
/// <param name="Page">The page, from the repository's root.</param>
/// <param name="Line">The line of the fence, from 1.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Code">What stands in it.</param>
/// <param name="Remarks">The comments before the fence: <c>with</c>, <c>within</c>, <c>run</c>, <c>excerpt of</c>, <c>brings</c>.</param>
public sealed record CodeBlock(string Page, int Line, string Heading, string Code, IReadOnlyDictionary<string, string> Remarks)
{
    public static readonly IReadOnlyList<string> KnownRemarks = ["with", "within", "run", "excerpt of", "brings"];

    public string Name => $"{Page}:{Line}";

    public bool IsExcerpt => Remarks.ContainsKey("excerpt of");

    /// <summary>Whether it shows what not to write.</summary>
    public bool IsWrong => Remarks.ContainsKey("brings") || (Page.StartsWith("docs/diagnostics/GAN", StringComparison.Ordinal) && Heading == "Example");

    /// <summary>The diagnostic that it brings about, or that its page is about.</summary>
    public string DiagnosticId => Remarks.TryGetValue("brings", out var id) ? id : Path.GetFileNameWithoutExtension(Page);

    public override string ToString() => Name;
}
