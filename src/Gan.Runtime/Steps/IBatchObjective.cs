using System.ComponentModel;
using Gan.Runtime.Losses;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Represents an objective whose losses have batch functions, such as <c>logmeanexp(fake)</c>, or stop gradients with <c>detach</c>: the loss of a logit depends on its batch. Its type has no
/// <c>DiscriminatorRealLoss</c> and no <c>DiscriminatorFakeLoss</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBatchObjective : IGanObjective
{
    /// <summary>Gets the discriminator's loss of real and fake logits and of statistics of their batches.</summary>
    BatchLoss Discriminator { get; }

    /// <summary>Gets the generator's loss of fake logits and of statistics of the batches, without <see cref="IGanObjective.LossWeight"/>.</summary>
    BatchLoss Generator { get; }

    bool IGanObjective.HasLogitGradients => true;

    Tensor IGanObjective.DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) => DiscriminatorLoss(realLogits, fakeLogits, reduction, reduction);

    Tensor IGanObjective.DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        BatchLosses.Of(Discriminator, realLogits, realReduction, fakeLogits, fakeReduction, LossPath);

    void IGanObjective.DiscriminatorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        BatchLosses.Gradients(Discriminator, realLogits, fakeLogits, LossPath, gradients);
}

/// <summary>Represents an objective with batch functions whose generator's loss needs the fake logits alone.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISeparateBatchObjective : IBatchObjective
{
    Tensor IGanObjective.GeneratorLoss(Tensor fakeLogits, LossReduction reduction) => BatchLosses.Of(Generator, fakeLogits, reduction, LossPath, LossWeight);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits) => GeneratorLoss(fakeLogits);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) => GeneratorLoss(fakeLogits, reduction);

    void IGanObjective.GeneratorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) => BatchLosses.Gradients(Generator, fakeLogits, LossPath, gradients, LossWeight);
}

/// <summary>Represents an objective with batch functions whose generator's loss reads the batch of real logits too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICoupledBatchObjective : IBatchObjective, ICoupledObjective
{
    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) => GeneratorLoss(realLogits, fakeLogits, reduction, reduction);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        BatchLosses.Of(Generator, realLogits, realReduction, fakeLogits, fakeReduction, LossPath, LossWeight);

    void IGanObjective.GeneratorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        BatchLosses.Gradients(Generator, realLogits, fakeLogits, LossPath, gradients, LossWeight);
}
