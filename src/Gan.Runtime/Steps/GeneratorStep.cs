using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>The generator's step, whatever kind of discriminator.</summary>
internal static class GeneratorStep
{
    /// <param name="objective">The objective.</param>
    /// <param name="opponent">The discriminator, which is frozen meanwhile.</param>
    /// <param name="pass">The generated samples.</param>
    /// <param name="kept">Where the gradients go; null for tensors of the step's own.</param>
    public static GeneratorTerms Run(IGanObjective objective, Opponent opponent, GeneratorPass pass, LogitGradients? kept = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Run(objective, [opponent], pass, [kept], reduction: null, static (loss, realLogits, fakeLogits, latents) => new GeneratorTerms(loss, realLogits.SingleOrDefault(), fakeLogits[0], latents));
    }

    /// <summary>The step against several discriminators.</summary>
    public static MultiGeneratorTerms Run<TDiscriminator>(
        IGanObjective objective,
        IReadOnlyList<TDiscriminator> discriminators,
        Func<TDiscriminator, Opponent> opponentOf,
        ListReduction reduction,
        GeneratorPass pass,
        IReadOnlyList<LogitGradients>? gradients)
        where TDiscriminator : class
    {
        ArgumentNullException.ThrowIfNull(objective);
        Lists.NotEmpty(discriminators);
        Ranges.Defined(reduction, nameof(reduction));
        var kept = StepPart.KeptFor(gradients, discriminators);
        return Run(objective, [.. discriminators.Select(opponentOf)], pass, kept, reduction, static (loss, realLogits, fakeLogits, latents) => new MultiGeneratorTerms(loss, realLogits, fakeLogits, latents));
    }

    private static TTerms Run<TTerms>(
        IGanObjective objective, Opponent[] opponents, GeneratorPass pass, LogitGradients?[] kept, ListReduction? reduction, Func<StepLoss, Tensor[], Tensor[], Tensor?, TTerms> termsOf)
    {
        using var scope = NewDisposeScope();
        var reals = Array.ConvertAll(opponents, opponent => RealOf(objective, opponent.Real));
        // All batches are checked before D is called.
        foreach (var real in reals.OfType<DiscriminatorSample>())
        {
            real.Noise = objective.InstanceNoise;
            _ = real.Input;
        }

        var fake = SampleNoise.On(pass.Fake, objective.InstanceNoise, "fake");
        var due = Due(objective, pass);

        using var frozen = new FrozenParameters(opponents.Select(static opponent => opponent.Discriminator.Module));
        var logits = opponents.Select((opponent, i) => (Real: reals[i]?.Logits, Fake: opponent.Discriminator.LogitsOf(fake, "fake", "fake"))).ToArray();
        var penalties = Array.ConvertAll(due, penalty => new PenaltyTerm(penalty.Name, penalty.CheckedExpectation(pass).mul(penalty.Weight * penalty.Every)));
        var chosen = Array.ConvertAll(logits, of => ChosenOf(objective, of.Fake));
        var parts = logits.Select((of, i) => StepPart.Of(
            objective, gradients => objective.GeneratorGradients(of.Real!, chosen[i], gradients), () => of.Real is null ? objective.GeneratorLoss(chosen[i]) : objective.GeneratorLoss(of.Real, chosen[i]), kept[i]));
        var loss = new StepLoss([.. parts], penalties, reduction) { Inputs = [.. chosen.Where((tensor, i) => !ReferenceEquals(tensor, logits[i].Fake))] };
        // The latents that a penalty was differentiated in.
        var terms = termsOf(loss, [.. logits.Select(static of => of.Real).OfType<Tensor>()], Array.ConvertAll(logits, static of => of.Fake), due.Length > 0 ? pass.LatentsOrNull : null);
        pass.Complete();
        return terms;
    }

    /// <summary>The logits that G learns from: all, or those of a share of the samples.</summary>
    private static Tensor ChosenOf(IGanObjective objective, Tensor fakeLogits) => objective.TopShare == 1 ? fakeLogits
        : objective.Info.IsCoupled ? throw new InvalidOperationException($"The generator's loss of {objective.Info.Name} compares generated samples with real ones, so it cannot leave out some of them: its TopShare must be 1.")
        : TopK.Choose(fakeLogits, objective.TopShare, objective.Info.Sign);

    /// <summary>Where D is seen at real samples: nowhere unless the objective is coupled, and then the caller must have given them.</summary>
    private static DiscriminatorSample? RealOf(IGanObjective objective, DiscriminatorSample? real) => !objective.Info.IsCoupled ? null : real
        ?? throw new InvalidOperationException(
            $"The generator's loss of {objective.Info.Name} compares generated samples with real ones: call GeneratorTerms(discriminator, real, fake), or the overload of your discriminator that takes both.");

    /// <summary>The penalties of this step, which have checked what they need. None is dropped because the caller has no latents.</summary>
    private static GeneratorPenalty[] Due(IGanObjective objective, GeneratorPass pass)
    {
        if (pass.Step is { } step)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(step);
            var due = objective.GeneratorPenalties.Where(penalty => penalty.IsDue(step)).ToArray();
            foreach (var penalty in due)
                penalty.Prepare(pass);
            return due;
        }

        return objective.GeneratorPenalties.FirstOrDefault(penalty => penalty.Weight > 0) is { } lost
            ? throw new InvalidOperationException(
                $"{lost.Name} of {objective.Info.Name} needs the latents of the generated samples: call GeneratorTerms(discriminator, {(objective.Info.IsCoupled ? "real, " : "")}fake, latents, step), or the overload of your discriminator that ends in latents and step.")
            : [];
    }
}
