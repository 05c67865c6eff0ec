using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Formulas.Reading;

internal partial class FormulaTranslator
{
    /// <summary>The conditional over a condition; &amp;&amp;, || and ! become conditionals within conditionals.</summary>
    protected virtual Expr? TranslateCondition(ExpressionSyntax condition, Expr? then, Expr? otherwise)
    {
        if (++_depth >= MaxDepth) return Unsupported(condition, TooDeepMessage);
        try
        {
            switch (condition)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    return TranslateCondition(parenthesized.Expression, then, otherwise);
                case PrefixUnaryExpressionSyntax negation when negation.IsKind(SyntaxKind.LogicalNotExpression):
                    return TranslateCondition(negation.Operand, otherwise, then);
                case BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression):
                    return TranslateCondition(both.Left, TranslateCondition(both.Right, then, otherwise), otherwise);
                case BinaryExpressionSyntax either when either.IsKind(SyntaxKind.LogicalOrExpression):
                    return TranslateCondition(either.Left, then, TranslateCondition(either.Right, then, otherwise));
                case BinaryExpressionSyntax binary when ComparisonOf(binary.Kind()) is { } comparison:
                    return Choose(comparison, Visit(binary.Left), Visit(binary.Right), then, otherwise);
                case BinaryExpressionSyntax equality when equality.IsKind(SyntaxKind.EqualsExpression):
                    return ChooseEqual(equality, Visit(equality.Left), Visit(equality.Right), then, otherwise);
                case BinaryExpressionSyntax inequality when inequality.IsKind(SyntaxKind.NotEqualsExpression):
                    return ChooseEqual(inequality, Visit(inequality.Left), Visit(inequality.Right), otherwise, then);
                default:
                    return Unsupported(condition, UnsupportedSyntax.DescribeCondition(condition));
            }
        }
        finally
        {
            _depth--;
        }
    }

    protected static Expr? Choose(Comparison comparison, Expr? left, Expr? right, Expr? then, Expr? otherwise)
        => left is null || right is null || then is null || otherwise is null ? null : new Conditional(comparison, left, right, then, otherwise);

    /// <summary>Equality of what does not depend on t, in the two comparisons it consists of.</summary>
    protected Expr? ChooseEqual(SyntaxNode node, Expr? left, Expr? right, Expr? then, Expr? otherwise)
        => left is { HasLogit: true } || right is { HasLogit: true }
            ? Unsupported(node, UnsupportedSyntax.EqualityMessage)
            : Choose(Comparison.GreaterOrEqual, left, right, Choose(Comparison.LessOrEqual, left, right, then, otherwise), otherwise);

    protected static Comparison? ComparisonOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => Comparison.Less,
        SyntaxKind.LessThanOrEqualExpression => Comparison.LessOrEqual,
        SyntaxKind.GreaterThanExpression => Comparison.Greater,
        SyntaxKind.GreaterThanOrEqualExpression => Comparison.GreaterOrEqual,
        _ => null,
    };
}
