namespace Gan.Runtime.Cuda.Kernels;

/// <summary>A kernel in CUDA C. Equal sources are one kernel, whatever the hyperparameters: those are arguments.</summary>
/// <param name="Name">The entry point, which is <c>extern "C"</c>. It has one parameter: a structure of members of 8 bytes, by value.</param>
/// <param name="Source">The whole text; it includes no header.</param>
internal sealed record CudaKernel(string Name, string Source)
{
    /// <summary>The threads of a block.</summary>
    public const int BlockSize = 256;
}
