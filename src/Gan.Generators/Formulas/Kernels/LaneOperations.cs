using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Kernels;

/// <summary>The operations of ILanes.</summary>
internal static class LaneOperations
{
    public static readonly Operation
        Negate = new("-{0}", Operation.Unary, new([Operation.Primary])),
        Reciprocal = new("T.All(1.0) / {0}", Operation.ProductLevel, new([Operation.Primary]), "r", IsNamed: true),
        Exp = Call("Exp", 1) with { Name = "e" },
        ExpOfNegative = Call("ExpOfNegative", 1) with { Name = "e", IsNamed = true },
        MultiplyAdd = Call("MultiplyAdd", 3),
        NaNOf = Call("NaNOf", 2),
        IfLess = Call("IfLess", 4),
        IfLessOrEqual = Call("IfLessOrEqual", 4);

    /// <summary>A static method of ILanes.</summary>
    public static Operation Call(string method, int arity) => new($"T.{method}({string.Join(", ", Enumerable.Range(0, arity).Select(static i => $"{{{i}}}"))})", Operation.Primary);

    /// <summary>A choice that the hyperparameters make.</summary>
    public static Operation Choice(string condition) => new(condition + " ? {0} : {1}", Operation.Lowest, new([Operation.SumLevel, Operation.SumLevel]));

    /// <summary>The same number in each lane.</summary>
    public static Operation All(string number) => new($"T.All({number})", Operation.Primary, Name: "c");
}
