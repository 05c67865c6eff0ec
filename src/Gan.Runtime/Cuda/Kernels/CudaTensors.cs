using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>The launches that update all tensors of a list at once. Their tensors are of one type; what stands beside them is of the type that is computed with: float32 for half types.</summary>
internal static class CudaTensors
{
    /// <summary>The elements that a block takes at a time.</summary>
    public const int Tile = 8 * CudaKernel.BlockSize;

    /// <summary>The numbers of a table that one launch writes: what a launch has room for.</summary>
    public const int TablePart = 500;

    private static readonly ConcurrentDictionary<(string Name, ScalarType? Type), CudaKernel> s_kernels = new();

    private static readonly Dictionary<string, string[]> s_parts = new()
    {
        ["adam"] = ["threads.cuh", "tensors.cuh", "adam.cu"],
        ["moving_average"] = ["threads.cuh", "tensors.cuh", "moving_average.cu"],
        ["clamp_tensors"] = ["choices.cuh", "threads.cuh", "tensors.cuh", "in_place.cuh", "clamp_tensors.cu"],
        ["gradient_norms"] = ["threads.cuh", "sums.cuh", "tensors.cuh", "in_place.cuh", "gradient_norms.cu"],
        ["scale_gradients"] = ["threads.cuh", "tensors.cuh", "in_place.cuh", "scale_gradients.cu"],
        ["copy_tensors"] = ["threads.cuh", "tensors.cuh", "copy_tensors.cu"],
        ["write_table"] = ["threads.cuh", "write_table.cu"],
    };

    /// <summary>The kernels that there are for a type, and those that are for all.</summary>
    public static IEnumerable<(CudaKernel Kernel, bool IsOfType)> KernelsOf(ScalarType type) =>
        s_parts.Keys.Select(name => name is "copy_tensors" or "write_table" ? (Kernel(name, null), false) : (Kernel(name, type), true));

    /// <summary>A step of Adam: rows have the addresses of parameter, gradient, mean and square.</summary>
    /// <param name="type">Of parameters and gradients.</param>
    /// <param name="list">The parameters.</param>
    /// <param name="numbers">Decay, L2, beta1, the gradient's weight, beta2, its square's weight, rate and epsilon.</param>
    public static CudaLaunch Adam(ScalarType type, CudaList list, params ReadOnlySpan<double> numbers)
    {
        var bits = MemoryMarshal.Cast<double, long>(numbers);
        return On(Kernel("adam", type), list, [.. list.Members, .. bits]);
    }

    /// <summary>mean + weight * (value - mean): rows have the addresses of mean and value.</summary>
    public static CudaLaunch Average(ScalarType type, CudaList list, double weight) => On(Kernel("moving_average", type), list, [.. list.Members, Bits(weight)]);

    /// <summary>Copies bytes, which are the rows' elements: they have the addresses of where to and where from.</summary>
    public static CudaLaunch Copy(CudaList list) => On(Kernel("copy_tensors", null), list, list.Members);

    /// <summary>The norm of each tensor, and behind them that of all: rows have one address each.</summary>
    /// <param name="type">Of the tensors.</param>
    /// <param name="list">The tensors.</param>
    /// <param name="norms">The address of so many doubles and one more.</param>
    /// <param name="ofTiles">That of two doubles for each tile.</param>
    /// <param name="scratch">That of <see cref="CudaOutput.ScratchBytes"/>, which were 0 at first.</param>
    public static CudaLaunch Norms(ScalarType type, CudaList list, nint norms, nint ofTiles, nint scratch) =>
        On(Kernel("gradient_norms", type), list, [.. list.Members, norms, ofTiles, scratch]);

    /// <summary>Times min(1, limit / norm), in place, if the norm is finite.</summary>
    public static CudaLaunch Scale(ScalarType type, CudaList list, nint norm, double limit) => On(Kernel("scale_gradients", type), list, [.. list.Members, norm, Bits(limit)]);

    /// <summary>Clips every element to ±limit, in place; nothing if there is a norm that is not finite.</summary>
    public static CudaLaunch Clamp(ScalarType type, CudaList list, nint norm, double limit) => On(Kernel("clamp_tensors", type), list, [.. list.Members, norm, Bits(limit)]);

    /// <summary>Writes numbers to memory of the device.</summary>
    public static IEnumerable<CudaLaunch> Write(nint to, long[] numbers)
    {
        for (var start = 0; start < numbers.Length; start += TablePart)
        {
            var arguments = new long[2 + TablePart];
            var count = Math.Min(TablePart, numbers.Length - start);
            (arguments[0], arguments[1]) = (to + sizeof(long) * start, count);
            Array.Copy(numbers, start, arguments, 2, count);
            yield return new(Kernel("write_table", null), 1, arguments);
        }
    }

    private static CudaLaunch On(CudaKernel kernel, CudaList list, long[] arguments) => new(kernel, (int)Math.Clamp(list.Tiles, 1, CudaLosses.MostBlocks), arguments);

    private static CudaKernel Kernel(string name, ScalarType? type) =>
        s_kernels.GetOrAdd((name, type), static key => KernelText.Of(key.Name, key.Type is { } type ? CudaElement.Of(type) : null, s_parts[key.Name]));

    private static long Bits(double number) => BitConverter.DoubleToInt64Bits(number);
}
