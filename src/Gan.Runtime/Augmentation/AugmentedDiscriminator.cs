using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Combines a discriminator D with an augmentation T: the module maps samples x to the logits D(T(x)).</summary>
/// <remarks>
/// <para>Use it in place of D in the steps of both players. The losses then see changed images on both sides, and the generator's gradient passes through T.
/// Each call draws new random numbers.</para>
/// <para>Penalties on the gradient, such as R1, take the gradient of D(T(x)) with respect to x, the image before the change, as the authors' code of DiffAugment and ADA does.
/// A finite-difference estimate of a gradient is not possible, because the two calls would draw different numbers.</para>
/// <para>The module owns D and T as its children <c>discriminator</c> and <c>augmentation</c>, and disposes them. In evaluation mode, T changes nothing.</para>
/// <para>Sources: Zhao et al. 2020 (arXiv 2006.10738); Karras et al. 2020 (arXiv 2006.06676).</para>
/// </remarks>
public sealed class AugmentedDiscriminator : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> discriminator;
    private readonly nn.Module<Tensor, Tensor> augmentation;

    /// <summary>Initialises a new instance of the <see cref="AugmentedDiscriminator"/> class.</summary>
    /// <param name="discriminator">The discriminator D, which maps samples to logits.</param>
    /// <param name="augmentation">The augmentation T, which maps samples to samples, such as <see cref="DiffAugment"/>.</param>
    /// <exception cref="ArgumentNullException">A module is null.</exception>
    public AugmentedDiscriminator(nn.Module<Tensor, Tensor> discriminator, nn.Module<Tensor, Tensor> augmentation)
        : base(nameof(AugmentedDiscriminator))
    {
        this.discriminator = Ranges.NotNull(discriminator, nameof(discriminator));
        this.augmentation = Ranges.NotNull(augmentation, nameof(augmentation));
        RegisterComponents();
    }

    /// <summary>Computes the logits of changed samples.</summary>
    /// <param name="input">The samples x.</param>
    /// <returns>The logits D(T(x)).</returns>
    /// <exception cref="ArgumentException">The input is null or disposed, or D or T does not accept it.</exception>
    /// <exception cref="InvalidOperationException">D or T returned null.</exception>
    public override Tensor forward(Tensor input)
    {
        TensorChecks.Alive(input, nameof(input));
        using var scope = NewDisposeScope();
        var changed = Refusals.Of(() => augmentation.call(input), () => $"The augmentation does not accept {TensorChecks.Describe(input)}", nameof(input)) ?? throw new InvalidOperationException("The augmentation returned null.");
        var logits = Refusals.Of(() => discriminator.call(changed), () => $"The discriminator does not accept {TensorChecks.Describe(changed)}", nameof(input)) ?? throw new InvalidOperationException("The discriminator returned null.");
        return (ReferenceEquals(logits, input) ? logits.alias() : logits).MoveToOuterDisposeScope();
    }
}
