using Gan.Runtime.Augmentation;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Augmentation;

/// <summary>Random numbers that a test has chosen, in the order in which they are drawn.</summary>
internal sealed class FixedDraws(params double[][] numbers) : Draws(null)
{
    private readonly Queue<double[]> numbers = new(numbers);

    public int Left => numbers.Count;

    protected override Tensor UniformAt(Device device, ScalarType type, long[] size) => Next(device, type, size);

    protected override Tensor NormalAt(Device device, ScalarType type, long[] size) => Next(device, type, size);

    private Tensor Next(Device device, ScalarType type, long[] size) => tensor(numbers.Dequeue(), dtype: type, device: device).reshape(size);
}
