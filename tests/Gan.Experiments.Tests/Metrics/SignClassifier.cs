using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

/// <summary>Points as they are, of class 0 to the left and class 1 to the right; or what a test makes of them.</summary>
internal sealed class SignClassifier : IClassifier
{
    public Func<Tensor, Tensor> Make { get; init; } = samples => samples.alias();

    public Func<Tensor, Tensor>? MakeLogits { get; init; }

    public bool IsDisposed { get; private set; }

    public string Name => "points";

    public int Size => 2;

    public IReadOnlyList<string> Classes { get; } = ["left", "right"];

    public Tensor Of(Tensor samples) => Make(samples);

    public Tensor Logits(Tensor features)
    {
        if (MakeLogits is not null)
            return MakeLogits(features);
        using var x = features.narrow(1, 0, 1);
        using var left = x.neg();
        return cat([left, x], 1);
    }

    public void Dispose() => IsDisposed = true;
}
