using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Gan.Runtime.Backend;

/// <summary>What this machine's processor calls itself.</summary>
internal static class Processor
{
    private const int FirstOfName = unchecked((int)0x80000002);

    /// <summary>Its name and family, as <c>AMD EPYC 9B45 (family 26)</c>; where it has no CPUID, its architecture.</summary>
    public static string Name { get; } = X86Base.IsSupported ? $"{Brand()} (family {Family()})" : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Brand()
    {
        var registers = Enumerable.Range(FirstOfName, 3).Select(static leaf => X86Base.CpuId(leaf, 0)).SelectMany(static r => new[] { r.Eax, r.Ebx, r.Ecx, r.Edx }).ToArray();
        return Encoding.ASCII.GetString(MemoryMarshal.AsBytes<int>(registers)).TrimEnd('\0').Trim();
    }

    // The extended family counts on where the family's four bits end.
    private static int Family()
    {
        var version = X86Base.CpuId(1, 0).Eax;
        var family = (version >> 8) & 0xF;
        return family == 0xF ? family + ((version >> 20) & 0xFF) : family;
    }
}
