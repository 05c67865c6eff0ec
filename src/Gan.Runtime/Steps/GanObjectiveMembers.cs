using System.Diagnostics.CodeAnalysis;
using Gan.Runtime;
using static TorchSharp.torch;

/// <summary>
/// The members that every declared objective has on its own type beside those that are written for it: losses by a reduction, gradients without a graph, and the steps.
/// </summary>
/// <remarks>
/// They are extension methods in the global namespace, so that they are there without a using, as members are. A variable of type <see cref="IGanObjective"/> has them itself.
/// </remarks>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "What stands in for members must not need a using.")]
public static class GanObjectiveMembers
{
    /// <inheritdoc cref="IGanObjective.DiscriminatorLoss(Tensor, Tensor, LossReduction)"/>
    public static Tensor DiscriminatorLoss(this IGanObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        Checked(objective).DiscriminatorLoss(realLogits, fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorLoss(Tensor, Tensor, LossReduction, LossReduction)"/>
    public static Tensor DiscriminatorLoss(this ISeparateObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        Checked(objective).DiscriminatorLoss(realLogits, fakeLogits, realReduction, fakeReduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorLoss(Tensor, Tensor, LossReduction, LossReduction)"/>
    /// <remarks>What is masked is not in the other side's mean.</remarks>
    public static Tensor DiscriminatorLoss(this IRelativisticAverageObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        Checked(objective).DiscriminatorLoss(realLogits, fakeLogits, realReduction, fakeReduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorRealLoss(Tensor, LossReduction)"/>
    public static Tensor DiscriminatorRealLoss(this ISeparateObjective objective, Tensor realLogits, LossReduction reduction) => Checked(objective).DiscriminatorRealLoss(realLogits, reduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorFakeLoss(Tensor, LossReduction)"/>
    public static Tensor DiscriminatorFakeLoss(this ISeparateObjective objective, Tensor fakeLogits, LossReduction reduction) => Checked(objective).DiscriminatorFakeLoss(fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, LossReduction)"/>
    public static Tensor GeneratorLoss(this ISeparateObjective objective, Tensor fakeLogits, LossReduction reduction) => Checked(objective).GeneratorLoss(fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, Tensor, LossReduction)"/>
    public static Tensor GeneratorLoss(this ICoupledObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        Checked(objective).GeneratorLoss(realLogits, fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, Tensor, LossReduction, LossReduction)"/>
    /// <remarks>What is masked is not in the other side's mean.</remarks>
    public static Tensor GeneratorLoss(this IRelativisticAverageObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        Checked(objective).GeneratorLoss(realLogits, fakeLogits, realReduction, fakeReduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorGradients"/>
    public static void DiscriminatorGradients(this IGanObjective objective, Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        Checked(objective).DiscriminatorGradients(realLogits, fakeLogits, gradients);

    /// <summary>L_G, and its gradient in the logits, without a graph.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="fakeLogits">D(G(z)), any shape, floating point, not empty.</param>
    /// <param name="gradients">Takes the loss and the gradient.</param>
    /// <exception cref="ArgumentException">The logits are null, disposed, empty or not floating point; or the gradients are null.</exception>
    public static void GeneratorGradients(this ISeparateObjective objective, Tensor fakeLogits, LogitGradients gradients) =>
        Checked(objective).GeneratorGradients(realLogits: null!, fakeLogits, gradients);

    /// <inheritdoc cref="IGanObjective.GeneratorGradients"/>
    public static void GeneratorGradients(this ICoupledObjective objective, Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        Checked(objective).GeneratorGradients(realLogits, fakeLogits, gradients);

    /// <inheritdoc cref="IGanObjective.DiscriminatorTerms"/>
    public static DiscriminatorTerms DiscriminatorTerms(this IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long step = 0) =>
        Checked(objective).DiscriminatorTerms(discriminator, real, fake, step);

    /// <inheritdoc cref="IGanObjective.GeneratorTerms(nn.Module{Tensor, Tensor}, Tensor)"/>
    public static GeneratorTerms GeneratorTerms(this ISeparateObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor fake) => Checked(objective).GeneratorTerms(discriminator, fake);

    /// <inheritdoc cref="IGanObjective.GeneratorTerms(nn.Module{Tensor, Tensor}, Tensor, Tensor)"/>
    public static GeneratorTerms GeneratorTerms(this IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake) =>
        Checked(objective).GeneratorTerms(discriminator, real, fake);

    /// <inheritdoc cref="IGanObjective.ClipWeights"/>
    public static void ClipWeights(this IGanObjective objective, nn.Module discriminator) => Checked(objective).ClipWeights(discriminator);

    private static IGanObjective Checked(IGanObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return objective;
    }
}
