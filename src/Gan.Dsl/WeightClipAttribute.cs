namespace Gan.Dsl;

/// <summary>
/// Weight clipping: after the discriminator's optimiser step every parameter becomes <c>clamp(W, -Limit, Limit)</c>.
/// </summary>
/// <remarks>Arjovsky, Chintala and Bottou 2017 (arXiv 1701.07875). The step itself is <c>ClipWeights(discriminator)</c> of the objective.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class WeightClipAttribute : Attribute
{
    /// <summary>The paper's limit, 0.01.</summary>
    public WeightClipAttribute()
        : this(0.01)
    {
    }

    /// <summary>A limit of one's own.</summary>
    /// <param name="limit">c, positive.</param>
    public WeightClipAttribute(double limit) => Limit = limit;

    /// <summary>c: the largest magnitude a parameter keeps. Positive.</summary>
    public double Limit { get; }
}
