using Gan.Runtime.Checks;

namespace Gan.Runtime;

/// <summary>The correction of an optimiser that goes with penalties evaluated at some steps only.</summary>
public static class LazyRegularization
{
    /// <summary>Adam's settings times or to the power of c: <c>lr * c</c>, <c>beta1^c</c>, <c>beta2^c</c> with <c>c = n / (n + 1)</c>.</summary>
    /// <remarks>
    /// It is for loops in which the penalty has an optimiser step of its own at every n-th step, so that n steps become n + 1, as in StyleGAN2.
    /// <see cref="IGanObjective.DiscriminatorTerms"/> adds the penalties to the loss of the same step: there the number of steps is unchanged, and the correction
    /// only serves to repeat published settings. Source: Karras 2020 (arXiv 1912.04958), appendix B.
    /// </remarks>
    /// <param name="lr">The learning rate without lazy penalties, finite and not negative.</param>
    /// <param name="beta1">The decay of the mean gradient, from 0 to below 1.</param>
    /// <param name="beta2">The decay of the mean squared gradient, from 0 to below 1.</param>
    /// <param name="every">n, at least 1: <see cref="Penalty.Every"/>.</param>
    /// <returns>The corrected settings.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static AdamSettings AdamOptions(double lr, double beta1, double beta2, int every)
    {
        Ranges.NotNegative(lr, nameof(lr));
        Ranges.BelowOne(beta1, nameof(beta1));
        Ranges.BelowOne(beta2, nameof(beta2));
        var c = Ranges.AtLeastOne(every, nameof(every)) / (every + 1.0);
        return new(lr * c, Math.Pow(beta1, c), Math.Pow(beta2, c));
    }
}
