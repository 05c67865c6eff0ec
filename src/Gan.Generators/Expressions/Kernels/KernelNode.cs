namespace Gan.Generators.Expressions.Kernels;

/// <summary>An operation of ILanes as C#, with how tightly it binds and how tightly its operands must.</summary>
/// <param name="Format">{0}, {1}… are the operands.</param>
/// <param name="Needs">The level of each operand; those left out may be anything.</param>
/// <param name="Name">What its result is called, with a number from the second on.</param>
/// <param name="IsNamed">Whether it always is, for the reader's sake; else only where it is used more than once.</param>
internal sealed record KernelOperation(string Format, int Level, EquatableArray<int> Needs = default, string Name = "x", bool IsNamed = false)
{
    public const int Lowest = 0, SumLevel = 1, ProductLevel = 2, Unary = 3, Primary = 4;

    public static readonly KernelOperation
        Negate = new("-{0}", Unary, new([Primary])),
        Add = new("{0} + {1}", SumLevel, new([SumLevel, ProductLevel])),
        Subtract = new("{0} - {1}", SumLevel, new([SumLevel, ProductLevel])),
        Multiply = new("{0} * {1}", ProductLevel, new([ProductLevel, Primary])),
        Divide = new("{0} / {1}", ProductLevel, new([ProductLevel, Primary])),
        Reciprocal = new("T.All(1.0) / {0}", ProductLevel, new([Primary]), "r", IsNamed: true),
        Exp = Call("Exp", 1) with { Name = "e" },
        ExpOfNegative = Call("ExpOfNegative", 1) with { Name = "e", IsNamed = true },
        MultiplyAdd = Call("MultiplyAdd", 3),
        NaNOf = Call("NaNOf", 2),
        IfLess = Call("IfLess", 4),
        IfLessOrEqual = Call("IfLessOrEqual", 4);

    /// <summary>A static method of ILanes.</summary>
    public static KernelOperation Call(string method, int arity) => new($"T.{method}({string.Join(", ", Enumerable.Range(0, arity).Select(static i => $"{{{i}}}"))})", Primary);

    /// <summary>A choice that the hyperparameters make.</summary>
    public static KernelOperation Choice(string condition) => new(condition + " ? {0} : {1}", Lowest, new([SumLevel, SumLevel]));

    /// <summary>The same number in each lane.</summary>
    public static KernelOperation All(string number) => new($"T.All({number})", Primary, Name: "c");

    public int NeedOf(int operand) => operand < Needs.Count ? Needs[operand] : Lowest;
}

/// <summary>An operation on what others computed; t where there is no operation. A graph has each once.</summary>
/// <param name="number">Its place in the graph.</param>
/// <param name="isAtom">Whether it is as short as a name.</param>
internal sealed class KernelNode(int number, KernelOperation? operation, IReadOnlyList<KernelNode> operands, bool isAtom)
{
    public int Number { get; } = number;

    public KernelOperation? Operation { get; } = operation;

    public IReadOnlyList<KernelNode> Operands { get; } = operands;

    public bool IsAtom { get; } = isAtom;
}
