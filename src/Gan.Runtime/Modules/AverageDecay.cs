using Gan.Runtime.Checks;

namespace Gan.Runtime;

/// <summary>Represents the decay of an <see cref="ExponentialMovingAverage"/>: the share of the average that an update keeps. An update with a decay of 0 is a copy.</summary>
public abstract class AverageDecay
{
    private protected AverageDecay()
    {
    }

    /// <summary>Creates a constant decay with an optional ramp: <c>min(decay, n / (n + rampUp))</c> after n updates.</summary>
    /// <remarks>With a ramp, the first update is a copy. A ramp of 9 is TensorFlow's <c>(1 + n) / (10 + n)</c>, one update later.</remarks>
    /// <param name="decay">The decay after the ramp, at least 0 and less than 1. A usual value is 0.999.</param>
    /// <param name="rampUp">The number of updates after which an update keeps half of the average, finite and at least 0. The default is 0, which means no ramp.</param>
    /// <returns>The decay.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static AverageDecay Constant(double decay, double rampUp = 0) =>
        new ConstantDecay(Ranges.BelowOne(decay, nameof(decay)), Ranges.NotNegative(rampUp, nameof(rampUp)));

    /// <summary>Creates a decay with a half-life h in images, <c>0.5^(batch / h)</c>, where <c>h = images</c> or, with a ramp, <c>h = min(images, rampUp * images seen before)</c>.</summary>
    /// <remarks>
    /// With a ramp, the first update is a copy. StyleGAN2 and EG3D state the half-life in thousands of images as <c>ema_kimg</c> (10, or batch * 10 / 32) and the ramp as <c>ema_rampup</c> (0.05).
    /// Source: Karras et al. 2020 (arXiv 2006.06676).
    /// </remarks>
    /// <param name="images">The half-life in images, finite and positive: 1000 times a half-life in kimg.</param>
    /// <param name="rampUp">The longest half-life as a fraction of the images seen before, finite and positive. The default is <see langword="null"/>, which means no ramp.</param>
    /// <returns>The decay.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static AverageDecay HalfLife(double images, double? rampUp = null) =>
        new HalfLifeDecay(Ranges.Positive(images, nameof(images)), rampUp is { } ramp ? Ranges.Positive(ramp, nameof(rampUp)) : double.PositiveInfinity);

    /// <summary>Creates a decay that makes the mean over all updates: <c>n / (n + 1)</c> after n updates.</summary>
    /// <remarks>With it, <see cref="ExponentialMovingAverage.Distance"/> is the penalty of historical averaging. Source: Salimans et al. 2016 (arXiv 1606.03498).</remarks>
    /// <returns>The decay.</returns>
    public static AverageDecay Historical() => new HistoricalDecay();

    /// <summary>The part of the average that an update keeps.</summary>
    /// <param name="updates">The updates before this one.</param>
    /// <param name="images">The images of the updates before this one.</param>
    /// <param name="batch">The images of this one.</param>
    internal abstract double At(long updates, long images, long batch);

    private sealed class ConstantDecay(double decay, double rampUp) : AverageDecay
    {
        internal override double At(long updates, long images, long batch) =>
            rampUp == 0 ? decay : Math.Min(decay, updates / (updates + rampUp));
    }

    private sealed class HistoricalDecay : AverageDecay
    {
        internal override double At(long updates, long images, long batch) => updates / (updates + 1.0);
    }

    private sealed class HalfLifeDecay(double halfLife, double rampUp) : AverageDecay
    {
        internal override double At(long updates, long images, long batch)
        {
            // Without a ramp, infinity times no images would be NaN.
            var h = double.IsFinite(rampUp) ? Math.Min(halfLife, rampUp * images) : halfLife;
            return h > 0 ? Math.Pow(0.5, batch / h) : 0;
        }
    }
}
