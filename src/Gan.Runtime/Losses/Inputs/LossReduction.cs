using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Losses.Inputs;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Specifies how the losses φ(tᵢ) of the logits of a batch are reduced, with optional weights w and mask m:
/// <c>Mean = Σ mᵢwᵢφ(tᵢ) / Σ mᵢ</c>, <c>Sum = Σ mᵢwᵢφ(tᵢ)</c>, or <c>None</c>, the tensor of <c>mᵢwᵢφ(tᵢ)</c>.
/// </summary>
/// <remarks>
/// <para>The mean is not divided by the sum of the weights. A masked logit does not count and gets the gradient 0, even if the logit or its weight is NaN or infinite.</para>
/// <para>A <see cref="nn.Reduction"/> converts to a <see cref="LossReduction"/>: <c>objective.GeneratorLoss(logits, nn.Reduction.Sum)</c>.</para>
/// </remarks>
public sealed class LossReduction
{
    /// <summary>Initialises a new instance of the <see cref="LossReduction"/> class. <see cref="Weights"/> and <see cref="Mask"/> can be set in its initialiser.</summary>
    /// <param name="kind">The kind of the reduction.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not a member of its enumeration.</exception>
    public LossReduction(nn.Reduction kind) => Kind = Ranges.Defined(kind, nameof(kind));

    /// <summary>Gets the reduction to the mean over all elements.</summary>
    public static LossReduction Mean { get; } = new(nn.Reduction.Mean);

    /// <summary>Gets the reduction to the sum over all elements.</summary>
    public static LossReduction Sum { get; } = new(nn.Reduction.Sum);

    /// <summary>Gets the reduction that keeps the loss of each element, in the shape of the logits.</summary>
    public static LossReduction None { get; } = new(nn.Reduction.None);

    /// <summary>Gets the kind of the reduction: mean, sum or none.</summary>
    public nn.Reduction Kind { get; }

    /// <summary>
    /// Gets or sets the weights w, floating point and on the device of the logits. The default is <see langword="null"/>, a weight of 1 for every logit.
    /// </summary>
    /// <remarks>The shape is [N], one weight per sample, or has as many dimensions as the logits, each of the same size or 1.</remarks>
    public Tensor? Weights { get; init; }

    /// <summary>Gets or sets the mask m, a Boolean tensor that is true for each logit that counts. The default is <see langword="null"/>: every logit counts.</summary>
    /// <remarks>The shape is [N], one value per sample, or has as many dimensions as the logits, each of the same size or 1.</remarks>
    public Tensor? Mask { get; init; }

    /// <summary>Converts a kind to a reduction without weights and mask.</summary>
    /// <param name="kind">The kind of the reduction.</param>
    /// <returns>The reduction.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not a member of its enumeration.</exception>
    public static implicit operator LossReduction(nn.Reduction kind) => FromReduction(kind);

    /// <summary>Returns a reduction without weights and mask.</summary>
    /// <param name="kind">The kind of the reduction.</param>
    /// <returns>The reduction.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not a member of its enumeration.</exception>
    public static LossReduction FromReduction(nn.Reduction kind) => new(kind);

    /// <summary>Reduces a tensor of losses, for an objective that is written by hand.</summary>
    /// <param name="losses">The loss φ(t) of each logit, of at least float32.</param>
    /// <returns>A scalar or, with <see cref="None"/>, a tensor of the shape of the losses, with the graph.</returns>
    /// <exception cref="ArgumentException">The losses are null, disposed, empty, sparse or not floating point; the weights or the mask do not fit them; or the mask excludes every logit and the reduction is the mean.</exception>
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

    /// <summary>Refuses a mask that leaves none of the logits of a batch that a statistic is taken of.</summary>
    internal void CheckLeavesOne(Tensor logits)
    {
        if (Mask is null || HostRead.Waits(logits))
            return;
        using var scope = NewDisposeScope();
        _ = LogitAlignment.Count(MaskOf(logits)!, logits, nameof(Mask), "so its batch has no statistics");
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
