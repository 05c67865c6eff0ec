using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Expressions;

internal sealed partial class FormulaTranslator
{
    /// <summary>The conditional over a condition; &amp;&amp;, || and ! become conditionals within conditionals.</summary>
    private Expr? TranslateCondition(ExpressionSyntax condition, Expr? then, Expr? otherwise)
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
                    var left = Visit(binary.Left);
                    var right = Visit(binary.Right);
                    return left is null || right is null || then is null || otherwise is null ? null
                        : new Conditional(comparison, left, right, then, otherwise);
                default:
                    return Unsupported(condition, UnsupportedSyntax.DescribeCondition(condition));
            }
        }
        finally
        {
            _depth--;
        }
    }

    private static Comparison? ComparisonOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => Comparison.Less,
        SyntaxKind.LessThanOrEqualExpression => Comparison.LessOrEqual,
        SyntaxKind.GreaterThanExpression => Comparison.Greater,
        SyntaxKind.GreaterThanOrEqualExpression => Comparison.GreaterOrEqual,
        _ => null,
    };
}
