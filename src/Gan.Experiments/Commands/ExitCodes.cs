namespace Gan.Experiments.Commands;

/// <summary>The exit codes of a program.</summary>
internal static class ExitCodes
{
    public const int Done = 0, Failed = 1, Wrong = 2, Stopped = 130;

    /// <summary>That of runs which ended so, of as many as were wanted.</summary>
    public static int Of(IReadOnlyCollection<RunRecord> records, int wanted) =>
        records.Any(static record => record.Status == RunStatus.Failed) ? Failed
        : records.Count < wanted || records.Any(static record => record.Status == RunStatus.Stopped) ? Stopped
        : Done;
}
