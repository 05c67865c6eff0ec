namespace Gan.Runtime.Proofs;

/// <summary>Bounds the work of checking. It is counted, not timed, so that a proof has the same result on every machine: a step is a formula that is bounded, or a term of its exact form.</summary>
internal static class CheckingSteps
{
    /// <summary>What all statements of one objective may take: a hundred times what those of any published loss do.</summary>
    public const long Limit = 60_000;

    [ThreadStatic]
    private static long? s_left;

    /// <summary>Takes steps off what is left.</summary>
    /// <exception cref="StepsExceededException">There are not so many left.</exception>
    public static void Take(long count)
    {
        if (s_left is { } left && (s_left = left - count) < 0) throw new StepsExceededException();
    }

    /// <summary>Whether an argument holds, and so many steps are enough for it; null where they are not. What has no value, or is no certificate, shows nothing.</summary>
    /// <param name="steps">How many steps are left.</param>
    /// <param name="argument">The argument.</param>
    public static bool? Within(ref long steps, Func<bool> argument)
    {
        s_left = steps;
        try
        {
            return argument();
        }
        catch (Exception e) when (e is ArithmeticException or FormatException or InvalidOperationException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            return false;
        }
        catch (StepsExceededException)
        {
            return null;
        }
        finally
        {
            steps = Math.Max(s_left ?? 0, 0);
            s_left = null;
        }
    }

    private sealed class StepsExceededException : Exception;
}
