namespace Gan.Generators.Formulas.Tree;

// Each of these is replaced by its definition while parsing, so that no other room has to know it.
internal static partial class Functions
{
    /// <summary>clamp(t, low, high).</summary>
    public static readonly Function Clamp = new()
    {
        Name = "clamp",
        MathName = "Clamp",
        Arity = 3,
        IsShorthand = true,
        Definition = x => Min!.Of(Max!.Of(x[0], x[1]), x[2]),
    };

    public static readonly Function Silu = new()
    {
        Name = "silu",
        Aliases = ["swish"],
        IsShorthand = true,
        Definition = x => x[0] * Sigmoid!.Of(x[0]),
    };

    public static readonly Function Softsign = new()
    {
        Name = "softsign",
        IsShorthand = true,
        Definition = x => x[0] / (1 + Abs!.Of(x[0])),
    };

    public static readonly Function Log2 = new()
    {
        Name = "log2",
        MathName = "Log2",
        IsShorthand = true,
        Definition = x => Log!.Of(x[0]) / Log.Of(2),
    };

    public static readonly Function Log10 = new()
    {
        Name = "log10",
        MathName = "Log10",
        IsShorthand = true,
        Definition = x => Log!.Of(x[0]) / Log.Of(10),
    };

    public static readonly Function Cosh = new()
    {
        Name = "cosh",
        MathName = "Cosh",
        IsShorthand = true,
        Definition = x => (Exp!.Of(x[0]) + Exp.Of(-x[0])) / 2,
    };

    public static readonly Function Sinh = new()
    {
        Name = "sinh",
        MathName = "Sinh",
        IsShorthand = true,
        Definition = x => (Expm1!.Of(x[0]) - Expm1.Of(-x[0])) / 2,
    };
}
