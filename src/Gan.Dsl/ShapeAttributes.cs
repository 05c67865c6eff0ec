namespace Gan.Dsl;

/// <summary>
/// The shape of one sample, without the batch: of a data set, of what a generator makes, or of what a discriminator takes. Where two of an experiment's parts declare one, the compiler compares them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class SampleShapeAttribute : Attribute
{
    /// <summary>The sizes: <c>[SampleShape(1, 28, 28)]</c>.</summary>
    /// <param name="sizes">Each at least 1.</param>
    public SampleShapeAttribute(params long[] sizes) => Sizes = sizes;

    /// <summary>The sizes.</summary>
    public long[] Sizes { get; }
}

/// <summary>The shape of one latent, without the batch, that a generator takes.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class LatentShapeAttribute : Attribute
{
    /// <summary>The sizes: <c>[LatentShape(64)]</c>.</summary>
    /// <param name="sizes">Each at least 1.</param>
    public LatentShapeAttribute(params long[] sizes) => Sizes = sizes;

    /// <summary>The sizes.</summary>
    public long[] Sizes { get; }
}
