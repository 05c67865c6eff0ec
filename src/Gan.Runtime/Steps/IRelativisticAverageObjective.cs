using System.ComponentModel;
using Gan.Runtime.Losses;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>An objective with <c>Coupling.RelativisticAverage</c>: the losses are of each logit less the mean of the other side.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRelativisticAverageObjective : ICoupledObjective
{
    /// <summary>D's loss of t = D(x) - E D(G(z)).</summary>
    LogitLoss Real { get; }

    /// <summary>D's loss of t = D(G(z)) - E D(x).</summary>
    LogitLoss Fake { get; }

    /// <summary>G's loss of t = D(x) - E D(G(z)), without <see cref="IGanObjective.LossWeight"/>.</summary>
    LogitLoss GeneratorReal { get; }

    /// <summary>G's loss of t = D(G(z)) - E D(x), without <see cref="IGanObjective.LossWeight"/>.</summary>
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
