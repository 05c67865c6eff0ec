namespace Gan.Experiments;

/// <summary>The exception that is thrown when a training diverges: a term of a loss, or a weight, is not finite.</summary>
/// <param name="step">The number of the generator step, from 0.</param>
/// <param name="term">The name of the term or the weight.</param>
/// <param name="value">The value of the term or the weight.</param>
public sealed class DivergedException(long step, string term, double value)
    : Exception(FormattableString.Invariant($"The training diverged at step {step}: {term} is {value}."))
{
    /// <summary>Gets the number of the generator step, from 0.</summary>
    /// <remarks>The discriminator can have several steps in it. Weights are checked only when samples are drawn or a checkpoint is saved, so they can have been not finite for some steps.</remarks>
    public long Step => step;

    /// <summary>Gets the name of the term (<c>D</c>, <c>G</c> or the name of a penalty), or the player and name of a weight, such as <c>G net.0.weight</c>.</summary>
    public string Term => term;
}
