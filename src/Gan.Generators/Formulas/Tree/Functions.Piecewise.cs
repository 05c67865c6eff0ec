using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Formulas.Tree;

internal static partial class Functions
{
    /// <summary>max(0, t), with slope 0 at 0.</summary>
    public static readonly Function Relu = new()
    {
        Name = "relu",
        Value = x => Math.Max(x[0], 0),
        Enclosure = x => IntervalMath.Relu(x[0]),
        Slope = (x, dx) => If(Comparison.Greater, x[0], 0, dx[0], 0),
        Tensor = "{0}.relu()",
        Latex = @"\max",
        IsTame = true,
    };

    /// <summary>leaky_relu(t, slope = 0.01): t above 0, slope·t below, as in torch.nn.functional; the slope at 0 is the lower one.</summary>
    public static readonly Function LeakyRelu = new()
    {
        Name = "leaky_relu",
        Aliases = ["leakyrelu"],
        Arity = 2,
        Defaults = [0.01],
        Value = x => x[0] > 0 ? x[0] : x[1] * x[0],
        Enclosure = x => IntervalMath.LeakyRelu(x[0], x[1]),
        Slope = (x, dx) => If(Comparison.Greater, x[0], 0, dx[0], (x[1] * dx[0]) + (dx[1] * x[0])),
        Definition = x => If(Comparison.Greater, x[0], 0, x[0], x[1] * x[0]),
        Tensor = "{0}.leaky_relu({1})",
        Latex = @"\operatorname{leakyrelu}",
        IsTame = true,
    };

    /// <summary>elu(t, alpha = 1): t above 0, alpha·(eᵗ − 1) below.</summary>
    public static readonly Function Elu = new()
    {
        Name = "elu",
        Arity = 2,
        Defaults = [1],
        Value = x => x[0] > 0 ? x[0] : x[1] * RealMath.Expm1(x[0]),
        Enclosure = x => IntervalMath.Elu(x[0], x[1]),
        Slope = (x, dx) => If(Comparison.Greater, x[0], 0, dx[0], (x[1] * Exp!.Of(x[0]) * dx[0]) + (dx[1] * Expm1!.Of(x[0]))),
        Definition = x => If(Comparison.Greater, x[0], 0, x[0], x[1] * Expm1!.Of(x[0])),
        Tensor = "{0}.elu({1})",
        Latex = @"\operatorname{elu}",
        IsTame = true,
    };

    /// <summary>
    /// The greater of two. Where they are equal the slope is their mean, as of torch.maximum;
    /// against a value without t it is 0, as of relu.
    /// </summary>
    public static readonly Function Max = new()
    {
        Name = "max",
        Aliases = ["maximum"],
        MathName = "Max",
        Arity = 2,
        Value = x => Math.Max(x[0], x[1]),
        Enclosure = x => IntervalMath.Max(x[0], x[1]),
        Slope = (x, dx) => SlopeOfExtreme(Comparison.Greater, x, dx),
        Tensor = "{0}.maximum({1})",
        Latex = @"\max",
        IsTame = true,
    };

    /// <summary>The lesser of two, with the slopes of <see cref="Max"/>.</summary>
    public static readonly Function Min = new()
    {
        Name = "min",
        Aliases = ["minimum"],
        MathName = "Min",
        Arity = 2,
        Value = x => Math.Min(x[0], x[1]),
        Enclosure = x => IntervalMath.Min(x[0], x[1]),
        Slope = (x, dx) => SlopeOfExtreme(Comparison.Less, x, dx),
        Tensor = "{0}.minimum({1})",
        Latex = @"\min",
        IsTame = true,
    };

    /// <summary>|t|, with slope 0 at 0.</summary>
    public static readonly Function Abs = new()
    {
        Name = "abs",
        MathName = "Abs",
        Value = x => Math.Abs(x[0]),
        Enclosure = x => IntervalMath.Abs(x[0]),
        Slope = (x, dx) => Sign!.Of(x[0]) * dx[0],
        Tensor = "{0}.abs()",
        Latex = "|",
        IsTame = true,
    };

    /// <summary>−1, 0 or 1.</summary>
    public static readonly Function Sign = new()
    {
        Name = "sign",
        MathName = "Sign",
        Value = x => RealMath.Sign(x[0]),
        Enclosure = x => IntervalMath.Sign(x[0]),
        Slope = (_, _) => 0,
        Tensor = "{0}.sign()",
        Latex = @"\operatorname{sign}",
        IsTame = true,
    };

    internal static Expr If(Comparison comparison, Expr left, Expr right, Expr then, Expr otherwise) =>
        then.Equals(otherwise) ? then : new Conditional(comparison, left, right, then, otherwise);

    private static Expr SlopeOfExtreme(Comparison wins, IReadOnlyList<Expr> x, IReadOnlyList<Expr> dx)
    {
        if (!x[0].HasLogit) return If(wins, x[1], x[0], dx[1], dx[0]);
        if (!x[1].HasLogit) return If(wins, x[0], x[1], dx[0], dx[1]);
        return If(wins, x[0], x[1], dx[0], If(wins, x[1], x[0], dx[1], (dx[0] + dx[1]) / 2));
    }
}
