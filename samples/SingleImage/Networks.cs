using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SingleImage;

/// <summary>
/// The networks of one scale. Five 3 by 3 convolutions see patches of 11 by 11 pixels, half the height of the coarsest picture and a quarter of the finest.
/// </summary>
internal static class Networks
{
    /// <summary>The number of pixels that five convolutions without padding remove from each side.</summary>
    public const int Margin = 5;

    private const int Channels = 32;

    /// <summary>Maps a padded picture to the detail to add to it, in [-1, 1].</summary>
    public static Module<Tensor, Tensor> Generator() => Initialised([.. Blocks(), Conv2d(Channels, 3, 3), Tanh()]);

    /// <summary>Maps a picture to a map of logits, one for each patch.</summary>
    public static Module<Tensor, Tensor> Critic() => Initialised([.. Blocks(), Conv2d(Channels, 1, 3)]);

    // SinGAN normalises over a batch of one picture. Instance normalisation is the same, and does not change when several pictures are drawn at once.
    private static IEnumerable<Module<Tensor, Tensor>> Blocks() => Enumerable.Range(0, 4).SelectMany(static block =>
        new Module<Tensor, Tensor>[] { Conv2d(block == 0 ? 3 : Channels, Channels, 3), InstanceNorm2d(Channels, affine: true), LeakyReLU(0.2) });

    // The initial weights of SinGAN: N(0, 0.02²) for convolutions, N(1, 0.02²) for scales.
    private static Module<Tensor, Tensor> Initialised(Module<Tensor, Tensor>[] layers)
    {
        var network = Sequential(layers);
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (name.EndsWith("bias", StringComparison.Ordinal))
                init.zeros_(parameter);
            else
                init.normal_(parameter, mean: parameter.dim() == 1 ? 1 : 0, std: 0.02);
        }

        return network;
    }
}
