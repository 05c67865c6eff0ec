using Gan.Dsl;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>E[(D(x + sigma * eps) - D(x))^2] / sigma^2 with eps ~ N(0, I), D the sum of a sample's logits: it tends to E||grad D||^2 as sigma tends to 0.</summary>
internal static class FiniteDifferences
{
    public static Tensor MeanSquare(DiscriminatorPass pass, DiscriminatorSample sample, PenaltyPoint place, double sigma)
    {
        var noisy = pass.At(place, sample.Input.add(randn_like(sample.Input).mul(sigma)), $"noisy {sample.Name}");
        return SampleSums(noisy).sub(SampleSums(sample)).div(sigma).square().mean();
    }

    private static Tensor SampleSums(DiscriminatorSample sample)
    {
        var logits = Precision.AtLeastFloat32(sample.Logits);
        var samples = sample.Input.shape[0];
        return logits.dim() > 0 && logits.shape[0] == samples
            ? logits.reshape(samples, -1).sum(1)
            : throw new InvalidOperationException(
                $"The discriminator returned {TensorChecks.Shape(logits)} for {samples} {sample.Name} samples: a finite difference needs the logits of each sample, [{samples}, ...].");
    }
}
