namespace Gan.Dsl;

/// <summary>Lets the generator learn from the generated samples with the highest logits alone: its loss is the mean over a share of the batch.</summary>
/// <remarks>
/// <para>In the generator's step, k = floor(share · N) of the N samples count, at least one. If D returns several logits per sample, the mean of a sample's logits decides. For an energy, the lowest ones count.
/// The discriminator's loss and the penalties do not change.</para>
/// <para>
/// The share can follow a schedule. The paper keeps all samples at first and multiplies the share by 0.99 after each epoch, down to 0.5 or 0.75:
/// <c>[Hyperparameter(Min = 0.5, Max = 1), Schedule("exponential(step, 1, 0.5, 34500)")] public partial double Share { get; }</c> with <c>[TopK(nameof(Share))]</c>.
/// </para>
/// <para>Source: Sinha, Zhao, Goyal, Raffel and Odena 2020 (arXiv 2002.06224).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TopKAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute with a constant share.</summary>
    /// <param name="share">The share of the batch, greater than 0 and at most 1. With 1, all samples count.</param>
    public TopKAttribute(double share) => Share = share;

    /// <summary>Initialises a new instance of the attribute with a share that each instance of the objective, or a schedule, can set.</summary>
    /// <param name="shareFrom">The name of the <see cref="HyperparameterAttribute"/> property that holds the share, such as <c>nameof(Share)</c>. Its range must lie within 0 to 1, without 0.</param>
    public TopKAttribute(string shareFrom) => ShareFrom = shareFrom;

    /// <summary>Gets the share of the batch.</summary>
    public double Share { get; }

    /// <summary>Gets the name of the hyperparameter property that holds the share, or <see langword="null"/> if it is a number.</summary>
    public string? ShareFrom { get; }
}
