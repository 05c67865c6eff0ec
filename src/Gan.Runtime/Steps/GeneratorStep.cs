using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The generator's step, whatever kind of discriminator. It works in the caller's scope, whose outer scope gets the terms.</summary>
internal static class GeneratorStep
{
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D at the generated samples.</param>
    /// <param name="real">Where D is seen at real samples, for a coupled objective; null where the caller has none.</param>
    /// <param name="pass">The generated samples.</param>
    /// <param name="kept">Where the gradients go; null for tensors of the step's own.</param>
    public static GeneratorTerms Run(IGanObjective objective, BoundDiscriminator discriminator, DiscriminatorSample? real, GeneratorPass pass, LogitGradients? kept = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var realSamples = RealOf(objective, real);
        _ = (realSamples?.Input, pass.Fake);
        var due = Due(objective, pass);

        using var frozen = new FrozenParameters(discriminator.Module);
        var (realLogits, fakeLogits) = (realSamples?.Logits, discriminator.LogitsOf(pass.Fake, "fake", "fake"));
        var loss = StepLoss.Of(objective, gradients => objective.GeneratorGradients(realLogits!, fakeLogits, gradients), () => LossOf(objective, realLogits, fakeLogits), Terms(due, pass), kept);
        var terms = new GeneratorTerms(loss, realLogits, fakeLogits, LatentsOf(due, pass));
        pass.Complete();
        return terms;
    }

    /// <summary>Where D is seen at real samples: nowhere unless the objective is coupled, and then the caller must have given them.</summary>
    public static DiscriminatorSample? RealOf(IGanObjective objective, DiscriminatorSample? real) => !objective.Info.IsCoupled ? null : real
        ?? throw new InvalidOperationException(
            $"The generator's loss of {objective.Info.Name} compares generated samples with real ones: call GeneratorTerms(discriminator, real, fake), or the overload of your discriminator that takes both.");

    /// <summary>The loss against one discriminator, which is frozen.</summary>
    public static (Tensor Loss, Tensor FakeLogits) Against(BoundDiscriminator discriminator, IGanObjective objective, DiscriminatorSample? real, GeneratorPass pass)
    {
        var realLogits = real?.Logits;
        var fakeLogits = discriminator.LogitsOf(pass.Fake, "fake", "fake");
        return (LossOf(objective, realLogits, fakeLogits), fakeLogits);
    }

    private static Tensor LossOf(IGanObjective objective, Tensor? realLogits, Tensor fakeLogits) =>
        realLogits is null ? objective.GeneratorLoss(fakeLogits) : objective.GeneratorLoss(realLogits, fakeLogits);

    /// <summary>The penalties of this step, which have checked what they need. None is dropped because the caller has no latents.</summary>
    public static GeneratorPenalty[] Due(IGanObjective objective, GeneratorPass pass)
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

    /// <summary>The latents that a penalty was differentiated in.</summary>
    public static Tensor? LatentsOf(GeneratorPenalty[] due, GeneratorPass pass) => due.Length > 0 ? pass.Latents : null;

    public static PenaltyTerm[] Terms(GeneratorPenalty[] due, GeneratorPass pass) =>
        Array.ConvertAll(due, penalty => new PenaltyTerm(penalty.Name, penalty.Expectation(pass).mul(penalty.Weight * penalty.Every)));
}
