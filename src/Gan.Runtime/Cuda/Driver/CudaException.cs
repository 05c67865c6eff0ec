namespace Gan.Runtime;

/// <summary>The exception that is thrown when a CUDA kernel of this library cannot be compiled, loaded or launched.</summary>
/// <remarks>
/// An objective with <c>LossPath = LossPath.Composed</c> computes the same losses with tensor operations. After an error inside a kernel, of this library or of another one, every later launch fails too:
/// the process cannot use its GPU any more.
/// </remarks>
/// <param name="message">The message, which states what failed and the name of the kernel.</param>
public sealed class CudaException(string message) : Exception(message);
