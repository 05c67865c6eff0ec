using Gan.Experiments.Training.Steps;

namespace Gan.Experiments.Runs;

/// <summary>What the reader of a resumed run should know of the steps before.</summary>
internal static class ResumeNotes
{
    /// <summary>What differs from the run that made the checkpoint, once the data are there.</summary>
    /// <param name="begun">The run as it begins: its step is the checkpoint's, its data are those of before.</param>
    /// <param name="data">The data of now.</param>
    /// <param name="folder">The run's.</param>
    /// <exception cref="InvalidDataException">There is a file in the log's place that is none.</exception>
    /// <exception cref="IOException">The log cannot be read.</exception>
    public static IEnumerable<string> Of(RunRecord begun, GanData data, RunFolder folder)
    {
        if (begun.Step == 0)
            yield break;
        if (begun.Data.Length > 0 && (begun.Data, begun.DataCount) != (data.Name, data.Count))
            yield return FormattableString.Invariant($"Steps before {begun.Step} were trained on {begun.DataCount} samples of {begun.Data}, and later steps on {data.Count} samples of {data.Name}. The result differs from that of a run that was not stopped.");
        if (!File.Exists(folder.StepsPath))
            yield break;
        var logged = StepTable.ReadBefore(folder.StepsPath, begun.Step).Steps;
        if (logged.Count < begun.Step)
            yield return FormattableString.Invariant($"{Path.GetFileName(folder.StepsPath)} lacks {begun.Step - logged.Count} steps, beginning with step {FirstGap(logged)}: their lines were damaged, or never reached the disk.");
    }

    // A run logs each of its steps.
    private static int FirstGap(IReadOnlyList<long> steps) => Enumerable.Range(0, steps.Count).Where(i => steps[i] != i).FirstOrDefault(steps.Count);
}
