using Gan.Runtime;

namespace Gan.Experiments.Atlas.Dirac;

/// <summary>What the players of a Dirac-GAN play by.</summary>
/// <param name="Objective">The losses, penalties and weight clipping.</param>
internal sealed record DiracRules(IGanObjective Objective)
{
    /// <summary>t₀ of D(x) = ψ·x + t₀.</summary>
    public double Offset { get; init; }

    /// <summary>Penalties in the place of the objective's own.</summary>
    public IReadOnlyList<DiscriminatorPenalty>? OtherPenalties { get; init; }

    /// <summary>The standard deviation of Gaussian noise on real and generated samples.</summary>
    public double Noise { get; init; }

    /// <summary>Whether the objective's weight clipping, if it has one, is done.</summary>
    public bool IsClipped { get; init; } = true;

    public IReadOnlyList<DiscriminatorPenalty> Penalties => OtherPenalties ?? Objective.Penalties;

    /// <summary>Whether the steps are those of the objective as it is declared.</summary>
    public bool IsPlain => OtherPenalties is null && Noise == 0;
}

/// <summary>How the players step.</summary>
internal enum DiracStepping
{
    /// <summary>Both at once.</summary>
    Simultaneous,

    /// <summary>D first, then G against the new D, as in a training loop.</summary>
    Alternating,
}

/// <summary>Both players' parameters, or where they pull them.</summary>
internal readonly record struct DiracPoint(double Theta, double Psi)
{
    /// <summary>How far from the equilibrium.</summary>
    public double Radius => double.Hypot(Theta, Psi);
}
