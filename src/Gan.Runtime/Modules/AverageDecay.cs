using Gan.Runtime.Checks;

namespace Gan.Runtime;

/// <summary>How much of an <see cref="ExponentialMovingAverage"/> an update keeps: 1 nothing new, 0 nothing old.</summary>
public abstract class AverageDecay
{
    private protected AverageDecay()
    {
    }

    /// <summary>The same decay at every update, with a short memory at first: <c>min(decay, n / (n + rampUp))</c> after n updates.</summary>
    /// <remarks>With a ramp the first update is a copy. TensorFlow's ramp <c>(1 + n) / (10 + n)</c> is that of 9, one update later.</remarks>
    /// <param name="decay">The decay in the end, from 0 to below 1: 0.999 is usual.</param>
    /// <param name="rampUp">Finite, not negative: after that many updates half of the average is kept. 0, the default: no ramp.</param>
    /// <returns>The decay.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static AverageDecay Constant(double decay, double rampUp = 0) =>
        new ConstantDecay(Ranges.BelowOne(decay, nameof(decay)), Ranges.NotNegative(rampUp, nameof(rampUp)));

    /// <summary>What was averaged h images ago counts half: <c>0.5^(batch / h)</c>, with <c>h = min(images, rampUp * images seen before)</c> if there is a ramp.</summary>
    /// <remarks>
    /// With a ramp the first update is a copy. StyleGAN2 and EG3D give the half-life in thousands of images, <c>ema_kimg</c> (10, or batch * 10 / 32),
    /// and the ramp as <c>ema_rampup</c> (0.05). Source: Karras 2020 (arXiv 2006.06676).
    /// </remarks>
    /// <param name="images">The half-life, in images, finite and positive: 1000 times a half-life in kimg.</param>
    /// <param name="rampUp">The longest half-life as a part of the images seen before, finite and positive. Null, the default: no ramp.</param>
    /// <returns>The decay.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static AverageDecay HalfLife(double images, double? rampUp = null) =>
        new HalfLifeDecay(Ranges.Positive(images, nameof(images)), rampUp is { } ramp ? Ranges.Positive(ramp, nameof(rampUp)) : double.PositiveInfinity);

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
