using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations.LossFunctions;

// Switch expressions and patterns, as the conditionals they stand for.
internal sealed partial class BodyTranslator
{
    public override Expr? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        var subject = Visit(node.GoverningExpression);
        var last = node.Arms.LastOrDefault();
        if (last is not { Pattern: DiscardPatternSyntax, WhenClause: null })
            return Unsupported(node, "a switch expression must end in '_ =>': a loss function has a value for every logit");

        return node.Arms.Take(node.Arms.Count - 1).Reverse().Aggregate(Visit(last.Expression), (otherwise, arm) =>
        {
            var value = Visit(arm.Expression);
            var then = arm.WhenClause is { } when ? TranslateCondition(when.Condition, value, otherwise) : value;
            return Match(arm.Pattern, subject, then, otherwise);
        });
    }

    protected override Expr? TranslateCondition(ExpressionSyntax condition, Expr? then, Expr? otherwise)
        => model.GetConstantValue(condition, cancellation).Value is bool known ? known ? then : otherwise
            : SymbolOf(condition) is ILocalSymbol local && _conditions.TryGetValue(local, out var meaning) ? TranslateCondition(meaning, then, otherwise)
            : condition is IsPatternExpressionSyntax test ? Match(test.Pattern, Visit(test.Expression), then, otherwise)
            : base.TranslateCondition(condition, then, otherwise);

    private Expr? Match(PatternSyntax pattern, Expr? subject, Expr? then, Expr? otherwise) => pattern switch
    {
        DiscardPatternSyntax => then,
        ParenthesizedPatternSyntax parenthesized => Match(parenthesized.Pattern, subject, then, otherwise),
        UnaryPatternSyntax not => Match(not.Pattern, subject, otherwise, then),
        BinaryPatternSyntax both when both.IsKind(SyntaxKind.AndPattern) => Match(both.Left, subject, Match(both.Right, subject, then, otherwise), otherwise),
        BinaryPatternSyntax either => Match(either.Left, subject, then, Match(either.Right, subject, then, otherwise)),
        RelationalPatternSyntax relational => Choose(ComparisonBy(relational.OperatorToken.Kind()), subject, Visit(relational.Expression), then, otherwise),
        ConstantPatternSyntax constant => ChooseEqual(constant, subject, Visit(constant.Expression), then, otherwise),
        _ => Unsupported(pattern, $"a loss function cannot use the pattern '{pattern}': compare with numbers"),
    };

    private static Comparison ComparisonBy(SyntaxKind token) => token switch
    {
        SyntaxKind.LessThanToken => Comparison.Less,
        SyntaxKind.LessThanEqualsToken => Comparison.LessOrEqual,
        SyntaxKind.GreaterThanToken => Comparison.Greater,
        _ => Comparison.GreaterOrEqual,
    };
}
