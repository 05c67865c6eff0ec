namespace Gan.Runtime;

/// <summary>A CUDA kernel of this library could not be compiled, loaded or launched.</summary>
/// <remarks>
/// An objective with <c>LossPath = LossPath.Composed</c> computes the same by tensor operations. A launch that follows a failed one fails too: an error inside a kernel, of this library or another, ends what a
/// process can do on its GPU.
/// </remarks>
/// <param name="message">What failed, with the kernel's name.</param>
public sealed class CudaException(string message) : Exception(message);
