using System.ComponentModel;
using Gan.Runtime.Losses;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents an objective with <c>Coupling.RelativisticAverage</c>: its losses are functions of each logit minus the mean logit of the other kind.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRelativisticAverageObjective : ICoupledObjective
{
    /// <summary>Gets the discriminator's loss of t = D(x) - E D(G(z)).</summary>
    LogitLoss Real { get; }

    /// <summary>Gets the discriminator's loss of t = D(G(z)) - E D(x).</summary>
    LogitLoss Fake { get; }

    /// <summary>Gets the generator's loss of t = D(x) - E D(G(z)), without <see cref="IGanObjective.LossWeight"/>.</summary>
    LogitLoss GeneratorReal { get; }

    /// <summary>Gets the generator's loss of t = D(G(z)) - E D(x), without <see cref="IGanObjective.LossWeight"/>.</summary>
    LogitLoss GeneratorFake { get; }

    bool IGanObjective.HasLogitGradients => true;

    Tensor IGanObjective.DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) => DiscriminatorLoss(realLogits, fakeLogits, reduction, reduction);

    Tensor IGanObjective.DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        RelativisticAverageLoss.Of(Real, Fake, realLogits, realReduction, fakeLogits, fakeReduction, LossPath);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) => GeneratorLoss(realLogits, fakeLogits, reduction, reduction);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        RelativisticAverageLoss.Of(GeneratorReal, GeneratorFake, realLogits, realReduction, fakeLogits, fakeReduction, LossPath, LossWeight);

    void IGanObjective.DiscriminatorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        RelativisticAverageLoss.Gradients(Real, Fake, realLogits, fakeLogits, LossPath, gradients);

    void IGanObjective.GeneratorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        RelativisticAverageLoss.Gradients(GeneratorReal, GeneratorFake, realLogits, fakeLogits, LossPath, gradients, LossWeight);
}
