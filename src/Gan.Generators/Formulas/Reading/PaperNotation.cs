using System.Text;
using Gan.Generators.Formulas.FunctionTable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Formulas.Reading;

/// <summary>Losses as papers write them: of D(x) and D(G(z)), under a mean E[…]. A formula is what is left without either.</summary>
internal static class PaperNotation
{
    private static readonly string[] s_logarithms = ["log", "ln", "log2", "log10", "Log", "Log2", "Log10"];

    /// <summary>Whether this is a call of D, or a mean.</summary>
    public static bool Is(SyntaxNode node) => IsDiscriminator(node) || Averaged(node) is not null;

    /// <summary>The formula to write in the place of such a part: t for D(…), under a logarithm the probability σ(t), and what is averaged for its mean.</summary>
    public static string FormulaFor(SyntaxNode part)
    {
        if (Averaged(part) is not { } averaged)
            return IsUnderLogarithm(part) ? $"{Functions.Sigmoid.Name}({FormulaParser.LogitName})" : FormulaParser.LogitName;
        var formula = Rewritten(averaged);
        return averaged is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ConditionalExpressionSyntax && part.Parent is not null ? $"({formula})" : formula;
    }

    /// <summary>Whether G is called with what is named as a real sample.</summary>
    public static bool GeneratesFromReal(SyntaxNode part) => GeneratorCalls(part).Any(static call => call.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(static name => name.Identifier.ValueText == "x"));

    /// <summary>Whether D is called with what G makes.</summary>
    public static bool IsOfGenerated(SyntaxNode part) => GeneratorCalls(part).Any();

    /// <summary>Whether D is called with what is named as a real sample.</summary>
    public static bool IsOfReal(SyntaxNode part) => part.DescendantNodesAndSelf().Where(IsDiscriminator).Cast<InvocationExpressionSyntax>()
        .Any(static call => call.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax { Identifier.ValueText: "x" } }]);

    private static IEnumerable<InvocationExpressionSyntax> GeneratorCalls(SyntaxNode part)
        => part.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "G" });

    private static bool IsDiscriminator(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "D" } };

    private static ExpressionSyntax? Averaged(SyntaxNode node) => node switch
    {
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name, ArgumentList.Arguments: [var argument] } when IsMean(name) => argument.Expression,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax name, ArgumentList.Arguments: [var argument] } when IsMean(name) => argument.Expression,
        _ => null,
    };

    /// <summary>E, or with what it is taken over: E_x, E_z.</summary>
    private static bool IsMean(IdentifierNameSyntax name) => name.Identifier.ValueText is "E" || name.Identifier.ValueText.StartsWith("E_", StringComparison.Ordinal);

    private static bool IsUnderLogarithm(SyntaxNode part) => part.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(static call => s_logarithms.Contains((call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? call.Expression.ToString()));

    private static string Rewritten(ExpressionSyntax averaged)
    {
        var text = new StringBuilder(averaged.ToString());
        foreach (var part in averaged.DescendantNodesAndSelf(static node => !Is(node)).Where(Is).Reverse())
            text.Remove(part.SpanStart - averaged.SpanStart, part.Span.Length).Insert(part.SpanStart - averaged.SpanStart, FormulaFor(part));
        return text.ToString();
    }
}
