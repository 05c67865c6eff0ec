using static TorchSharp.torch;

namespace Gan.Runtime.Heads;

/// <summary>Losses of classifiers.</summary>
internal static class Classification
{
    /// <summary>The mean of -log softmax(logits)[y].</summary>
    public static Tensor CrossEntropy(Tensor logits, Tensor labels) => logits.logsumexp(1).sub(At(logits, labels)).mean();

    /// <summary>The mean of max(0, 1 + max of the other logits - logit of y).</summary>
    public static Tensor CrammerSinger(Tensor logits, Tensor labels)
    {
        var others = logits.masked_fill(IsLabel(logits, labels), double.NegativeInfinity).amax([1]);
        return others.sub(At(logits, labels)).add(1).relu().mean();
    }

    /// <summary>The logit of each sample's label; NaN where there is none such.</summary>
    private static Tensor At(Tensor logits, Tensor labels)
    {
        var isLabel = IsLabel(logits, labels);
        var missing = isLabel.any(1).logical_not();
        return logits.masked_fill(isLabel.logical_not(), 0).sum(1).masked_fill(missing, double.NaN);
    }

    private static Tensor IsLabel(Tensor logits, Tensor labels) => labels.unsqueeze(1).eq(arange(logits.shape[1], device: logits.device));
}
