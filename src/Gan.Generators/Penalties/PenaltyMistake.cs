using Gan.Generators.Basics;

namespace Gan.Generators.Penalties;

/// <summary>Something wrong with an option of a penalty.</summary>
/// <param name="Option">Null where it is the whole attribute.</param>
/// <param name="Arguments">What fills the message of that kind.</param>
internal sealed record PenaltyMistake(PenaltyMistakeKind Kind, string? Option, params string[] Arguments)
{
    /// <summary>The option that names a user's class, which stands at the first place.</summary>
    public const string TypeArgument = "type";

    public static PenaltyMistake? OfWeight(string penalty, string option, double value)
        => Numbers.IsFiniteAndNotNegative(value) ? null : new(PenaltyMistakeKind.Weight, option, penalty, option, Numbers.Text(value));
}

/// <summary>Each has a message of its own.</summary>
internal enum PenaltyMistakeKind
{
    Weight,
    WeightAndGamma,
    Every,
    Target,
    NoiseScale,
    DifferenceStep,
    Decay,
    Start,
    Choice,
    Order,
    FormulaAndTarget,
    Range,
    Name,
    Type,
    Constructor,
}
