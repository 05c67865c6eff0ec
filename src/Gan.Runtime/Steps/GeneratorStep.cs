using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The generator's step, whatever kind of discriminator. It works in the caller's scope, whose outer scope gets the terms.</summary>
internal static class GeneratorStep
{
    /// <param name="objective">The objective.</param>
    /// <param name="discriminator">D at the generated samples.</param>
    /// <param name="real">Where D is seen at real samples, for a coupled objective; null where the caller has none.</param>
    /// <param name="fake">G(z), with its graph.</param>
    public static GeneratorTerms Run(IGanObjective objective, BoundDiscriminator discriminator, DiscriminatorSample? real, Tensor fake)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var realSamples = objective.Info.IsCoupled ? real : null;
        _ = realSamples?.Input;
        TensorChecks.NotEmpty(fake, nameof(fake));

        using var frozen = new FrozenParameters(discriminator.Module);
        var realLogits = realSamples?.Logits;
        var fakeLogits = discriminator.LogitsOf(fake, nameof(fake));
        var loss = realLogits is null ? objective.GeneratorLoss(fakeLogits) : objective.GeneratorLoss(realLogits, fakeLogits);
        return new GeneratorTerms(loss, fakeLogits);
    }
}
