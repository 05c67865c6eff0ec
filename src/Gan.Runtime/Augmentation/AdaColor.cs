using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>
/// ADA's changes of colour, which turn each pixel into another by one affine map. The mean of the channels is the part along the grey axis; the rest, the chroma, is perpendicular to it.
/// </summary>
internal static class AdaColor
{
    public static Tensor Of(Tensor images, AdaDraws draws)
    {
        var brightness = PixelCopies.PerImage(draws.Normal(AdaTransforms.Brightness, 0.2));
        var contrast = PixelCopies.PerImage(draws.Normal(AdaTransforms.Contrast, 0.5).exp2());
        var flip = PixelCopies.PerImage(draws.Below(AdaTransforms.LumaFlip, 2).mul(-2).add(1));
        var luma = images.mean([1], keepdim: true);
        var changed = luma.add(brightness).mul(contrast).mul(flip);
        if (images.shape[1] == 1)
            return changed;

        var hue = PixelCopies.PerImage(draws.Within(AdaTransforms.Hue, Math.PI));
        var saturation = PixelCopies.PerImage(draws.Normal(AdaTransforms.Saturation, 1).exp2());
        var chroma = images.sub(luma);
        // v x chroma, v = (1, 1, 1) / sqrt(3), turns the chroma by 90 degrees.
        var turned = chroma.roll(1, 1).sub(chroma.roll(-1, 1)).mul(1 / Math.Sqrt(3));
        return changed.add(chroma.mul(hue.cos()).add(turned.mul(hue.sin())).mul(contrast).mul(saturation));
    }
}
