using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>One alpha ~ U(0, 1) a sample.</summary>
internal static class SampleFactors
{
    /// <summary>[N, 1, ...], of as many dimensions as the samples.</summary>
    public static Tensor Draw(Tensor samples)
    {
        var shape = new long[samples.dim()];
        Array.Fill(shape, 1);
        shape[0] = samples.shape[0];
        return rand(shape, dtype: samples.dtype, device: samples.device);
    }
}
