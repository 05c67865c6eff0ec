using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Gan.Runtime.Backend;

/// <summary>A layer that the check computes, without a bias.</summary>
/// <param name="Dimensions">Of its space, from 0, a linear layer, to 3.</param>
/// <param name="IsTransposed">Whether it is a transposed convolution.</param>
/// <param name="Batch">The samples of its input.</param>
/// <param name="Inputs">Its input channels.</param>
/// <param name="Outputs">Its output channels.</param>
/// <param name="Size">The length of its input in each dimension.</param>
/// <param name="Kernel">The length of its kernel in each dimension.</param>
/// <param name="Stride">Its stride.</param>
/// <param name="Padding">Its padding on each side.</param>
internal sealed record CheckedLayer(int Dimensions, bool IsTransposed, int Batch, int Inputs, int Outputs, int Size = 1, int Kernel = 1, int Stride = 1, int Padding = 0)
{
    /// <summary>Layers of every kind that GANs are built of, with channels that fill no vector on either side.</summary>
    public static readonly CheckedLayer[] All =
    [
        new(0, false, Batch: 2, Inputs: 5, Outputs: 3),
        new(1, false, Batch: 2, Inputs: 17, Outputs: 16, Size: 8, Kernel: 5),
        new(2, false, Batch: 1, Inputs: 32, Outputs: 1, Size: 4, Kernel: 4),
        new(2, false, Batch: 2, Inputs: 5, Outputs: 7, Size: 5, Kernel: 3, Padding: 1),
        new(2, false, Batch: 1, Inputs: 17, Outputs: 16, Size: 6, Kernel: 4, Stride: 2, Padding: 1),
        new(2, false, Batch: 2, Inputs: 3, Outputs: 16, Size: 3),
        new(2, true, Batch: 1, Inputs: 5, Outputs: 16, Kernel: 4),
        new(2, true, Batch: 1, Inputs: 16, Outputs: 17, Size: 2, Kernel: 4, Stride: 2, Padding: 1),
        new(3, false, Batch: 2, Inputs: 5, Outputs: 7, Size: 3, Kernel: 3),
    ];

    /// <summary>The length of its output in each dimension.</summary>
    public int OutputSize => IsTransposed ? ((Size - 1) * Stride) - (2 * Padding) + Kernel : ((Size + (2 * Padding) - Kernel) / Stride) + 1;

    /// <summary>The number of positions in a space of this length in each dimension.</summary>
    public int Volume(int length) => (int)Math.Pow(length, Dimensions);

    /// <summary>What libtorch computes of it in float32.</summary>
    public LayerValues Compute(LayerSamples samples)
    {
        using var scope = NewDisposeScope();
        var input = tensor(samples.Input, Shape(Batch, Inputs, Size), device: CPU).requires_grad_(true);
        var weight = tensor(samples.Weight, IsTransposed ? Shape(Inputs, Outputs, Kernel) : Shape(Outputs, Inputs, Kernel), device: CPU).requires_grad_(true);
        var output = Apply(input, weight);
        output.backward([tensor(samples.OutputGradient, Shape(Batch, Outputs, OutputSize), device: CPU)]);
        return new(Numbers(output.detach()), Numbers(input.grad!), Numbers(weight.grad!));
    }

    /// <inheritdoc/>
    public override string ToString() => Dimensions == 0
        ? $"Linear({Inputs}, {Outputs})"
        : $"Conv{(IsTransposed ? "Transpose" : "")}{Dimensions}d({Inputs}, {Outputs}, {Kernel}{(Stride == 1 ? "" : $", stride: {Stride}")}{(Padding == 0 ? "" : $", padding: {Padding}")})";

    private Tensor Apply(Tensor input, Tensor weight)
    {
        long[] strides = Space(Stride), padding = Space(Padding);
        return (Dimensions, IsTransposed) switch
        {
            (0, _) => linear(input, weight),
            (1, false) => conv1d(input, weight, null, Stride, Padding),
            (2, false) => conv2d(input, weight, null, strides, padding),
            (2, true) => conv_transpose2d(input, weight, null, strides, padding),
            (3, false) => conv3d(input, weight, null, strides, padding),
            _ => throw new NotSupportedException($"{this} is not computed."),
        };
    }

    private long[] Shape(long first, long second, long length) => [first, second, .. Space(length)];

    private long[] Space(long length)
    {
        var lengths = new long[Dimensions];
        Array.Fill(lengths, length);
        return lengths;
    }

    private static float[] Numbers(Tensor values) => MemoryMarshal.Cast<byte, float>(values.contiguous().bytes).ToArray();
}
