namespace Gan.Runtime.Cuda.Kernels;

/// <summary>Where the blocks of a launch meet.</summary>
/// <param name="Loss">For the reduced loss, a number of the type that is computed with; 0 where it is not wanted.</param>
/// <param name="Scratch"><see cref="ScratchBytes"/> of memory, zeroed before its first use. Launches at the same time need each their own.</param>
internal readonly record struct CudaOutput(nint Loss, nint Scratch)
{
    /// <summary>A counter, four numbers from launch to launch, and three sums of each block.</summary>
    public const int ScratchBytes = 8 * (8 + 3 * CudaLosses.MostBlocks);

    /// <summary>As the kernels' text has them.</summary>
    public long[] Members => [Loss, Scratch];
}
