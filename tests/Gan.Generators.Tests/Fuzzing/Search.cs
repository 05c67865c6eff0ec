using System.Runtime.ExceptionServices;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>Looks for faults in a batch, and makes each one small.</summary>
internal static class Search
{
    /// <summary>As the stack of a thread of the compiler's server is where it is least.</summary>
    private const int StackSize = 1 << 20;

    public static BatchResult In(IReadOnlyList<Sample> samples, TimeSpan hang, bool isCompiled)
    {
        var result = Run(samples, hang, isCompiled);
        if (result.Faults.Count == 0) return result;

        // By itself each sample has what is its own. What needs several is a mistake of one that shows at another, as where two leave their namespaces, unless it is an exception.
        var alone = samples.Select(sample => (Sample: sample, Run([sample], hang, isCompiled).Faults)).Where(static pair => pair.Faults.Count > 0)
            .Select(pair => Smaller(pair.Sample, pair.Faults[0].What, hang, isCompiled)).ToArray();
        var together = alone.Length == 0 && result.Faults.Any(static fault => fault.IsCrash);
        return result with { Faults = !together ? alone : [new Fault(new(samples[0].Seed, samples[0].Number, string.Join("\n----\n", Fewer(samples, hang, isCompiled).Select(static sample => sample.Text))), "Together: " + result.Faults.First(static fault => fault.IsCrash).What)] };
    }

    public static BatchResult Run(IReadOnlyList<Sample> samples, TimeSpan hang, bool isCompiled)
    {
        BatchResult? result = null;
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = Batch.Run(samples, isCompiled);
                }
                catch (Exception exception)
                {
                    error = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize)
        {
            IsBackground = true,
        };
        thread.Start();
        var none = Array.Empty<Microsoft.CodeAnalysis.Diagnostic>().ToLookup(static diagnostic => diagnostic.Id);
        if (!thread.Join(hang)) return new([new(samples.Count == 1 ? samples[0] : null, $"It does not end within {hang}", IsCrash: true)], default, none);
        return error is null ? result! : new([new(samples.Count == 1 ? samples[0] : null, error.SourceException.ToString(), IsCrash: true)], default, none);
    }

    /// <summary>The samples without which it goes away.</summary>
    private static IReadOnlyList<Sample> Fewer(IReadOnlyList<Sample> samples, TimeSpan hang, bool isCompiled)
    {
        foreach (var sample in samples)
        {
            Sample[] others = [.. samples.Where(other => other != sample)];
            if (Run(others, hang, isCompiled).Faults.Any(static fault => fault.IsCrash)) return Fewer(others, hang, isCompiled);
        }

        return samples;
    }

    /// <summary>Pieces of the text are left out as long as something is wrong with what is left, at most so many times.</summary>
    private static Fault Smaller(Sample sample, string what, TimeSpan hang, bool isCompiled)
    {
        var tries = 300;
        for (var size = sample.Text.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < sample.Text.Length && tries > 0; tries--)
            {
                var shorter = sample with { Text = sample.Text.Remove(start, Math.Min(size, sample.Text.Length - start)) };
                if (Run([shorter], hang, isCompiled).Faults is [var fault, ..] && Kind(fault.What) == Kind(what)) (sample, what) = (shorter, fault.What);
                else start += size;
            }
        }

        return new(sample, what);
    }

    /// <summary>The beginning of what is said, without places.</summary>
    private static string Kind(string what) => string.Concat(what.Where(static c => !char.IsDigit(c) || c is '0').Take(60).TakeWhile(static c => c != '\''));
}
