using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Oracle;

/// <summary>The value and the slope of a loss in double precision, from its declaration: the constants of emitted tests.</summary>
/// <param name="declared">The loss.</param>
/// <param name="compiled">The formula that code is emitted from: it decides where the real numbers leave a choice, by its IEEE arithmetic.</param>
/// <param name="parameters">The values of the hyperparameters.</param>
internal sealed class LossOracle(DeclaredLoss declared, Expr compiled, IReadOnlyDictionary<string, double> parameters)
{
    /// <summary>With 512 bits most losses are known; 1 - sigmoid(1000) takes 1500, and its slope more.</summary>
    private static readonly int[] s_bits = [512, 2048, 8192];

    // Each takes a few microseconds, three times a logit.
    private const int MaxNodes = 5000;

    private readonly DeclaredLoss _declared = declared;

    private readonly Lazy<Expr> _slope = new(() => Derivative.Of(compiled));

    /// <summary>
    /// The numbers nearest to the value and the slope. Where the real numbers have no value (1/0, log 0) and at a kink, floating-point arithmetic
    /// has a convention, and that is it.
    /// </summary>
    public (double Value, double Slope) At(double logit)
    {
        var (value, slope) = Known(logit);
        return (value?.ToDouble() ?? compiled.Evaluate(logit, parameters), slope?.ToDouble() ?? _slope.Value.Evaluate(logit, parameters));
    }

    /// <summary>How many logits may be asked for in the time of a compilation.</summary>
    public int PointsInTime => Math.Max(MaxNodes / Math.Max(compiled.Size, 1), 2);

    /// <summary>The formula of the code that is judged.</summary>
    public Expr Compiled => compiled;

    /// <summary>The loss at -t.</summary>
    public LossOracle Mirrored() => new(DeclaredLosses.Mirrored(_declared), Simplifier.Simplify(compiled.ReplaceLogit(-Expr.T)), parameters);

    /// <summary>The sum of two losses of one logit.</summary>
    public LossOracle Plus(LossOracle other) => new(DeclaredLosses.Total(_declared, other._declared), Simplifier.Simplify(compiled + other.Compiled), parameters);

    private (BigReal? Value, BigReal? Slope) Known(double logit)
    {
        BigReal? value = null;
        foreach (var bits in s_bits)
        {
            var t = BigReal.Of(logit, bits);
            var here = _declared(Ball.Of(t));
            if (here.Value is not { } ball) break;
            if (!IsKnown(ball)) continue;
            value = ball.Middle;
            if (here.IsKink || Difference.Slope(x => _declared(x).Value, t, -bits / 6) is not { } slope) break;
            if (IsKnown(slope)) return (value, slope.Middle);
        }

        return (value, null);
    }

    /// <summary>To more bits than a double has, or to far less than losses are.</summary>
    private static bool IsKnown(Ball value) => value.IsExact || value.Error <= Math.Max(value.Middle.Magnitude, -20) - 60;
}
