namespace Gan.Experiments;

/// <summary>What a report reads of a run.</summary>
internal sealed class ReportedRun
{
    private ReportedRun(RunFolder folder, string label) =>
        (Label, Record, Steps, Samples, Walk) =
        (label, folder.ReadRecord(), File.Exists(folder.StepsPath) ? StepTable.Read(folder.StepsPath) : StepTable.Empty, folder.Samples, File.Exists(folder.WalkPath) ? folder.WalkPath : null);

    /// <summary>Its name among the runs: see <see cref="RunLabels"/>.</summary>
    public string Label { get; }

    public RunRecord Record { get; }

    public StepTable Steps { get; }

    /// <summary>The files of the sample grids, in the order of their steps.</summary>
    public IReadOnlyList<string> Samples { get; }

    /// <summary>The file of the latent walk; null where none was drawn, as of points or before the end.</summary>
    public string? Walk { get; }

    public static IReadOnlyList<ReportedRun> Read(IReadOnlyList<RunFolder> folders) => [.. folders.Zip(RunLabels.Of(folders), (folder, label) => new ReportedRun(folder, label))];
}
