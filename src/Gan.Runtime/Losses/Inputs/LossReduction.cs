using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Losses.Inputs;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// How the losses φ(tᵢ) of a batch of logits become one number: over the elements that the mask m leaves,
/// <c>Mean = Σ mᵢwᵢφ(tᵢ) / Σ mᵢ</c>, <c>Sum = Σ mᵢwᵢφ(tᵢ)</c>, or <c>None</c>, the tensor of <c>mᵢwᵢφ(tᵢ)</c>.
/// </summary>
/// <remarks>
/// The weights are factors and no more: they are not divided by their sum. What is masked counts nowhere and gets the gradient 0,
/// even if its logit or its weight is NaN or infinite. A <see cref="nn.Reduction"/> converts to it: <c>objective.GeneratorLoss(logits, nn.Reduction.Sum)</c>.
/// </remarks>
public sealed class LossReduction
{
    /// <summary>A reduction without weights and mask.</summary>
    /// <param name="kind">Mean, sum, or none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the three.</exception>
    public LossReduction(nn.Reduction kind) => Kind = Ranges.Defined(kind, nameof(kind));

    /// <summary>The mean over every element.</summary>
    public static LossReduction Mean { get; } = new(nn.Reduction.Mean);

    /// <summary>The sum over every element.</summary>
    public static LossReduction Sum { get; } = new(nn.Reduction.Sum);

    /// <summary>The loss of each element, in the logits' shape.</summary>
    public static LossReduction None { get; } = new(nn.Reduction.None);

    /// <summary>Mean, sum, or none.</summary>
    public nn.Reduction Kind { get; }

    /// <summary>
    /// w, floating point, on the logits' device: one for each sample, [N], or of as many dimensions as the logits, each of their size or 1. Null is 1 for all.
    /// </summary>
    public Tensor? Weights { get; init; }

    /// <summary>m, of booleans, shaped like <see cref="Weights"/>: true where a logit counts. Null is true for all.</summary>
    public Tensor? Mask { get; init; }

    /// <summary>A reduction without weights and mask.</summary>
    /// <param name="kind">Mean, sum, or none.</param>
    public static implicit operator LossReduction(nn.Reduction kind) => FromReduction(kind);

    /// <summary>A reduction without weights and mask.</summary>
    /// <param name="kind">Mean, sum, or none.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the three.</exception>
    public static LossReduction FromReduction(nn.Reduction kind) => new(kind);

    /// <summary>Reduces the losses of logits that have been through <see cref="LogitChecks.Prepare(Tensor, string, LossReduction)"/>.</summary>
    /// <param name="losses">φ(t) of each logit, at least float32.</param>
    /// <returns>A scalar, or with <see cref="None"/> a tensor of the losses' shape; it carries the graph.</returns>
    /// <exception cref="ArgumentException">The losses are null, disposed, empty, sparse or not floating point, the weights or the mask do not fit them, or the mask leaves nothing to take the mean of.</exception>
    public Tensor Of(Tensor losses)
    {
        TensorChecks.NotEmpty(losses, nameof(losses));
        TensorChecks.FloatingPoint(losses, nameof(losses));
        using var scope = NewDisposeScope();
        var mask = MaskOf(losses);
        var terms = Covered(losses, mask);
        // A weight that is masked may be no number either, as of a quotient without samples.
        if (WeightsOf(losses) is { } weights)
            terms = Refusals.Graph(() => Covered(losses, mask).mul(Covered(weights, mask)), "The losses cannot be differentiated");

        var result = Kind switch
        {
            // The losses may be a tensor of the caller's, which is not to be moved.
            nn.Reduction.None => terms.alias(),
            nn.Reduction.Sum => terms.sum(),
            _ when mask is null => terms.mean(),
            _ => PerCount(terms.sum(), losses),
        };
        return result.MoveToOuterDisposeScope();
    }

    /// <summary>Refuses weights and a mask that do not fit logits.</summary>
    internal void Check(Tensor logits)
    {
        if (Weights is null && Mask is null)
            return;
        using var scope = NewDisposeScope();
        _ = (WeightsOf(logits), MaskOf(logits));
        // How many it leaves would have to be waited for: on a GPU the mean over none is NaN.
        if (Kind == nn.Reduction.Mean && !HostRead.Waits(logits))
            _ = CountOf(logits);
    }

    /// <summary>The weights as they broadcast to logits, in their dtype.</summary>
    internal Tensor? WeightsOf(Tensor logits) => WeightsOf(logits, logits.dtype);

    /// <summary>The weights as they broadcast to logits, in another dtype.</summary>
    internal Tensor? WeightsOf(Tensor logits, ScalarType type) => Weights is null ? null : LogitAlignment.Of(Weights, logits, nameof(Weights)).to(type);

    /// <summary>The mask as it broadcasts to logits.</summary>
    internal Tensor? MaskOf(Tensor logits) => Mask is null ? null : LogitAlignment.OfMask(Mask, logits, nameof(Mask));

    /// <summary>How many logits count.</summary>
    internal long CountOf(Tensor logits) => MaskOf(logits) is { } mask ? LogitAlignment.Count(mask, logits, nameof(Mask)) : logits.numel();

    /// <summary>The gradient in logits of their reduced losses.</summary>
    /// <param name="slopes">The slope of each loss.</param>
    /// <param name="incoming">The derivative in the reduced loss: a scalar, or of the losses' shape with <see cref="None"/>.</param>
    /// <param name="isOwned">Whether the slopes may be overwritten.</param>
    internal Tensor Weighted(Tensor slopes, Tensor incoming, bool isOwned)
    {
        var mask = MaskOf(slopes);
        var factor = Kind == nn.Reduction.Mean ? PerCount(incoming, slopes) : incoming;
        if (WeightsOf(slopes) is { } weights)
            factor = factor.mul(Covered(weights, mask));
        return Covered(isOwned && !is_grad_enabled() ? slopes.mul_(factor) : slopes.mul(factor), mask);
    }

    /// <summary>The mean of logits, of those that the mask leaves.</summary>
    internal Tensor MeanOf(Tensor logits)
        => Mask is null ? logits.mean() : PerCount(logits.sum(), logits);

    /// <summary>A tensor divided by how many logits count.</summary>
    internal Tensor PerCount(Tensor tensor, Tensor logits) =>
        HostRead.Waits(logits) && MaskOf(logits) is { } mask ? tensor.div(mask.expand_as(logits).sum()) : tensor.div(CountOf(logits));

    /// <summary>The logits with 0 in the place of what is masked: the slope there would be multiplied by 0, and is better not NaN.</summary>
    internal Tensor Covered(Tensor logits)
        => Covered(logits, MaskOf(logits));

    // Not the number 0: it would be copied to a GPU from the program's memory, and that waits.
    private static Tensor Covered(Tensor tensor, Tensor? mask) => mask is null ? tensor : where(mask, tensor, zeros([], dtype: tensor.dtype, device: tensor.device));
}
