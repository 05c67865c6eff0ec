using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>A reduced loss of one or two batches of logits. It can be computed in one pass over memory or by tensor operations, with its gradient in closed form on both ways.</summary>
/// <param name="sides">The batches: the one, or the real and the fake one.</param>
/// <param name="weight">The factor of the whole.</param>
internal abstract class LossTerm(LossSide[] sides, double weight)
{
    public LossSide[] Sides => sides;

    public double Weight => weight;

    public bool RequiresGradient => Array.Exists(sides, static side => side.Logits.requires_grad || side.Reduction.Weights is { requires_grad: true });

    public bool HasLearningWeights => Array.Exists(sides, static side => side.Reduction.Weights is { requires_grad: true });

    public bool HasWeightsOrMask => Array.Exists(sides, static side => side.Reduction.Weights is not null || side.Reduction.Mask is not null);

    /// <summary>Whether losses stay single.</summary>
    public bool IsByElement => sides[0].Reduction.Kind == nn.Reduction.None;

    /// <summary>Whether the gradient for an incoming one is that for 1, times the incoming one, element by element.</summary>
    public virtual bool ScalesGradient => true;

    /// <summary>Whether the logits are on a GPU with CUDA, for which there are kernels too.</summary>
    public bool IsOnCuda => CudaRuntime.IsOn(sides[0].Logits);

    /// <summary>Whether the logits are on a GPU, whose numbers nothing reads.</summary>
    public bool IsOnGpu => HostRead.Waits(sides[0].Logits);

    /// <summary>The same loss for tensor operations, which compute half types in float32.</summary>
    public LossTerm InFloat32 => Array.Exists(sides, static side => Precision.IsHalf(side.Logits)) ? With(Array.ConvertAll(sides, static side => side.InFloat32)) : this;

    /// <summary>
    /// Whether autograd's own graph of the composed form is taken: where it is less work than a Function of our own, and weights that learn need it. On a GPU a Function costs more than the operations
    /// that it spares.
    /// </summary>
    public bool TakesAutograd(LossPath wanted, LossPath path) =>
        HasLearningWeights || (wanted == LossPath.Automatic && (IsForAutograd || (path == LossPath.Composed && IsOnGpu && HasFaithfulGraph)));

    /// <summary>Whether autograd's gradient of the composed form is the closed one, also of large logits.</summary>
    protected abstract bool HasFaithfulGraph { get; }

    /// <summary>Whether the graph of the composed form is less work than a Function of our own: where the slope is a number, of few logits, and of so many that a gradient is mostly page faults.</summary>
    protected virtual bool IsForAutograd => false;

    /// <summary>The same loss of other tensors.</summary>
    public abstract LossTerm With(LossSide[] sides);

    /// <summary>The loss in one pass.</summary>
    /// <param name="gradients">For each side a tensor for its gradient, or null.</param>
    /// <param name="losses">For single losses, of the logits' shape; null where they are reduced.</param>
    /// <returns>The reduced loss.</returns>
    public abstract double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses);

    /// <summary>The launches of the same pass on a GPU.</summary>
    /// <param name="gradients">For each side a tensor for its gradient, or null.</param>
    /// <param name="losses">For single losses, of the logits' shape; null where they are reduced.</param>
    /// <param name="output">Where the reduced loss goes.</param>
    public abstract CudaLaunch[] Launches(Tensor?[] gradients, Tensor? losses, CudaOutput output);

    /// <summary>The loss by tensor operations, with the logits' graph.</summary>
    public abstract Tensor Compose();

    /// <summary>The gradient in each side by tensor operations, in closed form, with a graph of its own where one is built.</summary>
    /// <param name="incoming">The derivative of what is differentiated in this loss.</param>
    public abstract Tensor[] Differentiate(Tensor incoming);

    /// <summary>The way that is taken.</summary>
    /// <exception cref="InvalidOperationException">The kernel is wanted, but cannot read the logits.</exception>
    public virtual LossPath Choose(LossPath wanted) => LossPathRule.Choose(wanted, sides);

    protected static bool IsLarge(Tensor logits) => logits.numel() >= 1 << 22;

    /// <summary>A tensor times the weight.</summary>
    protected Tensor Weighted(Tensor tensor) => weight == 1 ? tensor : tensor.mul(weight);
}
