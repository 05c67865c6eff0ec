using Gan.Runtime.Checks;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Normalises the features of each pixel over the channels: <c>y = x / sqrt(mean(x^2) + epsilon)</c>.</summary>
/// <remarks>
/// The features x have the shape [N, C, ...], such as latents [N, C] or maps [N, C, H, W]. The layer has no parameters. It computes half types in float32.
/// Source: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196).
/// </remarks>
public sealed class PixelNorm : nn.Module<Tensor, Tensor>
{
    private readonly double epsilon;

    /// <summary>Initialises a new instance of the <see cref="PixelNorm"/> class.</summary>
    /// <param name="epsilon">The number that prevents a division by zero, finite and positive. The default is the value of the paper, 1e-8.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not finite and positive.</exception>
    public PixelNorm(double epsilon = 1e-8)
        : base(nameof(PixelNorm))
    {
        this.epsilon = Ranges.Positive(epsilon, nameof(epsilon));
        TorchBackend.Check();
    }

    /// <summary>Normalises features.</summary>
    /// <param name="input">The features x of shape [N, C, ...], floating point and not empty.</param>
    /// <returns>The normalised features y, of the same shape and dtype.</returns>
    /// <exception cref="ArgumentException">The input is null, disposed, empty, not floating point, or without channels.</exception>
    public override Tensor forward(Tensor input)
    {
        FeatureChecks.HaveChannels(input, nameof(input));
        using var scope = NewDisposeScope();
        var x = Precision.AtLeastFloat32(input);
        var length = x.square().mean([1], keepdim: true).add(epsilon).rsqrt();
        return x.mul(length).to(input.dtype).MoveToOuterDisposeScope();
    }
}
