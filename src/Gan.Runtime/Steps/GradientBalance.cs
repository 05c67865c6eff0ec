using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Balances two losses by their gradients at one tensor, usually the weights of the generator's last layer.</summary>
/// <remarks>
/// <para>A VQGAN trains with <c>reconstruction + factor * adversarial</c>, so that both terms move the last layer by amounts of the same size:
/// <c>factor = clamp(||grad reconstruction|| / (||grad adversarial|| + 0.0001), 0, 10000)</c>.</para>
/// <para>Source: Esser, Rombach and Ommer 2021 (VQGAN, arXiv 2012.09841), equation 7. TF-GAN's <c>combine_adversarial_loss</c> scales by such a ratio too.</para>
/// </remarks>
public static class GradientBalance
{
    /// <summary>Computes the factor by which the second loss gets a gradient as large as the gradient of the first.</summary>
    /// <param name="reference">The first loss, a scalar with its graph, which is kept.</param>
    /// <param name="balanced">The second loss, a scalar with its graph, which is kept.</param>
    /// <param name="at">The tensor in which both are differentiated, a parameter that both depend on. Its <c>grad</c> does not change.</param>
    /// <param name="damping">The number that is added to the second norm, finite and positive. The default is 0.0001.</param>
    /// <param name="largest">The largest factor, finite and positive. The default is 10,000.</param>
    /// <returns>The factor, a scalar without a graph.</returns>
    /// <exception cref="ArgumentException">A tensor is null, disposed or empty; a loss is not a floating-point scalar with a graph; or the third tensor does not require a gradient.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite and positive.</exception>
    /// <exception cref="InvalidOperationException">A loss does not depend on the tensor, or its graph has been freed.</exception>
    public static Tensor Factor(Tensor reference, Tensor balanced, Tensor at, double damping = 1e-4, double largest = 1e4)
    {
        TensorChecks.LossWithGraph(reference, nameof(reference));
        TensorChecks.LossWithGraph(balanced, nameof(balanced));
        TensorChecks.NotEmpty(at, nameof(at));
        if (!at.requires_grad || !at.is_leaf)
            throw new ArgumentException("The losses are differentiated in a parameter: the tensor must be a leaf that requires a gradient.", nameof(at));
        Ranges.Positive(damping, nameof(damping));
        Ranges.Positive(largest, nameof(largest));
        using var scope = NewDisposeScope();
        return Norm(reference, at, nameof(reference)).div(Norm(balanced, at, nameof(balanced)).add(damping)).clamp(0, largest).MoveToOuterDisposeScope();
    }

    private static Tensor Norm(Tensor loss, Tensor at, string name)
    {
        using var graph = enable_grad();
        var gradient = InputGradient.TryTake(loss, at) ?? throw new InvalidOperationException($"The loss '{name}' does not depend on the tensor in which it is differentiated.");
        return Precision.AtLeastFloat32(gradient.detach()).norm();
    }
}
