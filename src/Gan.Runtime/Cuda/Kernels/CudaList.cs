namespace Gan.Runtime.Cuda.Kernels;

/// <summary>A list of tensors on a device, as the kernels that update all of them find it.</summary>
/// <param name="Rows">The address of the rows: of each tensor the number of its first tile, its number of elements, and the addresses that the kernel wants of it.</param>
/// <param name="Count">The number of tensors.</param>
/// <param name="Tiles">The number of tiles of all of them.</param>
internal readonly record struct CudaList(nint Rows, long Count, long Tiles)
{
    /// <summary>As the kernels' text has them.</summary>
    public long[] Members => [Rows, Count, Tiles];
}
