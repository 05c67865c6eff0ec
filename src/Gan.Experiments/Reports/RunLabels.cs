namespace Gan.Experiments.Reports;

/// <summary>Short names of runs.</summary>
internal static class RunLabels
{
    /// <summary>The folders' names, with those above them as far as it takes to tell each run from the others.</summary>
    /// <param name="folders">At least one.</param>
    public static string[] Of(IReadOnlyList<RunFolder> folders)
    {
        var parts = folders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Path)).Split(Path.DirectorySeparatorChar)).ToArray();
        string[] Labels(int depth) => [.. parts.Select(part => string.Join('/', part.TakeLast(depth)))];
        var deepest = parts.Max(part => part.Length);
        return Labels(Enumerable.Range(1, deepest).FirstOrDefault(depth => Labels(depth).Distinct().Count() == folders.Count, deepest));
    }
}
