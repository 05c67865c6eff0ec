using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Formulas.Tree;

/// <summary>
/// One entry of the function table: everything the compiler knows of a function, in one place.
/// An entry with only a <see cref="Definition"/> is shorthand: the parser writes the definition in its place.
/// </summary>
internal sealed class Function : IEquatable<Function>
{
    /// <summary>Takes a span: evaluating a formula thousands of times allocates no arrays.</summary>
    public delegate double ValueOf(ReadOnlySpan<double> arguments);

    /// <inheritdoc cref="ValueOf"/>
    public delegate Interval EnclosureOf(ReadOnlySpan<Interval> arguments);

    public required string Name { get; init; }

    /// <summary>Other names a formula may use.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>The method of System.Math and System.MathF that computes the same, where there is one.</summary>
    public string? MathName { get; init; }

    public int Arity { get; init; } = 1;

    /// <summary>Values of the last arguments where a call leaves them out.</summary>
    public double[] Defaults { get; init; } = [];

    public int RequiredArguments => Arity - Defaults.Length;

    /// <summary>The value in double precision.</summary>
    public ValueOf Value { get; init; } = _ => throw new InvalidOperationException("Shorthand has no value of its own.");

    /// <summary>All values over intervals of arguments, rounded outwards.</summary>
    public EnclosureOf Enclosure { get; init; } = _ => throw new InvalidOperationException("Shorthand has no enclosure of its own.");

    /// <summary>The derivative of a call from its arguments and their derivatives.</summary>
    public Func<IReadOnlyList<Expr>, IReadOnlyList<Expr>, Expr> Slope { get; init; } = (_, _) => throw new InvalidOperationException("Shorthand has no derivative of its own.");

    /// <summary>The same in simpler functions.</summary>
    public Func<IReadOnlyList<Expr>, Expr>? Definition { get; init; }

    public bool IsShorthand { get; init; }

    /// <summary>Whether the arguments after the first may only be numbers and parameters in tensor code.</summary>
    public bool HasScalarOptions => Defaults.Length > 0 && !IsShorthand;

    /// <summary>TorchSharp code: {0} is a tensor that takes a member access, {1}… are doubles.</summary>
    public string Tensor { get; init; } = "";

    public string Latex { get; init; } = "";

    /// <summary>Whether value and slope are finite (up to overflow of a power) wherever the argument is finite.</summary>
    public bool IsTame { get; init; }

    public bool Equals(Function? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;

    public Expr Of(params Expr[] arguments) => IsShorthand ? Definition!(arguments) : new Call(this, new(arguments));
}
