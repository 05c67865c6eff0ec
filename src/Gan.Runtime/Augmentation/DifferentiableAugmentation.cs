using Gan.Runtime.Augmentation;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Represents a random change of images that gradients pass through, to be applied to real and generated images alike before the discriminator sees them.</summary>
/// <remarks>
/// <para>The module maps images of shape [N, C, H, W] to images of the same shape and dtype, on their device. Each image has its own random numbers. The result is linear or affine in the
/// pixels of each image, up to means over the image, so first and second derivatives exist, as R1 needs. The module computes half types in float32, and has no parameters.</para>
/// <para>In evaluation mode, the module changes nothing. <see cref="AugmentedDiscriminator"/> combines it with a discriminator.</para>
/// </remarks>
public abstract class DifferentiableAugmentation : nn.Module<Tensor, Tensor>
{
    private readonly Draws draws;
    private bool isDisposed;

    private protected DifferentiableAugmentation(string name, Generator? generator)
        : this(name, new Draws(generator))
    {
    }

    private protected DifferentiableAugmentation(string name, Draws draws)
        : base(name)
    {
        this.draws = draws;
        TorchBackend.Check();
    }

    /// <summary>Changes each image at random or, in evaluation mode, not at all.</summary>
    /// <param name="input">The images of shape [N, C, H, W], floating point and not empty.</param>
    /// <returns>The images with their graph, of the same shape and dtype.</returns>
    /// <exception cref="ArgumentException">The input is null, disposed, empty, not floating point or not of the shape [N, C, H, W], or the augmentation does not support its size or channels.</exception>
    /// <exception cref="ObjectDisposedException">The module has been disposed.</exception>
    public sealed override Tensor forward(Tensor input)
    {
        TensorChecks.NotEmpty(input, nameof(input));
        TensorChecks.FloatingPoint(input, nameof(input));
        if (input.dim() != 4)
            throw new ArgumentException($"The images need the shape [N, C, H, W]: the shape is {TensorChecks.Shape(input)}.", nameof(input));
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Check(input, nameof(input));
        if (!training)
            return input.alias();
        using var scope = NewDisposeScope();
        return Augment(Precision.AtLeastFloat32(input), draws).to(input.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>Refuses images that the augmentation cannot change.</summary>
    /// <exception cref="ArgumentException">They are such.</exception>
    private protected virtual void Check(Tensor images, string parameterName)
    {
    }

    /// <summary>Changes images [N, C, H, W] of float32 or float64.</summary>
    private protected abstract Tensor Augment(Tensor images, Draws draws);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        isDisposed = true;
        base.Dispose(disposing);
    }
}
