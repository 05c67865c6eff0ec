using Gan.Runtime.Cuda.Kernels;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>Makes of a kernel's text what the driver loads.</summary>
internal interface IKernelCompiler
{
    /// <summary>Which compiler it is: what another has compiled is compiled anew.</summary>
    string Version { get; }

    /// <summary>The image for a GPU.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="architecture">The GPU's compute capability, as 90 for 9.0.</param>
    /// <exception cref="CudaException">The text does not compile.</exception>
    byte[] Compile(CudaKernel kernel, int architecture);
}
