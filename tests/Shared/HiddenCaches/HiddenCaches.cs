using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Gan.Tests.Shared;

/// <summary>
/// A machine on which libtorch's convolutions are wrong: to a process with this library its processor is AMD's and hides its caches. The real one of those is a virtual machine;
/// docs/backend.md has the story.
/// </summary>
internal static class HiddenCaches
{
    private const string Source = "hidden-caches.c";

    private static readonly Lazy<string> Library = new(Compile);

    /// <summary>Why a process cannot be shown such a machine here; null where it can.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 ? "It takes Linux on x64."
        : !Avx2.IsSupported ? "The kernels in question take AVX2."
        : !File.ReadLines("/proc/cpuinfo").Any(static line => line.StartsWith("flags", StringComparison.Ordinal) && line.Split(' ').Contains("cpuid_fault")) ? "This processor cannot let CPUID fault."
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').All(static folder => !File.Exists(Path.Combine(folder, "gcc"))) ? "There is no gcc."
        : null;

    /// <summary>The environment variable that shows a child process such a machine.</summary>
    public static string Setting => $"LD_PRELOAD={Library.Value}";

    /// <summary>Those that fill its fresh memory with NaN besides. The second keeps the check, which does that for a while, from ending it.</summary>
    public static IReadOnlyList<string> FreshMemoryIsNaN { get; } = ["FRESH_MEMORY=nan", "MALLOC_PERTURB_=0"];

    private static string Compile()
    {
        var library = Path.Combine(AppContext.BaseDirectory, Path.ChangeExtension(Source, ".so"));
        var written = $"{library}.{Environment.ProcessId}";
        var start = new ProcessStartInfo("gcc", ["-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", written, Path.Combine(AppContext.BaseDirectory, Source), "-ldl"]) { RedirectStandardError = true };
        // Tests that run on such a machine themselves compile on the real one.
        start.Environment.Remove("LD_PRELOAD");
        using var gcc = Process.Start(start)!;
        var errors = gcc.StandardError.ReadToEnd();
        gcc.WaitForExit();
        if (gcc.ExitCode != 0)
            throw new InvalidOperationException($"gcc cannot compile {Source}: {errors}");
        File.Move(written, library, overwrite: true);
        return library;
    }
}
