using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>The discriminator's step, whatever kind of discriminator.</summary>
internal static class DiscriminatorStep
{
    public static DiscriminatorTerms Run(IGanObjective objective, DiscriminatorPass pass, long step, LogitGradients? kept = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        var states = (objective as IStatefulObjective)?.States;
        states?.Advance();
        objective.MoveTo(step);
        using var scope = NewDisposeScope();
        (pass.Real.Noise, pass.Fake.Noise) = (objective.InstanceNoise, objective.InstanceNoise);
        // Both batches are checked before D is called for the first.
        _ = (pass.Real.Input, pass.Fake.Input);

        var due = objective.Penalties.Where(penalty => penalty.IsDue(step)).ToArray();
        foreach (var penalty in due)
            penalty.Prepare(pass);
        var (real, fake) = (pass.Real.Logits, pass.Fake.Logits);
        var penalties = Array.ConvertAll(due, penalty =>
            new PenaltyTerm(penalty.Name, penalty.CheckedExpectation(pass).mul(penalty.Weight * penalty.Every)));
        var part = StepPart.Of(objective, gradients => objective.DiscriminatorGradients(real, fake, gradients), () => objective.DiscriminatorLoss(real, fake), kept);
        var terms = new DiscriminatorTerms(new([part], penalties), real, fake);
        states?.Observe(real, fake);
        pass.Complete();
        return terms;
    }

    /// <summary>The step of several discriminators, each with a pass of its own.</summary>
    public static MultiDiscriminatorTerms Run<TDiscriminator>(
        IGanObjective objective,
        IReadOnlyList<TDiscriminator> discriminators,
        Func<TDiscriminator, DiscriminatorPass> passOf,
        ListReduction reduction,
        long step,
        IReadOnlyList<LogitGradients>? gradients)
        where TDiscriminator : class
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(discriminators);
        Ranges.Defined(reduction, nameof(reduction));
        var kept = StepPart.KeptFor(gradients, discriminators);
        if (discriminators.Count > 1 && objective.Penalties.FirstOrDefault(penalty => penalty is { Carried: not null, Weight: > 0 }) is { } stateful)
        {
            throw new InvalidOperationException(
                $"{stateful.Name} of {objective.Info.Name} has a state that belongs to one discriminator, not to {discriminators.Count}: give each discriminator its own objective.");
        }

        if (discriminators.Count > 1 && objective is IStatefulObjective)
        {
            throw new InvalidOperationException(
                $"{objective.Info.Name} has a state that the logits of one discriminator update, not of {discriminators.Count}: give each discriminator its own objective.");
        }

        using var scope = NewDisposeScope();
        return new([.. discriminators.Select((discriminator, i) => Run(objective, passOf(discriminator), step, kept[i]))], reduction);
    }
}
