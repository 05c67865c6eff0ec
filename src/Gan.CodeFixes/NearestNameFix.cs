using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Writes the nearest known name for an unknown one, inside the formula's string.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestNameFix)), Shared]
public sealed class NearestNameFix : TextFixProvider
{
    private const string Key = "Use the nearest name";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UnknownName.Id, Descriptors.UnknownFunction.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (diagnostic.Properties.TryGetValue(ObjectiveAnalyzer.Suggestion, out var name) && name is not null
            && FormulaInSource.IsWithinLiteral(diagnostic.Location.SourceSpan, source.Root))
        {
            yield return new($"Use '{name}'", Key, [new TextChange(diagnostic.Location.SourceSpan, name)]);
        }
    }
}
