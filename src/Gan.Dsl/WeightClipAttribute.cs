namespace Gan.Dsl;

/// <summary>
/// Clips every parameter W of the discriminator to <c>clamp(W, -Limit, Limit)</c> after its optimiser step.
/// </summary>
/// <remarks>The training loop calls <c>ClipWeights(discriminator)</c> of the objective after each step. Source: Arjovsky, Chintala and Bottou 2017 (arXiv 1701.07875).</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class WeightClipAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute with the limit of the paper, 0.01.</summary>
    public WeightClipAttribute()
        : this(0.01)
    {
    }

    /// <summary>Initialises a new instance of the attribute with a limit.</summary>
    /// <param name="limit">The largest absolute value of a parameter, finite and positive.</param>
    public WeightClipAttribute(double limit) => Limit = limit;

    /// <summary>Gets the largest absolute value of a parameter, finite and positive.</summary>
    public double Limit { get; }
}
