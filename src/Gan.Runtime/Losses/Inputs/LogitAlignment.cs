using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Inputs;

/// <summary>Brings weights and masks to the shape of the logits they belong to. A shape that would enlarge the logits is a mistake, not a broadcast.</summary>
internal static class LogitAlignment
{
    /// <summary>Weights as a view that broadcasts to <paramref name="logits"/>.</summary>
    public static Tensor Of(Tensor weights, Tensor logits, string name)
    {
        TensorChecks.NotEmpty(weights, name);
        TensorChecks.FloatingPoint(weights, name);
        return Aligned(weights, logits, name);
    }

    /// <summary>A mask as a view that broadcasts to <paramref name="logits"/>.</summary>
    public static Tensor OfMask(Tensor mask, Tensor logits, string name)
    {
        TensorChecks.NotEmpty(mask, name);
        if (mask.dtype != ScalarType.Bool)
            throw new ArgumentException($"A mask must be boolean, true where a logit counts, not {mask.dtype}.", name);
        TensorChecks.NotSparse(mask, name);
        return Aligned(mask, logits, name);
    }

    /// <summary>How many of the logits the mask leaves; at least one.</summary>
    /// <param name="mask">The mask, aligned.</param>
    /// <param name="logits">The logits.</param>
    /// <param name="name">Of the mask, for the message.</param>
    /// <param name="consequence">What follows where it leaves none.</param>
    public static long Count(Tensor mask, Tensor logits, string name, string consequence = "so there is no mean")
    {
        using var scope = NewDisposeScope();
        var count = HostRead.WholeNumber(mask.expand_as(logits).sum());
        return count > 0 ? count : throw new ArgumentException($"The mask leaves no logit, {consequence}.", name);
    }

    private static Tensor Aligned(Tensor tensor, Tensor logits, string name)
    {
        if (tensor.device_type != logits.device_type || tensor.device_index != logits.device_index)
            throw new ArgumentException($"{name} is on {tensor.device} but the logits are on {logits.device}: they need the same device.", name);

        var (shape, wanted) = (tensor.shape, logits.shape);
        if (shape.Length == 1 && wanted.Length > 0 && shape[0] == wanted[0])
            return tensor.view([shape[0], .. Enumerable.Repeat(1L, wanted.Length - 1)]);
        if (shape.Length == wanted.Length && shape.Zip(wanted).All(static size => size.First == size.Second || size.First == 1))
            return tensor;
        throw new ArgumentException(
            $"{name} of shape {TensorChecks.Shape(tensor)} does not fit logits of shape {TensorChecks.Shape(logits)}: give one for each sample, [N], or as many dimensions as the logits, each of their size or 1.",
            name);
    }
}
