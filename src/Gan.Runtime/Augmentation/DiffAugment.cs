using Gan.Runtime.Augmentation;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Changes colour and place of images as DiffAugment does, with a random number for each image and change.</summary>
/// <remarks>
/// <para>With u ~ U(0, 1), and the mean m over the channels of a pixel or over the whole image, the changes are, in this order:</para>
/// <code>
/// brightness   x + (u - 1/2)
/// saturation   m + 2u (x - m)           m over the channels
/// contrast     m + (u + 1/2)(x - m)     m over channels and pixels
/// translation  by -floor(size / 8) to floor(size / 8) pixels along each axis, filled with zeros
/// cutout       zeros in a rectangle of floor(H / 2) x floor(W / 2) pixels around a random centre, as far as it lies within the image
/// </code>
/// <para>The distribution of the images can be recovered from the distribution of the changed ones, so the changes do not appear in the images of the generator.</para>
/// <para>Source: Zhao, Liu, Lin, Zhu and Han 2020 (arXiv 2006.10738). The numbers come from the authors' code.</para>
/// </remarks>
public sealed class DiffAugment : DifferentiableAugmentation
{
    private const int TranslationShare = 8;

    private const int CutoutShare = 2;

    private readonly DiffAugmentPolicies policies;

    /// <summary>Initialises a new instance of the <see cref="DiffAugment"/> class.</summary>
    /// <param name="policies">The policies, at least one. The default is all three.</param>
    /// <param name="generator">The generator of the random numbers, or <see langword="null"/> for the global one. It stays the caller's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The policies are none, or not members of the enumeration.</exception>
    public DiffAugment(DiffAugmentPolicies policies = DiffAugmentPolicies.All, Generator? generator = null)
        : this(policies, new Draws(generator))
    {
    }

    internal DiffAugment(DiffAugmentPolicies policies, Draws draws)
        : base(nameof(DiffAugment), draws) =>
        this.policies = Ranges.Flags(policies, DiffAugmentPolicies.All, nameof(policies));

    private protected override Tensor Augment(Tensor images, Draws draws)
    {
        var x = images;
        if (policies.HasFlag(DiffAugmentPolicies.Color))
            x = Color(x, draws);
        if (policies.HasFlag(DiffAugmentPolicies.Translation))
            x = Translated(x, draws);
        return policies.HasFlag(DiffAugmentPolicies.Cutout) ? Rectangles.CutOut(x, Span(x, x.shape[2], draws), Span(x, x.shape[3], draws)) : x;
    }

    private static Tensor Color(Tensor x, Draws draws)
    {
        x = x.add(PixelCopies.PerImage(draws.Within(x, 0.5)));
        var grey = x.mean([1], keepdim: true);
        x = grey.add(x.sub(grey).mul(PixelCopies.PerImage(draws.Within(x, 1).add(1))));
        var mean = x.mean([1, 2, 3], keepdim: true);
        return mean.add(x.sub(mean).mul(PixelCopies.PerImage(draws.Within(x, 0.5).add(1))));
    }

    private static Tensor Translated(Tensor x, Draws draws)
    {
        var (height, width) = (x.shape[2], x.shape[3]);
        var rows = PixelCopies.Rows(x).add(Shift(height)).expand(-1, 1, height, width);
        var columns = PixelCopies.Columns(x).add(Shift(width)).expand(-1, 1, height, width);
        var outside = rows.lt(0).logical_or(rows.ge(height)).logical_or(columns.lt(0)).logical_or(columns.ge(width));
        return PixelCopies.At(x, rows.clamp(0, height - 1), columns.clamp(0, width - 1)).masked_fill(outside, 0);

        Tensor Shift(long size)
        {
            var most = size / TranslationShare;
            return PixelCopies.PerImage(draws.Below(x, (2 * most) + 1).sub(most));
        }
    }

    /// <summary>Where the rectangle lies along one axis. Its first pixel is from -size/2, and its last below size/2 beyond the image.</summary>
    private static RectangleSpan Span(Tensor x, long length, Draws draws)
    {
        var size = length / CutoutShare;
        var first = draws.Below(x, length + 1 - (size % 2)).sub(size / 2);
        return new(first, first.add(size));
    }
}
