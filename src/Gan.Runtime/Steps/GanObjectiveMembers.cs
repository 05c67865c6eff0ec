using System.Diagnostics.CodeAnalysis;
using Gan.Runtime;
using static TorchSharp.torch;

/// <summary>
/// Provides members of <see cref="IGanObjective"/> on the type of each declared objective: losses with a reduction, gradients without a graph, and the steps.
/// </summary>
/// <remarks>
/// They are extension methods in the global namespace, so that they need no using directive, as members do not.
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
    /// <remarks>Masked logits do not count in the mean that the logits of the other kind are compared with.</remarks>
    public static Tensor DiscriminatorLoss(this IRelativisticAverageObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        Checked(objective).DiscriminatorLoss(realLogits, fakeLogits, realReduction, fakeReduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorLoss(Tensor, Tensor, LossReduction, LossReduction)"/>
    /// <remarks>Masked logits are in no statistic of their batch. Weights multiply losses and change no statistic.</remarks>
    public static Tensor DiscriminatorLoss(this IBatchObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        Checked(objective).DiscriminatorLoss(realLogits, fakeLogits, realReduction, fakeReduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorRealLoss(Tensor, LossReduction)"/>
    public static Tensor DiscriminatorRealLoss(this ISeparateObjective objective, Tensor realLogits, LossReduction reduction) => Checked(objective).DiscriminatorRealLoss(realLogits, reduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorFakeLoss(Tensor, LossReduction)"/>
    public static Tensor DiscriminatorFakeLoss(this ISeparateObjective objective, Tensor fakeLogits, LossReduction reduction) => Checked(objective).DiscriminatorFakeLoss(fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, LossReduction)"/>
    public static Tensor GeneratorLoss(this ISeparateObjective objective, Tensor fakeLogits, LossReduction reduction) => Checked(objective).GeneratorLoss(fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, LossReduction)"/>
    /// <remarks>Masked logits are in no statistic of the batch. Weights multiply losses and change no statistic.</remarks>
    public static Tensor GeneratorLoss(this ISeparateBatchObjective objective, Tensor fakeLogits, LossReduction reduction) => Checked(objective).GeneratorLoss(fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, Tensor, LossReduction)"/>
    public static Tensor GeneratorLoss(this ICoupledObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction reduction) =>
        Checked(objective).GeneratorLoss(realLogits, fakeLogits, reduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, Tensor, LossReduction, LossReduction)"/>
    /// <remarks>Masked logits do not count in the mean that the logits of the other kind are compared with.</remarks>
    public static Tensor GeneratorLoss(this IRelativisticAverageObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        Checked(objective).GeneratorLoss(realLogits, fakeLogits, realReduction, fakeReduction);

    /// <inheritdoc cref="IGanObjective.GeneratorLoss(Tensor, Tensor, LossReduction, LossReduction)"/>
    /// <remarks>Masked logits are in no statistic of their batch. Weights multiply losses and change no statistic.</remarks>
    public static Tensor GeneratorLoss(this ICoupledBatchObjective objective, Tensor realLogits, Tensor fakeLogits, LossReduction realReduction, LossReduction fakeReduction) =>
        Checked(objective).GeneratorLoss(realLogits, fakeLogits, realReduction, fakeReduction);

    /// <inheritdoc cref="IGanObjective.DiscriminatorGradients"/>
    public static void DiscriminatorGradients(this IGanObjective objective, Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        Checked(objective).DiscriminatorGradients(realLogits, fakeLogits, gradients);

    /// <summary>Computes the generator's loss L_G and its gradient with respect to the logits, without a graph.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)) of any shape, floating point and not empty.</param>
    /// <param name="gradients">The object that receives the loss and the gradient.</param>
    /// <exception cref="ArgumentException">The objective or the gradients are null, or the logits are null, disposed, empty or not floating point.</exception>
    /// <exception cref="ObjectDisposedException">The gradients have been disposed.</exception>
    /// <exception cref="InvalidOperationException"><see cref="IGanObjective.LossPath"/> is <see cref="LossPath.Kernel"/>, and the kernel cannot read these logits.</exception>
    public static void GeneratorGradients(this ISeparateObjective objective, Tensor fakeLogits, LogitGradients gradients) =>
        Checked(objective).GeneratorGradients(realLogits: null!, fakeLogits, gradients);

    /// <inheritdoc cref="GeneratorGradients(ISeparateObjective, Tensor, LogitGradients)"/>
    public static void GeneratorGradients(this ISeparateBatchObjective objective, Tensor fakeLogits, LogitGradients gradients) =>
        Checked(objective).GeneratorGradients(realLogits: null!, fakeLogits, gradients);

    /// <inheritdoc cref="IGanObjective.GeneratorGradients"/>
    public static void GeneratorGradients(this ICoupledObjective objective, Tensor realLogits, Tensor fakeLogits, LogitGradients gradients) =>
        Checked(objective).GeneratorGradients(realLogits, fakeLogits, gradients);

    /// <summary>
    /// Updates the states of an objective from the logits of a step of the discriminator, for a loop that does not call <c>DiscriminatorTerms</c>, which updates them itself. The next losses use the new values.
    /// </summary>
    /// <remarks>Logits with a statistic that is not finite do not change the states.</remarks>
    /// <param name="objective">The objective.</param>
    /// <param name="realLogits">The real logits D(x) of any shape, floating point and not empty.</param>
    /// <param name="fakeLogits">The fake logits D(G(z)), of the same device and dtype.</param>
    /// <exception cref="ArgumentException">The objective is null, or logits are null, disposed, empty or not floating point, or differ in device or dtype.</exception>
    /// <exception cref="InvalidOperationException">A new value is not finite.</exception>
    public static void UpdateState(this IStatefulObjective objective, Tensor realLogits, Tensor fakeLogits)
    {
        ArgumentNullException.ThrowIfNull(objective);
        objective.States.Update(realLogits, fakeLogits);
    }

    /// <inheritdoc cref="IGanObjective.DiscriminatorTerms"/>
    public static DiscriminatorTerms DiscriminatorTerms(this IGanObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake, long step = 0) =>
        Checked(objective).DiscriminatorTerms(discriminator, real, fake, step);

    /// <inheritdoc cref="IGanObjective.GeneratorTerms(nn.Module{Tensor, Tensor}, Tensor)"/>
    public static GeneratorTerms GeneratorTerms(this ISeparateObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor fake) => Checked(objective).GeneratorTerms(discriminator, fake);

    /// <inheritdoc cref="IGanObjective.GeneratorTerms(nn.Module{Tensor, Tensor}, Tensor)"/>
    public static GeneratorTerms GeneratorTerms(this ISeparateBatchObjective objective, nn.Module<Tensor, Tensor> discriminator, Tensor fake) => Checked(objective).GeneratorTerms(discriminator, fake);

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
