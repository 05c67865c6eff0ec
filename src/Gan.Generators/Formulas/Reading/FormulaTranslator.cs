using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Formulas.Reading;

/// <summary>Turns C# syntax into a formula, and every construct outside the language into an error at its characters.</summary>
/// <param name="parameterNames">The hyperparameters, by the names formulas use.</param>
/// <param name="variable">The name of the variable.</param>
/// <param name="userFunctions">The user's own functions.</param>
/// <param name="constants">The user's own numbers.</param>
/// <param name="whyNoBatches">Why the formula cannot speak of batches; null where it can.</param>
internal partial class FormulaTranslator(
    IReadOnlyCollection<string> parameterNames, string variable, IReadOnlyCollection<UserFunction> userFunctions, IReadOnlyCollection<NamedConstant> constants, string? whyNoBatches = BatchNames.NotHere)
    : CSharpSyntaxVisitor<Expr?>
{
    public const int MaxDepth = 100;

    /// <summary>Conditions joined by &amp;&amp; and || repeat branches: beyond this the formula is refused.</summary>
    public const int MaxSize = 20000;

    public const string TooDeepMessage = "the formula is nested too deeply";

    private int _depth;

    public List<FormulaError> Errors { get; } = [];

    /// <summary>The formula, or null with at least one entry in <see cref="Errors"/>.</summary>
    public Expr? Translate(ExpressionSyntax syntax) => Bounded(Visit(syntax), syntax);

    /// <summary>The formula, if it is right and of a size that the other rooms can walk.</summary>
    protected Expr? Bounded(Expr? result, SyntaxNode syntax)
    {
        if (result is not null && Errors.Count == 0 && (result.Depth > 2 * MaxDepth || result.Size > MaxSize)) result = Unsupported(syntax, TooDeepMessage);
        return Errors.Count == 0 ? result : null;
    }

    public override Expr? Visit(SyntaxNode? node)
    {
        if (_depth >= MaxDepth) return Unsupported(node!, TooDeepMessage);
        _depth++;
        Work.Count(2);
        var result = base.Visit(node);
        _depth--;
        return result;
    }

    public override Expr? DefaultVisit(SyntaxNode node) => Unsupported(node, UnsupportedSyntax.Describe(node));

    public override Expr? VisitParenthesizedExpression(ParenthesizedExpressionSyntax node) => Visit(node.Expression);

    public override Expr? VisitLiteralExpression(LiteralExpressionSyntax node) =>
        NumericLiteral.Value(node) is { } value ? new Constant(value) : DefaultVisit(node);

    public override Expr? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.UnaryMinusExpression => Visit(node.Operand) is { } operand ? -operand : null,
        SyntaxKind.UnaryPlusExpression => Visit(node.Operand),
        _ => DefaultVisit(node),
    };

    public override Expr? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.ExclusiveOrExpression))
        {
            Errors.Add(new(FormulaErrorKind.PowerOperator, node.OperatorToken.SpanStart, 1, $"pow({node.Left}, {node.Right})"));
            Visit(node.Left);
            Visit(node.Right);
            return null;
        }

        if (!IsArithmetic(node)) return DefaultVisit(node);

        // A long chain leans to the left: walked in a loop, it costs no stack.
        var chain = new Stack<BinaryExpressionSyntax>();
        ExpressionSyntax first = node;
        while (first is BinaryExpressionSyntax inner && IsArithmetic(inner))
        {
            chain.Push(inner);
            first = inner.Left;
        }

        var result = Visit(first);
        var parts = new List<Expr>();
        var isSum = false;
        foreach (var step in chain)
        {
            var right = IsPower(step) ? RefusePower(step) : Visit(step.Right);
            if (result is null || right is null)
            {
                result = null;
                continue;
            }

            if (step.IsKind(SyntaxKind.DivideExpression))
            {
                result = new Quotient(Joined(), right);
                parts.Clear();
                continue;
            }

            // Only sums of sums and products of products are joined: the tree still says what was written.
            var adds = !step.IsKind(SyntaxKind.MultiplyExpression);
            if (parts.Count == 0 || adds != isSum)
            {
                result = Joined();
                parts = [.. adds ? (result as Sum)?.Terms ?? new([result]) : (result as Product)?.Factors ?? new([result])];
                isSum = adds;
            }

            parts.Add(step.IsKind(SyntaxKind.SubtractExpression) ? -right : right);
        }

        return result is null ? null : Joined();

        Expr Joined() => parts.Count == 0 ? result! : isSum ? new Sum(parts.ToEquatableArray()) : new Product(parts.ToEquatableArray());
    }

    /// <summary>C# reads <c>a ** b</c> as a product with what b points at.</summary>
    private static bool IsPower(BinaryExpressionSyntax product) => product.IsKind(SyntaxKind.MultiplyExpression)
        && product.Right is PrefixUnaryExpressionSyntax right && right.IsKind(SyntaxKind.PointerIndirectionExpression)
        && right.OperatorToken.SpanStart == product.OperatorToken.Span.End;

    private Expr? RefusePower(BinaryExpressionSyntax product)
    {
        var exponent = ((PrefixUnaryExpressionSyntax)product.Right).Operand;
        Errors.Add(new(FormulaErrorKind.PowerOperator, product.OperatorToken.SpanStart, 2, $"pow({product.Left}, {exponent})"));
        return Visit(exponent);
    }

    public override Expr? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var then = Visit(node.WhenTrue);
        var otherwise = Visit(node.WhenFalse);
        return TranslateCondition(node.Condition, then, otherwise);
    }

    protected virtual bool IsArithmetic(BinaryExpressionSyntax node) => node.Kind()
        is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression;

    protected Expr? Unsupported(SyntaxNode node, string detail) => Refuse(FormulaErrorKind.UnsupportedConstruct, node, detail);

    protected Expr? Refuse(FormulaErrorKind kind, SyntaxNode node, string detail, string? suggestion = null)
    {
        Errors.Add(new(kind, node.SpanStart, node.Span.Length, detail, suggestion));
        return null;
    }
}
