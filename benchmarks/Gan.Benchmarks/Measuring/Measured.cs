using System.Diagnostics;

namespace Gan.Benchmarks;

/// <summary>What can be timed, here or in another process.</summary>
internal interface ISampled
{
    /// <summary>Nanoseconds a call, the mean of one sample.</summary>
    double Sample();
}

/// <summary>
/// A piece of work that is timed a sample at a time: warmed up until the JIT's last tier has it, then run as often a sample as the clock and one interrupt ask for.
/// </summary>
/// <param name="run">The work.</param>
internal sealed class Measured(Action run) : ISampled
{
    private static readonly TimeSpan s_warm = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_sample = TimeSpan.FromMilliseconds(5);

    private int _calls;

    /// <inheritdoc/>
    public double Sample()
    {
        if (_calls == 0)
            WarmUp();
        return Nanoseconds(_calls);
    }

    private void WarmUp()
    {
        var warming = Stopwatch.StartNew();
        var fastest = double.PositiveInfinity;
        // Twice at least: the first call of a large one pays for its memory.
        for (var calls = 0; calls < 2 || warming.Elapsed < s_warm; calls++)
            fastest = Math.Min(fastest, Nanoseconds(1));
        _calls = (int)Math.Ceiling(s_sample.TotalNanoseconds / Math.Max(fastest, 1));
    }

    private double Nanoseconds(int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
            run();
        BenchmarkDevice.Settle();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}
