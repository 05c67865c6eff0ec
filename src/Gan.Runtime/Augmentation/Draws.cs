using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>Where the random numbers of an augmentation come from: a generator of the caller's, or libtorch's own.</summary>
internal class Draws(Generator? generator)
{
    /// <summary>u ~ U(0, 1) of a size, beside the samples.</summary>
    public Tensor Uniform(Tensor samples, params long[] size) => Beside(samples, place => UniformAt(place, samples.dtype, size));

    /// <summary>n ~ N(0, 1) of a size, beside the samples.</summary>
    public Tensor Normal(Tensor samples, params long[] size) => Beside(samples, place => NormalAt(place, samples.dtype, size));

    /// <summary>A whole number from 0 below a limit, one for each sample: [N].</summary>
    public Tensor Below(Tensor samples, long limit) => Uniform(samples, samples.shape[0]).mul(limit).floor().clamp_max(limit - 1);

    /// <summary>A number from -range to range, one for each sample: [N].</summary>
    public Tensor Within(Tensor samples, double range) => Uniform(samples, samples.shape[0]).sub(0.5).mul(2 * range);

    /// <summary>Whether something of a probability happens, for each sample: [N].</summary>
    public Tensor Happens(Tensor samples, Tensor probability) => Uniform(samples, samples.shape[0]).lt(probability);

    /// <summary>The same of a probability that may be on a device.</summary>
    public Tensor Happens(Tensor samples, AugmentationProbability probability) => Happens(samples, probability.At(samples.device));

    protected virtual Tensor UniformAt(Device device, ScalarType type, long[] size) => rand(size, dtype: type, device: device, generator: generator);

    protected virtual Tensor NormalAt(Device device, ScalarType type, long[] size) => randn(size, dtype: type, device: device, generator: generator);

    // A generator draws only on its own device.
    private Tensor Beside(Tensor samples, Func<Device, Tensor> draw) => generator is null ? draw(samples.device) : draw(generator.device).to(samples.device);
}
