using Gan.Experiments.Training.Steps;

namespace Gan.Experiments.Reports;

/// <summary>What a report reads of a run.</summary>
internal sealed class ReportedRun
{
    private ReportedRun(RunFolder folder, string label)
    {
        (Folder, Label, Record, Samples) = (folder, label, folder.ReadRecord(), folder.Samples);
        (Steps, var damage) = ReportedSteps.Read(folder.StepsPath, Record.Settings.Steps);
        Damage = damage is null ? [] : [damage];
    }

    /// <summary>Its files.</summary>
    public RunFolder Folder { get; }

    /// <summary>Its name among the runs: see <see cref="RunLabels"/>.</summary>
    public string Label { get; }

    public RunRecord Record { get; }

    public StepTable Steps { get; }

    /// <summary>What of its files could not be read, and is missing in the report.</summary>
    public IReadOnlyList<string> Damage { get; }

    /// <summary>What its reader should know.</summary>
    public IReadOnlyList<string> Notes => [.. Record.Notes, .. Damage];

    /// <summary>The files of the sample grids, in the order of their steps.</summary>
    public IReadOnlyList<string> Samples { get; }

    /// <summary>The file of the latent walk; null where none was drawn, as of points or before the end.</summary>
    public string? Walk => File.Exists(Folder.WalkPath) ? Folder.WalkPath : null;

    public static IReadOnlyList<ReportedRun> Read(IReadOnlyList<RunFolder> folders) => [.. folders.Zip(RunLabels.Of(folders), (folder, label) => new ReportedRun(folder, label))];
}
