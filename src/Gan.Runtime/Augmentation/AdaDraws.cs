using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>The random numbers of one call of ADA: those of a transformation that is not asked for, or does not happen, change nothing.</summary>
/// <param name="images">The images.</param>
/// <param name="transforms">The transformations.</param>
/// <param name="probability">p.</param>
/// <param name="draws">Where they come from.</param>
internal sealed class AdaDraws(Tensor images, AdaTransforms transforms, Tensor probability, Draws draws)
{
    private long Samples => images.shape[0];

    public bool Has(AdaTransforms transform) => (transforms & transform) != 0;

    /// <summary>A whole number below a limit, or 0: [N].</summary>
    public Tensor Below(AdaTransforms transform, long limit) => Gated(transform, () => draws.Below(images, limit), probability);

    /// <summary>A number from -range to range, or 0: [N].</summary>
    public Tensor Within(AdaTransforms transform, double range, Tensor? probability = null) => Gated(transform, () => draws.Within(images, range), probability ?? Probability);

    /// <summary>A number of N(0, deviation^2), or 0: [N].</summary>
    public Tensor Normal(AdaTransforms transform, double deviation) => Gated(transform, () => draws.Normal(images, Samples).mul(deviation), probability);

    /// <summary>Two numbers for an axis each, which are both 0 or both not: [N] and [N].</summary>
    public (Tensor X, Tensor Y) Pair(AdaTransforms transform, Func<Draws, Tensor> number)
    {
        if (!Has(transform))
            return (Nothing, Nothing);
        var (x, y, happens) = (number(draws), number(draws), draws.Happens(images, probability));
        return (where(happens, x, Nothing), where(happens, y, Nothing));
    }

    /// <summary>Noise of the images' own size.</summary>
    public Tensor Noise() => draws.Normal(images, images.shape);

    public Tensor Uniform() => draws.Uniform(images, Samples);

    public Tensor Happens() => draws.Happens(images, probability);

    public Tensor Probability => probability;

    private Tensor Nothing => zeros(Samples, dtype: images.dtype, device: images.device);

    private Tensor Gated(AdaTransforms transform, Func<Tensor> draw, Tensor gate)
    {
        if (!Has(transform))
            return Nothing;
        var drawn = draw();
        return where(draws.Happens(images, gate), drawn, Nothing);
    }
}
