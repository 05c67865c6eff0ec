using System.Globalization;
using Gan.Experiments.Experiments;
using Gan.Experiments.Reports.Markup;
using Gan.Runtime;

namespace Gan.Experiments.Reports;

/// <summary>The sections of a report on one run, which a comparison has of each of its runs.</summary>
internal static class RunSections
{
    public static string Status(RunRecord record) =>
        $"<p><span class=\"status status-{record.Status.ToString().ToLowerInvariant()}\">{record.Status}</span> at step {record.Step} of {record.Settings.Steps}, after {Duration(record.Seconds)} of training.</p>\n"
        + (record.Failure is { } failure ? $"<p class=\"status-failed\">{Html.Text(failure)}</p>\n" : "");

    public static string Formulas(RunRecord record) =>
        Html.Section("Objective", $"<h3>{Html.Text(record.Objective)}</h3>\n{Losses(record)}");

    public static string Losses(RunRecord record) =>
        Loss("Discriminator's loss", record.DiscriminatorLoss, record.Penalties) + Loss("Generator's loss", record.GeneratorLoss, record.GeneratorPenalties)
        + (record.Penalties.Count + record.GeneratorPenalties.Count == 0 ? "<p>There are no penalties.</p>\n" : "");

    /// <summary>First, middle and last, then the walk.</summary>
    public static string Samples(ReportedRun run)
    {
        var files = run.Samples;
        int[] chosen = files.Count == 0 ? [] : [.. new[] { 0, files.Count / 2, files.Count - 1 }.Distinct()];
        var figures = chosen.Select(i => SampleFigure(run, files[i]))
            .Concat(run.Walk is { } walk ? [Html.Figure(File.ReadAllBytes(walk), "walks between latents, one in each row", "samples")] : []).ToArray();
        return Html.Section("Samples", figures.Length == 0 ? "<p>No samples were drawn.</p>" : Html.Figures(figures));
    }

    /// <summary>A sample grid with the step that is in its name.</summary>
    public static string SampleFigure(ReportedRun run, string file, string before = "")
    {
        var caption = run.Folder.StepOfSample(file) is { } step ? $"step {step}" : Path.GetFileNameWithoutExtension(file);
        return Html.Figure(File.ReadAllBytes(file), before + caption, "samples");
    }

    public static string Configuration(RunRecord record) => Html.Section("Configuration", Html.Pairs(
    [
        ("Experiment", record.Experiment),
        .. Measured(record),
        ("Networks", record.Networks),
        .. record.Hyperparameters.Select(pair => (pair.Key, SettingTexts.Number(pair.Value) + (record.Sweep.ContainsKey(pair.Key) ? " (from the sweep)" : ""))),
        .. SettingTexts.Of(record.Settings),
    ]));

    /// <summary>What metrics must have alike to be compared: the data, and by what and of how many samples they were taken.</summary>
    public static IEnumerable<(string Name, string Value)> Measured(RunRecord record)
    {
        yield return ("Data", $"{record.Data}, {record.DataCount.ToString(CultureInfo.InvariantCulture)} samples");
        if (record.Metrics.Count == 0)
            yield break;
        yield return ("Features for metrics", record.MetricFeatures);
        yield return ("Samples used by metrics", record.MetricSamples.ToString(CultureInfo.InvariantCulture));
    }

    public static string Environment(RunRecord record) => Html.Section("Environment", Html.Pairs(record.Environment.Select(pair => (pair.Key, pair.Value))));

    public static string Notes(IReadOnlyList<string> notes) => notes.Count == 0 ? "" : Html.Section("Notes", Html.List(notes));

    public static string Duration(double seconds) =>
        !double.IsFinite(seconds) || Math.Abs(seconds) < 120 ? $"{Html.Number(Math.Round(seconds, 1))} s"
        : seconds < 7200 ? $"{Html.Number(Math.Round(seconds / 60, 1))} min"
        : $"{Html.Number(Math.Round(seconds / 3600, 1))} h";

    private static string Loss(string name, RunFormula loss, IReadOnlyList<PenaltyInfo> penalties) =>
        Html.Formula(name, loss) + string.Concat(penalties.Select(penalty => Html.Formula($"plus {penalty.Name}", new(penalty.Text, penalty.Latex))));
}
