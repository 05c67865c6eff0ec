using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>alpha * x + (1 - alpha) * G(z), with one alpha ~ U(0, 1) a sample.</summary>
internal static class Interpolates
{
    public static void Check(DiscriminatorPass pass)
    {
        var (real, fake) = (pass.Real, pass.Fake);
        if (!pass.IsOneFunction)
        {
            throw new ArgumentException(
                "Interpolates lie between real and generated samples, and no condition belongs to them: give one condition for both batches, or take the gradient at the samples.",
                pass.FakeConditionName);
        }

        if (!real.Input.shape.AsSpan().SequenceEqual(fake.Input.shape))
        {
            throw new ArgumentException(
                $"Interpolates need samples of the same shape: {real.Name} is {TensorChecks.Shape(real.Input)}, {fake.Name} is {TensorChecks.Shape(fake.Input)}.",
                fake.ParameterName);
        }

        TensorChecks.SamePlace(real.Input, real.Name, fake.Input, fake.ParameterName);
    }

    public static Tensor Draw(Tensor real, Tensor fake) => fake.lerp(real, SampleFactors.Draw(real));
}
