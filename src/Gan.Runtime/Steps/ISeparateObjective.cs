using System.ComponentModel;
using Gan.Runtime.Losses;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents an objective whose losses are functions of single logits, such as a class with a <c>[GanObjective]</c> attribute and without a coupling:
/// <c>L_D = E[Real(D(x))] + E[Fake(D(G(z)))]</c>, <c>L_G = LossWeight * E[Generator(D(G(z)))]</c>.
/// </summary>
/// <remarks>It implements the losses of <see cref="IGanObjective"/> by three functions of one logit. <see cref="GanObjectiveMembers"/> provides them on the type of the objective.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISeparateObjective : IGanObjective
{
    /// <summary>Gets the discriminator's loss of one real logit.</summary>
    LogitLoss Real { get; }

    /// <summary>Gets the discriminator's loss of one fake logit.</summary>
    LogitLoss Fake { get; }

    /// <summary>Gets the generator's loss of one fake logit, without <see cref="IGanObjective.LossWeight"/>.</summary>
    LogitLoss Generator { get; }

    bool IGanObjective.HasLogitGradients => true;

    Tensor IGanObjective.DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) => DiscriminatorLoss(realLogits, fakeLogits, reduction, reduction);

    Tensor IGanObjective.DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        SeparateLoss.OfBoth(Real, Fake, realLogits, realReduction, fakeLogits, fakeReduction, LossPath);

    Tensor IGanObjective.DiscriminatorRealLoss(Tensor realLogits, LossReduction reduction) => SeparateLoss.Of(Real, realLogits, nameof(realLogits), reduction, LossPath);

    Tensor IGanObjective.DiscriminatorFakeLoss(Tensor fakeLogits, LossReduction reduction) => SeparateLoss.Of(Fake, fakeLogits, nameof(fakeLogits), reduction, LossPath);

    Tensor IGanObjective.GeneratorLoss(Tensor fakeLogits, LossReduction reduction) => SeparateLoss.Of(Generator, fakeLogits, nameof(fakeLogits), reduction, LossPath, LossWeight);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => GeneratorLoss(fakeLogits);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) => GeneratorLoss(fakeLogits, reduction);

    void IGanObjective.DiscriminatorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        SeparateLoss.GradientsOfBoth(Real, Fake, realLogits, fakeLogits, LossPath, gradients);

    void IGanObjective.GeneratorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        SeparateLoss.Gradients(Generator, fakeLogits, LossPath, gradients, LossWeight);
}
