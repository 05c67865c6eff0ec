namespace Gan.Experiments;

/// <summary>A training has diverged: a term of a loss, or a weight, is not finite.</summary>
/// <param name="step">The step of the generator, from 0.</param>
/// <param name="term">The term, or the weight.</param>
/// <param name="value">Its value.</param>
public sealed class DivergedException(long step, string term, double value)
    : Exception(FormattableString.Invariant($"The training diverged at step {step}: {term} is {value}."))
{
    /// <summary>The step of the generator, from 0, within which the discriminator may have had several. Weights are looked at where they are drawn or saved: they may have been so for some steps.</summary>
    public long Step => step;

    /// <summary>The term: <c>D</c>, <c>G</c>, or a penalty's name; or a weight by its player and name, as <c>G net.0.weight</c>.</summary>
    public string Term => term;
}
