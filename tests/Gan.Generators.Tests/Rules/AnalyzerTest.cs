using System.Collections.Immutable;
using Gan.Generators.Analyzers;
using Gan.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Tests.Rules;

/// <summary>Runs the analyzer on sources with marks: what it reports, at which characters, must be what is marked, no more and no less.</summary>
public static class AnalyzerTest
{
    /// <summary>The messages of what was found, in the order of the source.</summary>
    public static IReadOnlyList<string> Verify(params string[] markups) => Verify(null, markups);

    /// <summary>The same with one more analyzer.</summary>
    internal static IReadOnlyList<string> Verify(DiagnosticAnalyzer? also, params string[] markups)
    {
        var sources = markups.Select(Markup.Read).ToArray();
        var found = Analyze([.. sources.Select(static source => source.Text)], also: also);
        AssertSame(sources.SelectMany(static source => source.Expected), found, [.. sources.Select(static source => source.Text)]);
        return [.. found.Select(static diagnostic => diagnostic.GetMessage())];
    }

    /// <summary>
    /// What the analyzer reports of the sources and what is generated for them, in the order of the source.
    /// Both together must be right C#: a mistake has the analyzer's message, and none of the compiler's own.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Analyze(IReadOnlyList<string> sources, string? editorConfig = null, DiagnosticAnalyzer? also = null)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        if (editorConfig is not null)
            options = options.WithSyntaxTreeOptionsProvider(new EditorConfigSeverities(editorConfig));
        var trees = sources.Select(static (source, index) => CSharpSyntaxTree.ParseText(source, path: $"/{index}.cs"))
            .Append(CSharpSyntaxTree.ParseText("global using Gan.Dsl;"));
        var output = GeneratorRun.Of(CSharpCompilation.Create("Tests", trees, GeneratorRun.References, options)).Output;
        Assert.Empty(output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        return [.. output.WithAnalyzers([new ObjectiveAnalyzer(), new BatchNormAnalyzer(), new ExperimentAnalyzer(), .. also is null ? Array.Empty<DiagnosticAnalyzer>() : [also]]).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult()
            .Where(static diagnostic => diagnostic.Id.StartsWith("GAN", StringComparison.Ordinal) || diagnostic.Id.StartsWith("AD", StringComparison.Ordinal))
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    private static void AssertSame(IEnumerable<Marked> expected, IEnumerable<Diagnostic> found, string[] texts)
        => Assert.Equal(
            expected.Select(mark => Show(mark, texts)).Order(StringComparer.Ordinal),
            found.Select(diagnostic => Show(Marked(diagnostic), texts)).Order(StringComparer.Ordinal));

    private static Marked Marked(Diagnostic diagnostic)
    {
        var source = int.Parse(Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree!.FilePath));
        return new(diagnostic.Id, source, diagnostic.Location.SourceSpan);
    }

    private static string Show(Marked mark, string[] texts)
        => $"{mark.Id} in source {mark.Source} at {mark.Span}: {texts[mark.Source].Substring(mark.Span.Start, mark.Span.Length)}";

    private sealed class EditorConfigSeverities(string text) : SyntaxTreeOptionsProvider
    {
        private readonly AnalyzerConfigSet _set = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, "/.editorconfig")));

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => _set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => _set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
