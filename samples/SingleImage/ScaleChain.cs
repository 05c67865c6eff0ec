using TorchSharp;
using static TorchSharp.torch;

namespace SingleImage;

/// <summary>The scales that have been trained so far, from coarse to fine. They are frozen, so pictures are drawn without a graph.</summary>
internal sealed class ScaleChain : IDisposable
{
    private readonly List<Scale> scales = [];
    private readonly Tensor reconstructionNoise;

    /// <param name="coarsest">The photograph at the coarsest scale.</param>
    public ScaleChain(Tensor coarsest) => reconstructionNoise = randn_like(coarsest).DetachFromDisposeScope();

    /// <summary>The finest scale so far.</summary>
    public Scale? Last => scales.Count == 0 ? null : scales[^1];

    public void Add(Scale scale) => scales.Add(scale);

    /// <summary>The input of the next scale: random pictures of the last scale, enlarged, or zeros for the first scale.</summary>
    public Tensor Below(Tensor image, long count) => Enlarged(Last is null ? null : Samples(count), image, count);

    /// <summary>The same for the reconstruction.</summary>
    public Tensor ReconstructionBelow(Tensor image) => Enlarged(Last is null ? null : Reconstruction(), image, 1);

    /// <summary>The noise of the reconstruction at the next scale: fixed at the first scale, and zero at the others.</summary>
    public Tensor ReconstructionNoise(Tensor image) => Last is null ? reconstructionNoise.alias() : zeros_like(image);

    /// <summary>Random pictures of the last scale.</summary>
    public Tensor Samples(long count) => Draw(count, scale => scale.Noise(count));

    /// <summary>The reconstruction of the photograph at the last scale, from its fixed noise.</summary>
    public Tensor Reconstruction() => Draw(1, scale => scale == scales[0] ? reconstructionNoise : scale.NoNoise());

    /// <summary>The root of the mean squared difference between two pictures.</summary>
    public static double Rmse(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        return Math.Sqrt((a - b).square().mean().ToDouble());
    }

    public void Dispose()
    {
        reconstructionNoise.Dispose();
        foreach (var scale in scales)
            scale.Dispose();
    }

    private Tensor Draw(long count, Func<Scale, Tensor> noise)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        Tensor? picture = null;
        foreach (var scale in scales)
            picture = scale.Draw(noise(scale), Enlarged(picture, scale.Image, count));
        return picture!.MoveToOuterDisposeScope();
    }

    private static Tensor Enlarged(Tensor? picture, Tensor image, long count) => picture is null
        ? zeros([count, .. image.shape[1..]])
        : nn.functional.interpolate(picture, [image.shape[2], image.shape[3]], mode: InterpolationMode.Bilinear, align_corners: false);
}
