using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>ADA's corruptions: noise, and a rectangle of zeros.</summary>
internal static class AdaCorruption
{
    private const double CutoutShare = 0.5;

    public static Tensor Noise(Tensor images, AdaDraws draws) => images.add(draws.Noise().mul(PixelCopies.PerImage(draws.Normal(AdaTransforms.Noise, 0.1).abs())));

    public static Tensor Cutout(Tensor images, AdaDraws draws)
    {
        var happens = draws.Happens();
        return Rectangles.CutOut(images, Span(images.shape[2]), Span(images.shape[3]));

        // Pixel i has its centre at i + 1/2; the rectangle's edges are not within it.
        RectangleSpan Span(long size)
        {
            var (centre, half) = (draws.Uniform().mul(size).sub(0.5), CutoutShare * size / 2);
            var nowhere = full_like(centre, -1);
            return new(centre.sub(half).floor().add(1), where(happens, centre.add(half), nowhere));
        }
    }
}
