namespace Gan.Dsl;

/// <summary>
/// Declares the shape of one sample, without the batch dimension: of a data set, of the output of a generator, or of the input of a discriminator.
/// </summary>
/// <remarks>The compiler compares the shapes that the parts of an experiment declare.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class SampleShapeAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute with the sizes of the dimensions, such as <c>[SampleShape(1, 28, 28)]</c>.</summary>
    /// <param name="sizes">The sizes of the dimensions, each at least 1.</param>
    public SampleShapeAttribute(params long[] sizes) => Sizes = sizes;

    /// <summary>Gets the sizes of the dimensions.</summary>
    public long[] Sizes { get; }
}

/// <summary>Declares the shape of one latent that a generator takes, without the batch dimension.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public sealed class LatentShapeAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute with the sizes of the dimensions, such as <c>[LatentShape(64)]</c>.</summary>
    /// <param name="sizes">The sizes of the dimensions, each at least 1.</param>
    public LatentShapeAttribute(params long[] sizes) => Sizes = sizes;

    /// <summary>Gets the sizes of the dimensions.</summary>
    public long[] Sizes { get; }
}
