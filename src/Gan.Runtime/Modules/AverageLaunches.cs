using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Cuda.Tensors;
using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>The update of an average on GPUs: one launch for all tensors of a device and a dtype that are averaged, one for all that are copied as they are.</summary>
internal sealed class AverageLaunches : IDisposable
{
    private readonly List<TensorTable> tables = [];

    /// <summary>Updates the tensors for which launches are.</summary>
    /// <param name="pairs">Of the average and of the module.</param>
    /// <param name="kept">How much of the average stays.</param>
    /// <returns>The others.</returns>
    /// <exception cref="CudaException">A kernel cannot be compiled, loaded or launched.</exception>
    public IEnumerable<AveragedTensor> Update(IReadOnlyList<AveragedTensor> pairs, double kept)
    {
        var place = 0;
        var left = new List<AveragedTensor>();
        foreach (var alike in pairs.GroupBy(KeyOf))
        {
            if (alike.Key is not { } key)
            {
                left.AddRange(alike);
                continue;
            }

            if (place == tables.Count)
                tables.Add(new());
            tables[place++].Run(
                [.. alike.Select(static pair => new[] { pair.Mean, pair.Value })],
                (list, _) => [key.Type is { } type ? CudaTensors.Average(type, list, 1 - kept) : CudaTensors.Copy(list)],
                isOfBytes: key.Type is null);
            foreach (var pair in alike)
                TensorVersion.Count(pair.Mean);
        }

        return left;
    }

    public void Dispose() => tables.ForEach(static table => table.Dispose());

    // A copy has no type; what is left has no key.
    private static (int Device, ScalarType? Type)? KeyOf(AveragedTensor pair)
    {
        var (mean, value) = (pair.Mean, pair.Value);
        if (!CudaRuntime.Reads(mean) || !CudaRuntime.Reads(value) || mean.device_index != value.device_index)
            return null;
        if (pair.IsCopied)
            return mean.dtype == value.dtype ? (mean.device_index, null) : null;
        var isOfType = mean.dtype == (value.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32) && TensorChecks.IsFloatingPoint(value);
        return isOfType ? (mean.device_index, value.dtype) : null;
    }
}
