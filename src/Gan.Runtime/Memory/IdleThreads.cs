using System.Diagnostics;
using Gan.Runtime.Memory;

namespace Gan.Runtime;

/// <summary>What the threads of the tensor library do between two operations.</summary>
public static class IdleThreads
{
    private const string Policy = "OMP_WAIT_POLICY";

    /// <summary>Lets idle threads sleep instead of spinning for milliseconds. Call it once, before the first tensor; <c>GanExperiments.RunAsync</c> calls it.</summary>
    /// <remarks>
    /// <para>libtorch computes with OpenMP, whose threads spin until the next operation. If other programs run too, the spinning threads take the processors from those that compute, and a step takes several times
    /// as long. This method sets <c>OMP_WAIT_POLICY</c> to <c>PASSIVE</c>.</para>
    /// <para>The price is that each operation has to wake its threads, which takes some microseconds. The results are the same. A variable that is already set stays as it is: <c>OMP_WAIT_POLICY=ACTIVE</c> turns this off.</para>
    /// </remarks>
    /// <returns>Whether it took effect: on Linux with glibc, if the variable was not set and OpenMP was not loaded. Otherwise nothing has changed.</returns>
    public static bool Sleep() => Glibc.IsAvailable && Environment.GetEnvironmentVariable(Policy) is null && !IsLoaded() && Glibc.SetEnvironment(Policy, "PASSIVE", overwrite: 0) == 0;

    // It reads the variable when it is loaded, with libtorch.
    private static bool IsLoaded()
    {
        using var process = Process.GetCurrentProcess();
        return process.Modules.Cast<ProcessModule>().Any(static module => Path.GetFileName(module.FileName).StartsWith("libgomp", StringComparison.Ordinal));
    }
}
