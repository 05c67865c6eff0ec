using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Oracle;

/// <summary>
/// The value of a formula by the textbook definitions, as far as so many bits tell. It shares nothing with what rewrites, bounds, differentiates or
/// prints formulas: it judges them.
/// </summary>
/// <param name="logit">The value of t.</param>
/// <param name="bits">How many bits to compute with.</param>
/// <param name="parameters">The values of the hyperparameters.</param>
/// <param name="ofBatch">The value of what depends on more than t: a statistic, or what is detached.</param>
internal sealed class BallEvaluator(Ball logit, int bits, IReadOnlyDictionary<string, double> parameters, Func<Expr, Ball?>? ofBatch = null)
{
    private readonly Dictionary<Expr, Ball?> _known = [];
    private readonly BallMath _math = new(bits);

    /// <inheritdoc cref="BallMath.MetKink"/>
    public bool MetKink => _math.MetKink;

    /// <summary>The value; null where there is none.</summary>
    public Ball? Evaluate(Expr expression)
    {
        if (expression.Children.Count > 0 && _known.TryGetValue(expression, out var known)) return known;
        var value = expression switch
        {
            Constant constant => Number(constant.Value),
            Logit => logit,
            Statistic or Call { Function: Detach } when ofBatch is not null => ofBatch(expression),
            Parameter parameter => Number(parameters[parameter.Name]),
            Conditional conditional => OfConditional(conditional),
            _ => OfOperands(expression),
        };
        if (expression.Children.Count > 0) _known.Add(expression, value);
        return value;
    }

    private Ball? Number(double value) => double.IsNaN(value) || double.IsInfinity(value) ? null : Ball.Of(BigReal.Of(value, bits));

    private Ball? OfConditional(Conditional c)
    {
        if (Evaluate(c.Left) is not { } left || Evaluate(c.Right) is not { } right) return null;
        return _math.SideOf(left - right) is { } sign ? Evaluate(c.Comparison.Holds(sign, 0) ? c.Then : c.Else) : Ball.Unknown;
    }

    private Ball? OfOperands(Expr expression)
    {
        var operands = new Ball[expression.Children.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            if (Evaluate(expression.Children[i]) is not { } operand) return null;
            operands[i] = operand;
        }

        return expression switch
        {
            Sum => operands.Aggregate(static (a, b) => a + b),
            Product => operands.Aggregate(static (a, b) => a * b),
            Quotient => Ball.Divide(operands[0], operands[1]),
            Call call => operands.Any(static operand => operand.IsUnknown) ? Ball.Unknown : call.Function.Exact(_math, operands),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr."),
        };
    }
}
