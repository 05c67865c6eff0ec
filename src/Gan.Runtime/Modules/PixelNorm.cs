using Gan.Runtime.Checks;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Pixel-wise normalisation: <c>y = x / sqrt(mean of x^2 over the channels + epsilon)</c>, at each position of each sample.</summary>
/// <remarks>
/// x is [N, C, ...], for instance a latent [N, C] or a map [N, C, H, W]. It has no parameters. Half types are computed in float32.
/// Source: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196).
/// </remarks>
public sealed class PixelNorm : nn.Module<Tensor, Tensor>
{
    private readonly double epsilon;

    /// <summary>The normalisation.</summary>
    /// <param name="epsilon">What keeps the division from zero, finite and positive; default 1e-8, the paper's.</param>
    /// <exception cref="ArgumentOutOfRangeException">Epsilon is not finite or not positive.</exception>
    public PixelNorm(double epsilon = 1e-8)
        : base(nameof(PixelNorm))
    {
        this.epsilon = Ranges.Positive(epsilon, nameof(epsilon));
        TorchBackend.Check();
    }

    /// <summary>The normalised features.</summary>
    /// <param name="input">x, [N, C, ...], floating point and not empty.</param>
    /// <returns>y, of the same shape and dtype.</returns>
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
