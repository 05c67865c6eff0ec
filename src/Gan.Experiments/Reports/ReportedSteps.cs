using Gan.Experiments.Runs;
using Gan.Experiments.Training.Steps;

namespace Gan.Experiments.Reports;

/// <summary>The log of a run as a report takes it: damage costs what is damaged, not the report.</summary>
internal static class ReportedSteps
{
    private const int Named = 10;

    /// <param name="path">The log, which need not be there.</param>
    /// <param name="steps">The steps that the run has.</param>
    /// <returns>What can be read, and a sentence on what cannot; null: all can.</returns>
    public static (StepTable Steps, string? Damage) Read(string path, long steps)
    {
        if (!File.Exists(path))
            return (StepTable.Empty, null);
        try
        {
            var table = StepTable.ReadWhole(path, steps, out var damaged);
            return (table, damaged.Count == 0 ? null : $"{Path.GetFileName(path)} has {(damaged.Count == 1 ? "a damaged line, which is" : FormattableString.Invariant($"{damaged.Count} damaged lines, which are"))} left out: {Lines(damaged)}.");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (StepTable.Empty, $"{RunFailure.Text(exception)} No steps are shown.");
        }
    }

    private static string Lines(IReadOnlyList<int> damaged) =>
        string.Join(", ", damaged.Take(Named)) + (damaged.Count > Named ? FormattableString.Invariant($" and {damaged.Count - Named} more") : "");
}
