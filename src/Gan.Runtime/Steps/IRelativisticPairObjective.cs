using System.ComponentModel;
using Gan.Runtime.Losses;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>An objective with <c>Coupling.Relativistic</c>: both losses are of the pairs' differences t = D(G(z)) - D(x).</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRelativisticPairObjective : ICoupledObjective
{
    /// <summary>D's loss of one difference.</summary>
    LogitLoss Discriminator { get; }

    /// <summary>G's loss of one difference, without <see cref="IGanObjective.LossWeight"/>.</summary>
    LogitLoss Generator { get; }

    bool IGanObjective.HasLogitGradients => true;

    Tensor IGanObjective.DiscriminatorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        RelativisticPairLoss.Of(Discriminator, realLogits, fakeLogits, reduction, LossPath);

    Tensor IGanObjective.GeneratorLoss(Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        RelativisticPairLoss.Of(Generator, realLogits, fakeLogits, reduction, LossPath, LossWeight);

    void IGanObjective.DiscriminatorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        RelativisticPairLoss.Gradients(Discriminator, realLogits, fakeLogits, LossPath, gradients);

    void IGanObjective.GeneratorGradients(Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        RelativisticPairLoss.Gradients(Generator, realLogits, fakeLogits, LossPath, gradients, LossWeight);
}
