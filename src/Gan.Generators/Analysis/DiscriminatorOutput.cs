using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>What a high value of D's output means.</summary>
internal enum Orientation
{
    /// <summary>Real, as everywhere in this library.</summary>
    Logit,

    /// <summary>Fake: D's output is an energy (EBGAN).</summary>
    Energy,
}

/// <summary>What a declaration says of D's output beside its losses.</summary>
/// <param name="Range">The values it can take.</param>
/// <param name="Declared">What a high one means; null where the three losses themselves tell.</param>
internal sealed record DiscriminatorOutput(Interval Range, Orientation? Declared)
{
    /// <summary>Any real number, high on real samples: what a pair or an f-divergence means by itself.</summary>
    public static readonly DiscriminatorOutput Logit = new(Interval.All, Orientation.Logit);

    /// <summary>Any real number, which three losses may take for a logit or for an energy.</summary>
    public static readonly DiscriminatorOutput Untold = new(Interval.All, null);

    public static DiscriminatorOutput Of(ObjectiveDeclaration declaration) => new(
        // Differences of numbers that are not negative can be any.
        declaration is { Logits: LogitRange.NonNegative, Coupling: Coupling.None } ? Interval.AtLeast(0) : Interval.All,
        declaration.Sign == LogitSign.Energy ? Orientation.Energy
            : declaration.Formulas.HasPair || declaration.Formulas.F is not null ? Orientation.Logit
            : null);
}
