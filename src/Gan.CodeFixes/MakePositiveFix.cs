using System.Collections.Immutable;
using System.Composition;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Drops the sign of a weight, target, scale, limit or step: most often it was written for a term that is to be subtracted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePositiveFix)), Shared]
public sealed class MakePositiveFix : TextFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.PenaltyWeight.Id, Descriptors.PenaltyTarget.Id, Descriptors.NoiseScale.Id, Descriptors.ClipLimit.Id, Descriptors.DifferenceStep.Id];

    private protected override IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source)
    {
        if (source.Around<AttributeArgumentSyntax>(diagnostic)?.Expression is PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax number } minus
            && minus.IsKind(SyntaxKind.UnaryMinusExpression)
            && number.Token.Value is not (0 or 0.0 or 0f))
        {
            yield return new("Remove the minus sign", new TextChange(TextSpan.FromBounds(minus.SpanStart, number.SpanStart), ""));
        }
    }
}
