using Gan.Runtime.Checks;

namespace Gan.Runtime;

/// <summary>Corrects the settings of an optimiser for lazy regularisation, where penalties are evaluated only at every n-th step.</summary>
public static class LazyRegularization
{
    /// <summary>Computes the corrected settings <c>lr * c</c>, <c>beta1^c</c> and <c>beta2^c</c> of Adam, where <c>c = n / (n + 1)</c>.</summary>
    /// <remarks>
    /// <para>The correction is for a loop in which the penalty has an optimiser step of its own at every n-th step, so that n steps become n + 1, as in StyleGAN2.
    /// <see cref="IGanObjective.DiscriminatorTerms"/> adds the penalties to the loss of the same step. There the number of steps does not change, and the correction
    /// only serves to reproduce published settings.</para>
    /// <para>Source: Karras et al. 2020 (arXiv 1912.04958), appendix B.</para>
    /// </remarks>
    /// <param name="lr">The learning rate without lazy regularisation, finite and at least 0.</param>
    /// <param name="beta1">The decay rate β1 of the mean gradient, at least 0 and less than 1.</param>
    /// <param name="beta2">The decay rate β2 of the mean squared gradient, at least 0 and less than 1.</param>
    /// <param name="every">The interval n of the penalty, at least 1, as in <see cref="Penalty.Every"/>.</param>
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
