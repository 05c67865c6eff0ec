using Gan.Runtime.Memory;

namespace Gan.Runtime;

/// <summary>What the process does with the memory of tensors that are freed.</summary>
public static class MemoryAllocator
{
    // mallopt's names for the two, from malloc.h.
    private const int MmapThreshold = -3;
    private const int TrimThreshold = -1;

    /// <summary>
    /// Keeps the memory of freed blocks up to 1 GB for the next tensor, instead of giving it back to the system: to be called once, when a program that
    /// trains on the CPU starts.
    /// </summary>
    /// <remarks>
    /// <para>glibc maps every block above 32 MB anew, and trims its heap, so that every large gradient is paid for in page faults, several times what
    /// the arithmetic on it costs. Here <c>M_MMAP_THRESHOLD</c> becomes 1 GB and <c>M_TRIM_THRESHOLD</c> 2 GB.</para>
    /// <para>The price is memory: the process stays at its largest size, up to 2 GB of it unused, and a heap that keeps blocks of many sizes can fragment.
    /// The setting is the whole process's and cannot be taken back. It changes no result.</para>
    /// </remarks>
    /// <returns>Whether it took effect: on Linux with glibc, unless its version limits the first threshold; elsewhere false, and nothing has changed.</returns>
    public static bool KeepLargeBlocks() =>
        GlibcMemory.IsAvailable && GlibcMemory.Set(MmapThreshold, 1 << 30) && GlibcMemory.Set(TrimThreshold, int.MaxValue);
}
