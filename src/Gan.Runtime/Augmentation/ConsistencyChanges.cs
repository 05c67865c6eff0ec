using Gan.Dsl;
using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>The random changes that D's logits are compared at. They have no state but libtorch's random numbers.</summary>
internal static class ConsistencyChanges
{
    // At p = 1 the flip is uniform among both directions, and the translation always happens.
    private static readonly Lazy<nn.Module<Tensor, Tensor>> s_flipAndShift = new(static () => new AdaAugment(new AugmentationProbability(1), AdaTransforms.HorizontalFlip | AdaTransforms.WholeTranslation));

    private static readonly Lazy<nn.Module<Tensor, Tensor>> s_diffAugment = new(static () => new DiffAugment());

    /// <summary>The change; null for one that D makes itself.</summary>
    public static nn.Module<Tensor, Tensor>? Of(ConsistencyChange change) => change switch
    {
        ConsistencyChange.FlipAndShift => s_flipAndShift.Value,
        ConsistencyChange.DiffAugment => s_diffAugment.Value,
        _ => null,
    };
}
