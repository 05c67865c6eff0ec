namespace Gan.Generators.Basics;

/// <summary>
/// Bounds what a step may cost, whatever the formula. Work is counted in nodes of formulas that are built, compared or visited, not in seconds:
/// a step ends at the same point on every machine. What goes over its budget has no answer, and says so.
/// </summary>
internal sealed class Work
{
    [ThreadStatic]
    private static Work? s_current;

    private long _left;

    private Work(long left) => _left = left;

    /// <summary>What the budget does not reach. Nothing but this class catches it.</summary>
    private sealed class ExceededException : Exception;

    /// <summary>How much a step costs, for tests.</summary>
    public static long Of(Action step)
    {
        Within(long.MaxValue, () => { step(); return ""; }, out var spent);
        return spent;
    }

    /// <summary>The step's result; null where it costs more than the budget, or than what the step around it has left.</summary>
    public static T? Within<T>(long budget, Func<T?> step)
        where T : class
        => Within(budget, step, out _);

    private static T? Within<T>(long budget, Func<T?> step, out long spent)
        where T : class
    {
        var outer = s_current;
        var given = outer is null ? budget : Math.Min(budget, outer._left);
        var work = s_current = new(given);
        try
        {
            return step();
        }
        catch (Exception exception) when (exception is ExceededException or { InnerException: ExceededException })
        {
            // Sorting wraps what its comparison throws.
            return null;
        }
        finally
        {
            s_current = outer;
            spent = given - work._left;
            if (outer is not null) outer._left -= spent;
        }
    }

    /// <summary>Counts a walk over numbers, which costs less a node than building one.</summary>
    public static void CountEvaluation(int size) => Count(1 + (size / EvaluationsANode));

    private const int EvaluationsANode = 8;

    /// <summary>Counts work; outside of any budget it is free.</summary>
    public static void Count(long nodes)
    {
        if (s_current is { } work && (work._left -= nodes) < 0) throw new ExceededException();
    }
}
