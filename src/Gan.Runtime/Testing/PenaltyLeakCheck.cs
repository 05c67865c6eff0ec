using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A penalty leaves neither tensors nor gradients behind.</summary>
internal static class PenaltyLeakCheck
{
    private static readonly long[] Shape = [3, 6, 1, 1];

    public static void Run(Func<nn.Module<Tensor, Tensor>, Tensor, Tensor, Tensor> penalty)
    {
        using var scope = NewDisposeScope();
        using var discriminator = new SmoothNet(6, scale: 2, ScalarType.Float32);
        var real = CheckSamples.Real(Shape, ScalarType.Float32);
        // A generator of one parameter.
        var maker = CheckSamples.Fake(Shape, ScalarType.Float32).requires_grad_(true);
        var fake = maker.mul(1);

        LeakCheck.Run("a penalty", () => penalty(discriminator, real, fake));

        if (real.requires_grad || real.grad is not null)
            throw new ObjectiveCheckException("The real samples: expected to be left as they were, actual with a gradient of their own.");
        if (maker.grad is not null)
            throw new ObjectiveCheckException("The generator's gradient from the penalty: expected none, actual one.");
    }
}
