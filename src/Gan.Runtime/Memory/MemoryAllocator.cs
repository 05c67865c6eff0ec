using Gan.Runtime.Memory;

namespace Gan.Runtime;

/// <summary>Controls what the process does with the memory of freed tensors.</summary>
public static class MemoryAllocator
{
    // mallopt's names for the two, from malloc.h.
    private const int MmapThreshold = -3;
    private const int TrimThreshold = -1;

    /// <summary>
    /// Keeps the memory of freed blocks of up to 1 GB for the next tensor, instead of returning it to the system. Call it once, at the start of a program that trains on the CPU.
    /// </summary>
    /// <remarks>
    /// <para>glibc maps each block above 32 MB anew and trims its heap. The page faults of a large gradient then take several times as long as the arithmetic on it.
    /// This method sets <c>M_MMAP_THRESHOLD</c> to 1 GB and <c>M_TRIM_THRESHOLD</c> to 2 GB.</para>
    /// <para>The process then keeps its largest size, of which up to 2 GB can be unused, and a heap with blocks of many sizes can fragment.
    /// The setting applies to the whole process and cannot be undone. It does not change any result.</para>
    /// </remarks>
    /// <returns><see langword="true"/> if the setting took effect, which needs Linux with a glibc that does not limit the first threshold; otherwise, <see langword="false"/>.</returns>
    public static bool KeepLargeBlocks() =>
        GlibcMemory.IsAvailable && GlibcMemory.Set(MmapThreshold, 1 << 30) && GlibcMemory.Set(TrimThreshold, int.MaxValue);
}
