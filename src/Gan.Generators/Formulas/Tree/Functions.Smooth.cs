using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Formulas.Tree;

internal static partial class Functions
{
    /// <summary>log(1 + eᵗ).</summary>
    public static readonly Function Softplus = new()
    {
        Name = "softplus",
        Value = x => RealMath.Softplus(x[0]),
        Enclosure = x => IntervalMath.Softplus(x[0]),
        Slope = (x, dx) => Sigmoid!.Of(x[0]) * dx[0],
        // Above its threshold ATen returns the argument itself: the default of 20 is inexact in double precision, 40 is not.
        Tensor = "{0}.softplus(1, 40)",
        Latex = @"\operatorname{softplus}",
        IsTame = true,
    };

    /// <summary>log σ(t) = −log(1 + e⁻ᵗ).</summary>
    public static readonly Function LogSigmoid = new()
    {
        Name = "logsigmoid",
        Aliases = ["log_sigmoid"],
        Value = x => -RealMath.Softplus(-x[0]),
        Enclosure = x => -IntervalMath.Softplus(-x[0]),
        Slope = (x, dx) => Sigmoid!.Of(-x[0]) * dx[0],
        Tensor = "{0}.log_sigmoid()",
        Latex = @"\log\sigma",
        IsTame = true,
    };

    /// <summary>1 / (1 + e⁻ᵗ).</summary>
    public static readonly Function Sigmoid = new()
    {
        Name = "sigmoid",
        Value = x => RealMath.Sigmoid(x[0]),
        Enclosure = x => IntervalMath.Sigmoid(x[0]),
        Slope = (x, dx) => Sigmoid!.Of(x[0]) * Sigmoid.Of(-x[0]) * dx[0],
        Tensor = "{0}.sigmoid()",
        Latex = @"\sigma",
        IsTame = true,
    };

    public static readonly Function Exp = new()
    {
        Name = "exp",
        MathName = "Exp",
        Value = x => Math.Exp(x[0]),
        Enclosure = x => IntervalMath.Exp(x[0]),
        Slope = (x, dx) => Exp!.Of(x[0]) * dx[0],
        Tensor = "{0}.exp()",
        Latex = @"\exp",
    };

    /// <summary>eᵗ − 1 without cancellation.</summary>
    public static readonly Function Expm1 = new()
    {
        Name = "expm1",
        Value = x => RealMath.Expm1(x[0]),
        Enclosure = x => IntervalMath.Expm1(x[0]),
        Slope = (x, dx) => Exp.Of(x[0]) * dx[0],
        Tensor = "{0}.expm1()",
        Latex = @"\operatorname{expm1}",
    };

    public static readonly Function Log = new()
    {
        Name = "log",
        Aliases = ["ln"],
        MathName = "Log",
        Value = x => Math.Log(x[0]),
        Enclosure = x => IntervalMath.Log(x[0]),
        Slope = (x, dx) => dx[0] / x[0],
        Tensor = "{0}.log()",
        Latex = @"\log",
    };

    /// <summary>log(1 + t) without cancellation.</summary>
    public static readonly Function Log1p = new()
    {
        Name = "log1p",
        Value = x => RealMath.Log1p(x[0]),
        Enclosure = x => IntervalMath.Log1p(x[0]),
        Slope = (x, dx) => dx[0] / (1 + x[0]),
        Tensor = "{0}.log1p()",
        Latex = @"\operatorname{log1p}",
    };

    public static readonly Function Sqrt = new()
    {
        Name = "sqrt",
        MathName = "Sqrt",
        Value = x => Math.Sqrt(x[0]),
        Enclosure = x => IntervalMath.Sqrt(x[0]),
        Slope = (x, dx) => dx[0] / (2 * Sqrt!.Of(x[0])),
        Tensor = "{0}.sqrt()",
        Latex = @"\sqrt",
    };

    public static readonly Function Square = new()
    {
        Name = "square",
        Value = x => x[0] * x[0],
        Enclosure = x => IntervalMath.Square(x[0]),
        Slope = (x, dx) => 2 * x[0] * dx[0],
        Tensor = "{0}.square()",
        Latex = "^2",
        IsTame = true,
    };

    /// <summary>pow(base, exponent), as Math.Pow.</summary>
    public static readonly Function Pow = new()
    {
        Name = "pow",
        Aliases = ["power"],
        MathName = "Pow",
        Arity = 2,
        Value = x => Math.Pow(x[0], x[1]),
        Enclosure = x => IntervalMath.Pow(x[0], x[1]),
        Slope = (x, dx) => (x[1] * Pow!.Of(x[0], x[1] - 1) * dx[0]) + (dx[1] is Constant { Value: 0 } ? 0.0 : Pow.Of(x[0], x[1]) * Log.Of(x[0]) * dx[1]),
        Tensor = "{0}.pow({1})",
        Latex = "^",
    };

    public static readonly Function Tanh = new()
    {
        Name = "tanh",
        MathName = "Tanh",
        Value = x => Math.Tanh(x[0]),
        Enclosure = x => IntervalMath.Tanh(x[0]),
        Slope = (x, dx) => (1 - Square.Of(Tanh!.Of(x[0]))) * dx[0],
        Tensor = "{0}.tanh()",
        Latex = @"\tanh",
        IsTame = true,
    };

    public static readonly Function Sin = new()
    {
        Name = "sin",
        MathName = "Sin",
        Value = x => Math.Sin(x[0]),
        Enclosure = x => IntervalMath.Sin(x[0]),
        Slope = (x, dx) => Cos!.Of(x[0]) * dx[0],
        Tensor = "{0}.sin()",
        Latex = @"\sin",
        IsTame = true,
    };

    public static readonly Function Cos = new()
    {
        Name = "cos",
        MathName = "Cos",
        Value = x => Math.Cos(x[0]),
        Enclosure = x => IntervalMath.Cos(x[0]),
        Slope = (x, dx) => -(Sin.Of(x[0]) * dx[0]),
        Tensor = "{0}.cos()",
        Latex = @"\cos",
        IsTame = true,
    };
}
