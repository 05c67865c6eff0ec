using Gan.Runtime.Memory;

namespace Gan.Runtime;

/// <summary>Controls what the process does with the memory of freed tensors.</summary>
public static class MemoryAllocator
{
    // mallopt's names for the two, from malloc.h.
    private const int MmapThreshold = -3;
    private const int TrimThreshold = -1;

    private const string Setting = "GANDSL_KEEP_LARGE_BLOCKS";

    /// <summary>
    /// Keeps the memory of freed blocks of up to 1 GB for the next tensor, instead of returning it to the system. Call it once, at the start of a program that trains on the CPU. <c>GanExperiments.RunAsync</c> calls it.
    /// </summary>
    /// <remarks>
    /// <para>glibc maps each block above 32 MB anew and trims its heap. The page faults of a large gradient then take several times as long as the arithmetic on it.
    /// This method sets <c>M_MMAP_THRESHOLD</c> to 1 GB and <c>M_TRIM_THRESHOLD</c> to 2 GB.</para>
    /// <para>The process then keeps its largest size, of which up to 2 GB can be unused, and a heap with blocks of many sizes can fragment.
    /// The setting applies to the whole process and cannot be undone. It does not change any result. The environment variable <c>GANDSL_KEEP_LARGE_BLOCKS=off</c> turns it off.</para>
    /// </remarks>
    /// <returns><see langword="true"/> if the setting took effect, which needs Linux with a glibc that does not limit the first threshold; otherwise, <see langword="false"/>.</returns>
    /// <exception cref="ArgumentException">The environment variable is neither <c>on</c> nor <c>off</c>.</exception>
    public static bool KeepLargeBlocks() =>
        IsAccepted(Environment.GetEnvironmentVariable(Setting)) && Glibc.IsAvailable && Glibc.Set(MmapThreshold, 1 << 30) && Glibc.Set(TrimThreshold, int.MaxValue);

    /// <exception cref="ArgumentException">The setting is none.</exception>
    internal static bool IsAccepted(string? setting) => setting switch
    {
        null or "" or "on" => true,
        "off" => false,
        var other => throw new ArgumentException($"The environment variable {Setting} is '{other}': it takes on or off."),
    };
}
