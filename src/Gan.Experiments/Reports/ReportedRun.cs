namespace Gan.Experiments;

/// <summary>What a report reads of a run.</summary>
internal sealed class ReportedRun
{
    private ReportedRun(RunFolder folder, string label) =>
        (Label, Record, Steps, Samples, Walk) =
        (label, folder.ReadRecord(), File.Exists(folder.StepsPath) ? StepTable.Read(folder.StepsPath) : StepTable.Empty, folder.Samples, File.Exists(folder.WalkPath) ? folder.WalkPath : null);

    /// <summary>The folder's name, with those above it as far as it takes to tell it from the other runs.</summary>
    public string Label { get; }

    public RunRecord Record { get; }

    public StepTable Steps { get; }

    /// <summary>The files of the sample grids, in the order of their steps.</summary>
    public IReadOnlyList<string> Samples { get; }

    /// <summary>The file of the latent walk; null where none was drawn, as of points or before the end.</summary>
    public string? Walk { get; }

    public static IReadOnlyList<ReportedRun> Read(IReadOnlyList<RunFolder> folders)
    {
        var parts = folders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path)).Split(Path.DirectorySeparatorChar)).ToArray();
        string[] Labels(int depth) => [.. parts.Select(part => string.Join('/', part.TakeLast(depth)))];
        var deepest = parts.Max(part => part.Length);
        var depth = Enumerable.Range(1, deepest).FirstOrDefault(depth => Labels(depth).Distinct().Count() == folders.Count, deepest);
        return [.. folders.Zip(Labels(depth), (folder, label) => new ReportedRun(folder, label))];
    }
}
