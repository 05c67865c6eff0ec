using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Analyzers;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Writes what the diagnostic names in the place of its characters, inside the formula's string: the nearest known name, the name of what is written out, t for D(x).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplacementFix)), Shared]
public sealed class ReplacementFix : TextFixProvider
{
    private const string Key = "Write what the message names";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.UnknownName.Id, Descriptors.UnknownFunction.Id, Descriptors.HasName.Id, Descriptors.SpeaksOfSamples.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (diagnostic.Properties.TryGetValue(ObjectiveAnalyzer.Suggestion, out var text) && text is not null
            && FormulaInSource.IsWithinLiteral(diagnostic.Location.SourceSpan, source.Root))
        {
            yield return new($"Replace with '{text}'", Key, [new TextChange(diagnostic.Location.SourceSpan, text)]);
        }
    }
}
