using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Tensors;

/// <summary>
/// A list of tensors in the memory of their GPU, where the kernels that update all of them find it. It is written when a tensor has moved, by launches in the same queue: nothing is waited for.
/// </summary>
internal sealed class TensorTable : IDisposable
{
    private long[] written = [];
    private Tensor? memory;

    /// <summary>Runs launches on a list of tensors.</summary>
    /// <param name="rows">Of each tensor what the kernel wants, of one number of elements each: contiguous, and all on one device.</param>
    /// <param name="make">Makes the launches, of the list and the address of scratch memory.</param>
    /// <param name="isOfBytes">Whether bytes are counted, and not elements.</param>
    /// <exception cref="CudaException">A kernel cannot be compiled, loaded or launched.</exception>
    public void Run(IReadOnlyList<Tensor[]> rows, Func<CudaList, nint, CudaLaunch[]> make, bool isOfBytes = false)
    {
        var place = rows[0][0];
        var (numbers, tiles) = NumbersOf(rows, isOfBytes);
        var isWritten = numbers.AsSpan().SequenceEqual(written);
        if (!isWritten)
        {
            written = [];
            Reserve(numbers.Length, place.device);
        }

        var list = new CudaList(DeviceMemory.AddressOf(memory), rows.Count, tiles);
        CudaRuntime.DeviceOf(place).Run(scratch => [.. isWritten ? [] : CudaTensors.Write(list.Rows, numbers), .. make(list, scratch)]);
        written = numbers;
        // Nothing may finalise the tensors before they are in the device's queue.
        GC.KeepAlive(rows);
    }

    public void Dispose()
    {
        memory?.Dispose();
        (memory, written) = (null, []);
    }

    private static (long[] Numbers, long Tiles) NumbersOf(IReadOnlyList<Tensor[]> rows, bool isOfBytes)
    {
        var (numbers, tiles) = (new long[rows.Count * (2 + rows[0].Length)], 0L);
        var at = 0;
        foreach (var row in rows)
        {
            var count = row[0].numel() * (isOfBytes ? row[0].element_size() : 1);
            (numbers[at++], numbers[at++]) = (tiles, count);
            foreach (var tensor in row)
                numbers[at++] = DeviceMemory.AddressOf(tensor);
            tiles += (count + CudaTensors.Tile - 1) / CudaTensors.Tile;
        }

        return (numbers, tiles);
    }

    private void Reserve(int count, Device device)
    {
        if (memory is { IsInvalid: false } && memory.numel() >= count && memory.device_type == device.type && memory.device_index == device.index)
            return;
        memory?.Dispose();
        using var withoutGraph = no_grad();
        memory = empty(count, dtype: ScalarType.Int64, device: device).DetachFromDisposeScope();
    }
}
