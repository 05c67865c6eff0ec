using Gan.Runtime.Checks;
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

    /// <summary>Whether the graph of the composed form is less work than a Function of our own: where the slope is a number, of few logits, and of so many that a gradient is mostly page faults.</summary>
    public virtual bool IsForAutograd => false;

    /// <summary>The same loss of other tensors.</summary>
    public abstract LossTerm With(LossSide[] sides);

    /// <summary>The loss in one pass.</summary>
    /// <param name="gradients">For each side a tensor for its gradient, or null.</param>
    /// <param name="losses">For single losses, of the logits' shape; null where they are reduced.</param>
    /// <returns>The reduced loss.</returns>
    public abstract double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses);

    /// <summary>The loss by tensor operations, with the logits' graph.</summary>
    public abstract Tensor Compose();

    /// <summary>The gradient in each side by tensor operations, in closed form, with a graph of its own where one is built.</summary>
    /// <param name="incoming">The derivative of what is differentiated in this loss.</param>
    public abstract Tensor[] Differentiate(Tensor incoming);

    /// <summary>The way that is taken.</summary>
    /// <exception cref="InvalidOperationException">The kernel is wanted, but cannot read the logits.</exception>
    public LossPath Choose(LossPath wanted) => Choose(wanted, sides);

    /// <summary>The same for sides alone.</summary>
    public static LossPath Choose(LossPath wanted, LossSide[] sides)
    {
        var fits = Array.TrueForAll(sides, static side => side.IsForKernel);
        if (wanted == LossPath.Kernel && !fits)
        {
            throw new InvalidOperationException(
                $"LossPath.Kernel is for contiguous float32 or float64 logits on the CPU and weights without a gradient, but the logits are {Describe(sides.First(static side => !side.IsForKernel))}: set LossPath to Automatic.");
        }

        return wanted == LossPath.Composed || !fits ? LossPath.Composed : LossPath.Kernel;
    }

    protected static bool IsLarge(Tensor logits) => logits.numel() >= 1 << 22;

    /// <summary>A tensor times the weight.</summary>
    protected Tensor Weighted(Tensor tensor) => weight == 1 ? tensor : tensor.mul(weight);

    private static string Describe(LossSide side) =>
        $"{(side.IsConverted ? "of a half type" : side.Logits.dtype.ToString())} {TensorChecks.Shape(side.Logits)} on {side.Logits.device}{(side.Logits.is_contiguous() ? "" : ", not contiguous")}{(side.Reduction.Weights is { requires_grad: true } ? ", with weights that require a gradient" : "")}";
}
