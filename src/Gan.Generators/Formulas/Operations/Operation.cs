using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Operations;

/// <summary>An operation as C#, with how tightly it binds and how tightly its operands must.</summary>
/// <param name="Format">{0}, {1}… are the operands.</param>
/// <param name="Needs">The level of each operand; those left out may be anything.</param>
/// <param name="Name">What its result is called, with a number from the second on.</param>
/// <param name="IsNamed">Whether it always is, for the reader's sake; else only where it is used more than once.</param>
internal sealed record Operation(string Format, int Level, EquatableArray<int> Needs = default, string Name = "x", bool IsNamed = false)
{
    public const int Lowest = 0, SumLevel = 1, ProductLevel = 2, Unary = 3, Primary = 4;

    public static readonly Operation
        Add = new("{0} + {1}", SumLevel, new([SumLevel, ProductLevel])),
        Subtract = new("{0} - {1}", SumLevel, new([SumLevel, ProductLevel])),
        Multiply = new("{0} * {1}", ProductLevel, new([ProductLevel, Primary])),
        Divide = new("{0} / {1}", ProductLevel, new([ProductLevel, Primary]));

    public int NeedOf(int operand) => operand < Needs.Count ? Needs[operand] : Lowest;
}
