using System.Runtime.InteropServices;

namespace Gan.Benchmarks;

/// <summary>What the process holds of the machine's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident bytes once the heaps have given back what they can: glibc keeps freed memory in fragments that only <c>malloc_trim</c> returns.</summary>
    public static long ResidentAfterTrim()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        if (OperatingSystem.IsLinux())
            _ = Trim(0);
        return Environment.WorkingSet;
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static extern int Trim(nuint pad);
}
