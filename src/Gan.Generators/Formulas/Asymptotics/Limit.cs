using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Asymptotics;

/// <summary>What a formula tends to at one end of the line.</summary>
internal enum LimitKind
{
    Unknown,
    Finite,
    PlusInfinity,
    MinusInfinity,
}

/// <param name="Kind">Which case it is.</param>
/// <param name="Value">The limit itself, a formula without t, when it is finite.</param>
/// <param name="Enclosure">An interval around a finite limit.</param>
/// <param name="Sign">The sign (−1, 0, 1) that the formula itself has near that end, or null where it is not known; 0 means it vanishes there.</param>
internal sealed record Limit(LimitKind Kind, Expr? Value, Interval Enclosure, int? Sign)
{
    public static readonly Limit Unknown = new(LimitKind.Unknown, null, Interval.All, null);

    public override string ToString() => Kind == LimitKind.Finite ? $"{Value}" : $"{Kind}";
}
