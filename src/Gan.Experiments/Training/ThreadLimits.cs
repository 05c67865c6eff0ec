using System.Globalization;

namespace Gan.Experiments.Training;

/// <summary>The number of threads that a run trains with: more than there are processors only wait for each other, and thousands for hours.</summary>
internal static class ThreadLimits
{
    /// <summary>The most that a run begins with here.</summary>
    public static int Most => Environment.ProcessorCount;

    /// <exception cref="ArgumentOutOfRangeException">It is below 1 or above <see cref="Most"/>.</exception>
    public static void Check(int threads)
    {
        if (threads < 1 || threads > Most)
            throw new ArgumentOutOfRangeException(nameof(threads), threads, $"Threads must be from 1 to {Most.ToString(CultureInfo.InvariantCulture)}, the number of processors of this machine.");
    }
}
