using Gan.Runtime.Augmentation;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Changes images by the pipeline of adaptive discriminator augmentation (ADA), in which each transformation happens with a probability p of its own draw.</summary>
/// <remarks>
/// <para>The order is fixed: copies of pixels, geometric transformations, colours, filter, noise, cutout. See <see cref="AdaTransforms"/> for each. The order of geometric transformations is
/// scaling, rotation, stretching, rotation, translation. The first and the second rotation each happen with probability <c>1 - sqrt(1 - p)</c>, so that one or both happen with probability p.</para>
/// <para>Geometric transformations compute between pixels of an image of twice the resolution, which is made and reduced with the wavelet sym6. Beyond its edges, an image is continued by reflection.
/// Where none happens, the image stays what it is up to rounding.</para>
/// <para>While p is less than about 0.8, the changes do not appear in the images of the generator. At p = 1, some cannot be undone: after quarter turns that are uniformly random, or a luma flip that is,
/// nothing tells which image was the original. See <see cref="AugmentationProbability"/> for the adaptation of p.</para>
/// <para>Source: Karras et al. 2020 (arXiv 2006.06676), section 3 and appendix B. The numbers come from the authors' code. Two things differ from it: pixels are copied exactly, before and apart from the geometric
/// transformations, and reflection does not end at the size of the image.</para>
/// </remarks>
public sealed class AdaAugment : DifferentiableAugmentation
{
    private readonly AdaTransforms transforms;
    private readonly AdaGeometry geometry = new();
    private readonly AdaFilter filter = new();

    /// <summary>Initialises a new instance of the <see cref="AdaAugment"/> class.</summary>
    /// <param name="probability">The probability p of each transformation.</param>
    /// <param name="transforms">The transformations, at least one. The default is <see cref="AdaTransforms.BlitGeometryColor"/>.</param>
    /// <param name="generator">The generator of the random numbers, or <see langword="null"/> for the global one. It stays the caller's.</param>
    /// <exception cref="ArgumentNullException">The probability is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The transformations are none, or not members of the enumeration.</exception>
    public AdaAugment(AugmentationProbability probability, AdaTransforms transforms = AdaTransforms.BlitGeometryColor, Generator? generator = null)
        : this(probability, transforms, new Draws(generator))
    {
    }

    internal AdaAugment(AugmentationProbability probability, AdaTransforms transforms, Draws draws)
        : base(nameof(AdaAugment), draws)
    {
        Probability = Ranges.NotNull(probability, nameof(probability));
        this.transforms = Ranges.Flags(transforms, AdaTransforms.All, nameof(transforms));
    }

    /// <summary>Gets the probability p of each transformation.</summary>
    public AugmentationProbability Probability { get; }

    private protected override void Check(Tensor images, string parameterName)
    {
        if ((transforms & AdaTransforms.QuarterTurns) != 0 && images.shape[2] != images.shape[3])
            throw new ArgumentException($"Quarter turns need square images: the shape is {TensorChecks.Shape(images)}. Leave out {nameof(AdaTransforms)}.{nameof(AdaTransforms.QuarterTurns)}.", parameterName);
        if ((transforms & AdaTransforms.Color) != 0 && images.shape[1] is not (1 or 3))
            throw new ArgumentException($"Changes of colour need 1 channel or 3: the shape is {TensorChecks.Shape(images)}.", parameterName);
    }

    private protected override Tensor Augment(Tensor images, Draws draws)
    {
        var drawn = new AdaDraws(images, transforms, Probability.At(images.device), draws);
        var x = images;
        if (drawn.Has(AdaTransforms.Blit))
            x = AdaBlit.Of(x, drawn);
        if (drawn.Has(AdaTransforms.Geometry))
            x = geometry.Of(x, drawn);
        if (drawn.Has(AdaTransforms.Color))
            x = AdaColor.Of(x, drawn);
        if (drawn.Has(AdaTransforms.Filter))
            x = filter.Of(x, drawn);
        if (drawn.Has(AdaTransforms.Noise))
            x = AdaCorruption.Noise(x, drawn);
        return drawn.Has(AdaTransforms.Cutout) ? AdaCorruption.Cutout(x, drawn) : x;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            geometry.Dispose();
            filter.Dispose();
        }

        base.Dispose(disposing);
    }
}
