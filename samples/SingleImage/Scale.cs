using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SingleImage;

/// <summary>One scale of the pyramid: <c>G(z, y) = y + net(amplitude z + y)</c> adds detail to y, the enlarged picture of the coarser scale.</summary>
internal sealed class Scale(Module<Tensor, Tensor> network, Tensor image, double amplitude) : IDisposable
{
    /// <summary>The photograph at this scale, [1, 3, height, width].</summary>
    public Tensor Image => image;

    /// <summary>The noise's standard deviation.</summary>
    public double Amplitude => amplitude;

    public Module<Tensor, Tensor> Network => network;

    public long Height => image.shape[2];

    public long Width => image.shape[3];

    public Tensor Noise(long count) => randn(count, 3, Height, Width);

    public Tensor NoNoise() => zeros_like(image);

    public Tensor Draw(Tensor noise, Tensor below) => below + network.call(functional.pad(noise.mul(amplitude) + below, [Networks.Margin, Networks.Margin, Networks.Margin, Networks.Margin]));

    public void Dispose() => network.Dispose();
}
