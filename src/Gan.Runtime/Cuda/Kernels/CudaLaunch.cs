namespace Gan.Runtime.Cuda.Kernels;

/// <summary>One launch of a kernel, in blocks of <see cref="CudaKernel.BlockSize"/> threads.</summary>
/// <param name="Kernel">What is launched.</param>
/// <param name="Blocks">How many blocks: it follows from the number of logits alone, so that the sums are added in the same order on every card.</param>
/// <param name="Arguments">The one parameter, member by member: addresses, integers, and the bits of doubles.</param>
internal sealed record CudaLaunch(CudaKernel Kernel, int Blocks, long[] Arguments);
