using Gan.Dsl;
using Gan.Runtime.Checks;
using Gan.Runtime.Discriminators;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>||J^T y|| of generated samples in their latents, with one random direction y a sample.</summary>
internal static class PathLengths
{
    public static void Check(GeneratorPass pass)
    {
        var (fake, latents) = (pass.Fake, pass.Latents);
        TensorChecks.FloatingPoint(fake, pass.FakeName);
        TensorChecks.FloatingPoint(latents, pass.LatentsName);
        if (latents.dim() is not (2 or 3))
            throw new ArgumentException($"The latents must be [N, size] or [N, layers, size]: the shape is {TensorChecks.Shape(latents)}.", pass.LatentsName);
        if (fake.dim() < 2)
            throw new ArgumentException($"The samples must be [N, C, ...]: the shape is {TensorChecks.Shape(fake)}.", pass.FakeName);
        if (fake.shape[0] != latents.shape[0])
            throw new ArgumentException($"There are {fake.shape[0]} samples but {latents.shape[0]} latents.", pass.LatentsName);
        if (!latents.requires_grad)
            throw new ArgumentException("The latents have no gradient: call requires_grad_() before G creates the samples from them.", pass.LatentsName);
        if (!fake.requires_grad)
            throw new ArgumentException("The samples have no graph to the latents: are they detached, or made under no_grad?", pass.FakeName);
    }

    /// <summary>[N], with the graph to what made the samples.</summary>
    public static Tensor Draw(Tensor fake, Tensor latents)
    {
        var pixels = fake.shape.Skip(2).Aggregate(1.0, (product, size) => product * size);
        var along = fake.mul(randn_like(fake).div(Math.Sqrt(pixels))).sum();
        var gradient = InputGradient.TryTake(along, latents)
            ?? throw new InvalidOperationException("The generated samples do not depend on the latents, so they have no path length: were they created from these tensors?");
        var layers = latents.dim() == 3 ? latents.shape[1] : 1;
        return GradientNorms.Of(gradient, GradientNorm.PerSample).div(Math.Sqrt(layers));
    }
}
