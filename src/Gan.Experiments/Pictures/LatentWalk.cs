using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments.Pictures;

/// <summary>
/// Walks between latents on great circles, so that all latents on the way have the length a normal latent has: <c>slerp(a, b; t) = (sin((1 − t)Ω) a + sin(tΩ) b) / sin Ω</c>, where Ω is the angle between a and b
/// (Sampling generative networks, White 2016, arXiv 1609.04468).
/// </summary>
internal static class LatentWalk
{
    // Below, and this near to a half turn, the great circle is lost in rounding: a straight line takes its place.
    private const double LeastSine = 1e-4;

    // Below, a latent is nowhere: it has no direction, so that there is no angle to it and again a straight line.
    private const double LeastLengths = 1e-300;

    /// <summary>The latents of walks. From or to the latent 0, and between latents on one line through it, a walk is a straight line.</summary>
    /// <param name="from">Where they start, [n, ...], floating point.</param>
    /// <param name="to">Where they end, of the same shape.</param>
    /// <param name="count">The latents of each walk, its ends among them, at least 2.</param>
    /// <returns>[n * count, ...] of the type of <paramref name="from"/>, walk after walk, in the current dispose scope.</returns>
    /// <exception cref="ArgumentNullException">A tensor is missing.</exception>
    /// <exception cref="ArgumentException">The shapes or types differ or are none of latents, or the count is too small.</exception>
    public static Tensor Latents(Tensor from, Tensor to, int count)
    {
        var shape = Ranges.NotNull(from, nameof(from)).shape;
        if (!shape.SequenceEqual(Ranges.NotNull(to, nameof(to)).shape) || from.dtype != to.dtype || !from.is_floating_point() || shape.Length < 2 || from.numel() == 0)
            throw new ArgumentException($"A walk needs latents [n, ...] of the same shape and floating-point type, not from {from.dtype} [{string.Join(", ", shape)}] to {to.dtype} [{string.Join(", ", to.shape)}].", nameof(to));
        if (count < 2)
            throw new ArgumentOutOfRangeException(nameof(count), count, "count must be at least 2, the two ends of a walk.");
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var a = from.detach().to(ScalarType.Float64).reshape(shape[0], 1, -1);
        var b = to.detach().to(ScalarType.Float64).reshape(shape[0], 1, -1);
        var lengths = a.norm(-1, true) * b.norm(-1, true);
        var cosine = ((a * b).sum(-1, true) / lengths.clamp_min(LeastLengths)).clamp(-1, 1);
        var (angle, sine) = (cosine.acos(), (-cosine).mul(cosine).add(1).sqrt());
        var t = linspace(0, 1, count, ScalarType.Float64, from.device).reshape(1, count, 1);
        var rest = t.neg().add(1);
        var isLine = sine.lt(LeastSine).logical_or(lengths.lt(LeastLengths));
        var divisor = sine.clamp_min(LeastSine);
        var first = where(isLine, rest, (rest * angle).sin() / divisor);
        var second = where(isLine, t, (t * angle).sin() / divisor);
        return ((first * a) + (second * b)).reshape([shape[0] * count, .. shape[1..]]).to(from.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>Draws walks, one a row.</summary>
    /// <param name="generate">From latents to samples, such as a generator in evaluation mode; without gradients.</param>
    /// <param name="from">Where the walks start, [n, ...].</param>
    /// <param name="to">Where they end, of the same shape.</param>
    /// <param name="count">The samples of a walk, at least 2.</param>
    /// <param name="scale">As of <see cref="SampleGrid.Png"/>, which leaves out the last walks where they are too large.</param>
    /// <returns>The bytes of a PNG file.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="ArgumentException">As of <see cref="Latents"/> and <see cref="SampleGrid.Png"/>.</exception>
    public static byte[] Png(Func<Tensor, Tensor> generate, Tensor from, Tensor to, int count = 8, int? scale = null)
    {
        Ranges.NotNull(generate, nameof(generate));
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        return SampleGrid.Png(generate(Latents(from, to, count)), count, scale);
    }
}
