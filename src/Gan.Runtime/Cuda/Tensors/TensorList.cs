using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Tensors;

/// <summary>
/// Tensors that are changed in place, all in one launch: contiguous, of one dtype, on one device. What is made for it lives in the current dispose scope. To be used without a graph.
/// </summary>
/// <param name="tensors">The tensors, at least one.</param>
internal sealed class TensorList(IReadOnlyList<Tensor> tensors) : IDisposable
{
    private readonly TensorTable table = new();
    private readonly IReadOnlyList<Tensor[]> rows = [.. tensors.Select(static tensor => new[] { tensor })];

    /// <summary>Whether there are launches for some tensors.</summary>
    public static bool IsFor(IReadOnlyList<Tensor> tensors) =>
        tensors.Count > 0 && tensors.All(tensor => CudaRuntime.Reads(tensor) && tensor.dtype == tensors[0].dtype && tensor.device_index == tensors[0].device_index);

    /// <summary>The norm of each tensor, and behind them that of all together, as float64 on their device.</summary>
    public Tensor Norms()
    {
        var norms = empty(tensors.Count + 1, dtype: ScalarType.Float64, device: tensors[0].device);
        table.Run(rows, (list, scratch) =>
        {
            var ofTiles = empty(Math.Max(1, 2 * list.Tiles), dtype: ScalarType.Float64, device: tensors[0].device);
            return [CudaTensors.Norms(tensors[0].dtype, list, DeviceMemory.AddressOf(norms), DeviceMemory.AddressOf(ofTiles), scratch)];
        });
        return norms;
    }

    /// <summary>Times <c>min(1, limit / norm)</c>; nothing if the norm is not finite.</summary>
    public void Scale(double limit, Tensor norm) => Change(list => CudaTensors.Scale(tensors[0].dtype, list, DeviceMemory.AddressOf(norm), limit));

    /// <summary>Clips each element to ±limit; nothing if there is a norm that is not finite.</summary>
    public void Clamp(double limit, Tensor? norm = null) =>
        Change(list => CudaTensors.Clamp(tensors[0].dtype, list, DeviceMemory.AddressOf(norm), Precision.Reachable(limit, tensors[0].dtype)));

    public void Dispose() => table.Dispose();

    private void Change(Func<CudaList, CudaLaunch> make)
    {
        table.Run(rows, (list, _) => [make(list)]);
        foreach (var tensor in tensors)
            TensorVersion.Count(tensor);
    }
}
