namespace Gan.Runtime.Testing;

/// <summary>Checks the schedule of a hyperparameter against its declared formula.</summary>
public static class ScheduleChecks
{
    /// <summary>Checks that a hyperparameter has the values of its schedule, up to rounding in double precision.</summary>
    /// <param name="schedule">Returns the value of the hyperparameter at a step.</param>
    /// <param name="expected">One or more steps, each with the value of the formula.</param>
    /// <exception cref="ArgumentException">An argument is null, or the list is empty.</exception>
    /// <exception cref="ObjectiveCheckException">A value is wrong.</exception>
    public static void Values(Func<long, double> schedule, IReadOnlyList<(long Step, double Value)> expected)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(expected);
        if (expected.Count == 0)
            throw new ArgumentException("There is nothing to check: the list is empty.", nameof(expected));

        var failures = new Failures();
        foreach (var (step, value) in expected)
        {
            var actual = schedule(step);
            if (!(Math.Abs(actual - value) <= 1e-9 * Math.Max(1, Math.Abs(value))))
                failures.Add($"At step {step}, the schedule's value is {value:R}, but the property returns {actual:R}.");
        }

        failures.ThrowIfAny();
    }
}
