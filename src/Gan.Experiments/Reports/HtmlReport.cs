using Gan.Experiments.Reports.Markup;
using Gan.Runtime.Checks;

namespace Gan.Experiments.Reports;

/// <summary>
/// Reports on runs: one HTML file each, with its pictures, formulas, style and script in it, that needs no network. It reads well on a phone, in the dark and on paper. The same runs give the same file on the same machine.
/// </summary>
internal static class HtmlReport
{
    /// <summary>Writes a run's report to <see cref="RunFolder.ReportPath"/>, in place of an older one.</summary>
    /// <param name="folder">The run, which may still go on.</param>
    /// <exception cref="ArgumentNullException">There is no folder.</exception>
    /// <exception cref="InvalidDataException">The folder is none of a run, or its record is damaged. Of a damaged log the report has what can be read, and says how many lines cannot and which.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(RunFolder folder) => WriteWhole(folder);

    /// <returns>What of the run's files could not be read.</returns>
    internal static IReadOnlyList<string> WriteWhole(RunFolder folder)
    {
        var run = ReportedRun.Read([Ranges.NotNull(folder, nameof(folder))])[0];
        var record = run.Record;
        ReportPage.Write(folder.ReportPath, $"{record.Experiment}: {run.Label}",
            $"<h1>{Html.Text(record.Experiment)}</h1>\n"
            + RunSections.Status(record)
            + Html.Section("Result", RunTable.Write([run]))
            + RunSections.Notes(run.Notes)
            + StepPlots.Of(run)
            + RunSections.Samples(run)
            + RunSections.Formulas(record)
            + RunSections.Configuration(record)
            + RunSections.Environment(record));
        return run.Damage;
    }

    /// <summary>Writes a report that compares runs: their numbers in one table with the best metrics marked, their lines in the same plots, their last samples side by side.</summary>
    /// <param name="folders">The runs, at least one, each once.</param>
    /// <param name="path">The file, in place of an older one.</param>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="ArgumentException">There are no runs.</exception>
    /// <exception cref="InvalidDataException">A folder is none of a run, or its record is damaged. Of a damaged log the report has what can be read, and says how many lines cannot and which.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void WriteComparison(IReadOnlyList<RunFolder> folders, string path) => WriteWhole(folders, path);

    /// <returns>What of the runs' files could not be read.</returns>
    internal static IReadOnlyList<string> WriteWhole(IReadOnlyList<RunFolder> folders, string path)
    {
        Ranges.NotNull(path, nameof(path));
        if (Ranges.NotNull(folders, nameof(folders)).Count == 0)
            throw new ArgumentException("There are no runs to compare.", nameof(folders));
        var runs = ReportedRun.Read(folders);
        ReportPage.Write(path, $"Comparison of {runs.Count} runs", $"<h1>Comparison of {runs.Count} runs</h1>\n" + ComparisonSections.Of(runs));
        return [.. runs.SelectMany(static run => run.Damage.Select(damage => $"{run.Label}: {damage}"))];
    }
}
