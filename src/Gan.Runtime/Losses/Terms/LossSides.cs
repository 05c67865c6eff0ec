using Gan.Runtime.Checks;
using Gan.Runtime.Losses.Inputs;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>Real and fake logits that meet in one loss, checked to go together.</summary>
internal static class LossSides
{
    public static LossSide[] Of(Tensor? realLogits, LossReduction realReduction, Tensor? fakeLogits, LossReduction fakeReduction)
    {
        LogitChecks.SamePlace(realLogits, fakeLogits);
        LogitChecks.SameReduction(realReduction, realLogits!, fakeReduction, fakeLogits!);
        return [LossSide.Of(realLogits, nameof(realLogits), realReduction), LossSide.Of(fakeLogits, nameof(fakeLogits), fakeReduction)];
    }

    /// <summary>A real logit for each fake one.</summary>
    public static LossSide[] OfPairs(Tensor? realLogits, Tensor? fakeLogits, LossReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        LogitChecks.SamePlace(realLogits, fakeLogits);
        if (!realLogits!.shape.AsSpan().SequenceEqual(fakeLogits!.shape))
        {
            throw new ArgumentException(
                $"A relativistic pair needs a real logit for each fake one: realLogits are {TensorChecks.Shape(realLogits)}, fakeLogits {TensorChecks.Shape(fakeLogits)}.",
                nameof(fakeLogits));
        }

        return [LossSide.Of(realLogits, nameof(realLogits), reduction), LossSide.Of(fakeLogits, nameof(fakeLogits), reduction)];
    }
}
