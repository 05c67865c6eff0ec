using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Formulas.Reading;

/// <summary>Says in words what a construct outside the formula language is, and what to write instead where there is something.</summary>
internal static class UnsupportedSyntax
{
    public static string Describe(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.ModuloExpression => "a formula cannot use the remainder operator '%'",
        SyntaxKind.StringLiteralExpression or SyntaxKind.InterpolatedStringExpression or SyntaxKind.Utf8StringLiteralExpression
            or SyntaxKind.CharacterLiteralExpression => "a formula cannot contain text",
        SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression => "a formula cannot contain true or false",
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
            or SyntaxKind.LogicalNotExpression => "a comparison is not a number: write 'condition ? a : b'",
        SyntaxKind.SimpleMemberAccessExpression => $"'{node}' is not known here: only members of Math and MathF are",
        SyntaxKind.ParenthesizedLambdaExpression or SyntaxKind.SimpleLambdaExpression => "a lambda is not a formula: write its body, with t as the variable",
        SyntaxKind.SwitchExpression => "a switch expression is not part of a formula: write 'condition ? a : b'",
        SyntaxKind.CastExpression => "a cast is not needed: every value is a real number",
        SyntaxKind.DefaultLiteralExpression or SyntaxKind.NullLiteralExpression => $"'{node}' is not a number",
        _ when node.Kind().ToString().EndsWith("AssignmentExpression", StringComparison.Ordinal) => "a formula assigns nothing: write the value alone",
        _ => $"'{Shortened(node)}' is not part of the formula language",
    };

    public static string DescribeCondition(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression => EqualityMessage,
        _ => $"'{Shortened(node)}' is not a condition: compare with <, <=, > or >=",
    };

    public const string EqualityMessage = "a loss that differs at single logits has no meaning: compare t with <, <=, > or >=, and hyperparameters alone with ==";

    private static string Shortened(SyntaxNode node)
    {
        var text = node.ToString();
        return text.Length <= 40 ? text : text.Substring(0, 39) + "…";
    }
}
