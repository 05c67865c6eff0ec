using System.ComponentModel;
using Gan.Runtime.Losses;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents an objective with <c>Coupling.Relativistic</c>: its losses are functions of the difference t = D(G(z)) - D(x) of each pair.</summary>
/// <remarks>Source: Jolicoeur-Martineau 2018 (arXiv 1807.00734).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRelativisticPairObjective : ICoupledObjective
{
    /// <summary>Gets the discriminator's loss of one difference t.</summary>
    LogitLoss Discriminator { get; }

    /// <summary>Gets the generator's loss of one difference t, without <see cref="IGanObjective.LossWeight"/>.</summary>
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
