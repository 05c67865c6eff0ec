namespace Gan.Experiments;

/// <summary>A training has diverged: a term of a loss is not finite.</summary>
/// <param name="step">The step.</param>
/// <param name="term">The term.</param>
/// <param name="value">Its value.</param>
public sealed class DivergedException(long step, string term, double value)
    : Exception(FormattableString.Invariant($"The training has diverged at step {step}: {term} is {value}."))
{
    /// <summary>The step.</summary>
    public long Step => step;

    /// <summary>The term: <c>D</c>, <c>G</c>, or a penalty's name.</summary>
    public string Term => term;
}
