using System.Diagnostics;
using Gan.Runtime.Memory;

namespace Gan.Runtime;

/// <summary>What the threads of the tensor library do between two operations.</summary>
public static class IdleThreads
{
    private const string Policy = "OMP_WAIT_POLICY";

    /// <summary>Lets them sleep, where they would spin for milliseconds: to be called once, before the first tensor. <c>GanExperiments.RunAsync</c> does.</summary>
    /// <remarks>
    /// <para>libtorch computes with OpenMP, whose threads wait for the next operation by spinning. On a machine that has something else to do, other runs among it, they take the processors from those that compute, and
    /// a program is several times slower. Here <c>OMP_WAIT_POLICY</c> becomes <c>PASSIVE</c>, as it does for whoever sets it before the program starts.</para>
    /// <para>The price is that a thread has to be woken, some microseconds an operation. It changes no result. Whoever runs the program can decline with the environment variable <c>OMP_WAIT_POLICY=ACTIVE</c>:
    /// a value that is there is left alone.</para>
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
