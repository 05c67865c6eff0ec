using System.Globalization;
using Gan.Experiments.Experiments;

namespace Gan.Experiments.Runs.Records;

/// <summary>The ranges of what a run's record and its plan say, and how their numbers hang together: what a run writes keeps them, and what is read is not believed before.</summary>
internal static class RecordChecks
{
    /// <summary>The most threads that a plan can have had, on whatever machine.</summary>
    public const int MostThreads = 1024;

    /// <exception cref="ArgumentException">A field is out of its range, or does not fit another: the message names it.</exception>
    public static void Check(RunRecord record)
    {
        Check(RunPlan.Of(record));
        Demand(record.Step >= 0 && record.Step <= record.Settings.Steps, nameof(record.Step), record.Step, $"from 0 to Settings.Steps, {Text(record.Settings.Steps)}");
        Demand(record.Status != RunStatus.Done || record.Step == record.Settings.Steps, nameof(record.Step), record.Step, $"Settings.Steps, {Text(record.Settings.Steps)}, if Status is Done");
        Demand((record.Status == RunStatus.Failed) == (record.Failure is not null), nameof(record.Failure), record.Failure is null ? "null" : "a text", "a text if Status is Failed, and null otherwise");
        Demand(double.IsFinite(record.Seconds) && record.Seconds >= 0, nameof(record.Seconds), record.Seconds, "finite and not negative");
        Demand(record.DataCount >= 0, nameof(record.DataCount), record.DataCount, "not negative");
        Demand(record.MetricSamples >= 0 && record.MetricSamples <= record.DataCount, nameof(record.MetricSamples), record.MetricSamples, $"from 0 to DataCount, {Text(record.DataCount)}");
        foreach (var (name, value) in record.Hyperparameters)
            Demand(double.IsFinite(value), $"{nameof(record.Hyperparameters)}.{name}", value, "finite");
        foreach (var (i, metric) in record.Metrics.Index())
            Demand(!double.IsNaN(metric.Value), $"{nameof(record.Metrics)}[{Text(i)}].{nameof(metric.Value)}", metric.Value, "a number");
        if (record.Metrics.GroupBy(static metric => metric.Name).FirstOrDefault(static group => group.Count() > 1)?.Key is { } twice)
            throw new ArgumentException($"Metrics contains {twice} twice.");
    }

    /// <exception cref="ArgumentException">A field is out of its range: the message names it.</exception>
    public static void Check(RunPlan plan)
    {
        if (string.IsNullOrWhiteSpace(plan.Experiment))
            throw new ArgumentException("Experiment must not be empty.");
        try
        {
            SettingChecks.Check(plan.Settings);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Settings.{RunFailure.Text(exception)}", exception);
        }

        Demand(plan.Threads is >= 1 and <= MostThreads, nameof(plan.Threads), plan.Threads, $"from 1 to {Text(MostThreads)}");
        foreach (var (name, value) in plan.Sweep)
            Demand(double.IsFinite(value), $"{nameof(plan.Sweep)}.{name}", value, "finite");
    }

    private static void Demand<T>(bool isGood, string name, T value, string expected)
    {
        if (!isGood)
            throw new ArgumentException($"{name} is {Text(value)}, but must be {expected}.");
    }

    private static string Text<T>(T value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
