using System.Text.RegularExpressions;
using Gan.Experiments.Reports;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Reports;

public sealed class ComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_best_of_each_metric_is_marked_by_its_direction()
    {
        var html = Compare(
            ("a", [Lower("distance", 2.5), Higher("recall", 0.5), Lower("alone", 1), Lower("divergence", double.PositiveInfinity), new("distance_error", 0.1, MetricDirection.None)]),
            ("b", [Lower("distance", 10), Higher("recall", 0.75), Lower("divergence", double.PositiveInfinity), new("distance_error", 0.2, MetricDirection.None)]),
            ("c", [Lower("distance", 2.5), Higher("recall", 0.25), Lower("divergence", 3)]));
        var column = Columns(html);
        Assert.Equal(["2.5 best", "10", "2.5 best"], column["distance, lower is better"]);
        Assert.Equal(["0.5", "0.75 best", "0.25"], column["recall, higher is better"]);
        Assert.Equal(["1", "–", "–"], column["alone, lower is better"]);
        Assert.Equal(["Infinity", "Infinity", "3 best"], column["divergence, lower is better"]);
        // An error is of its distance: neither is better.
        Assert.Equal(["0.1", "0.2", "–"], column["distance_error"]);
        Assert.DoesNotContain("cannot be compared", html);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("count")]
    [InlineData("features")]
    [InlineData("samples")]
    public void No_best_is_marked_among_metrics_of_different_things(string what)
    {
        RunMetric[] Metrics(double value) => [Lower("distance", value)];
        var a = MadeRun.Record with { Metrics = Metrics(1) };
        var b = a with { Metrics = Metrics(2) };
        b = what switch
        {
            "data" => b with { Data = "others" },
            "count" => b with { DataCount = b.DataCount + 1 },
            "features" => b with { MetricFeatures = "64 principal components" },
            _ => b with { MetricSamples = 801 },
        };
        var html = Compare(MadeRun.Write(_folder.File("a"), a), MadeRun.Write(_folder.File("b"), b));
        Assert.Equal(["1", "2"], Columns(html)["distance, lower is better"]);
        Assert.Contains("Metrics with different data, features or numbers of samples cannot be compared", html);
        // A run without metrics does not hinder the others.
        var none = MadeRun.Write(_folder.File("none"), b with { Metrics = [] });
        Assert.Equal(["1 best", "3", "–"], Columns(Compare(MadeRun.Write(_folder.File("a"), a), MadeRun.Write(_folder.File("c"), a with { Metrics = Metrics(3) }), none))["distance, lower is better"]);
    }

    [Fact]
    public void Features_and_samples_of_metrics_are_in_the_configuration()
    {
        var a = MadeRun.Write(_folder.File("a"), MadeRun.Record);
        var b = MadeRun.Write(_folder.File("b"), MadeRun.Record with { MetricFeatures = "64 principal components" });
        var html = Compare(a, b);
        Assert.Contains("<th scope=\"row\">Features for metrics</th><td>classifier of Tests (a)</td>", html);
        Assert.Contains("<th scope=\"row\">Features for metrics</th><td>64 principal components (b)</td>", html);
        Assert.Contains("<th scope=\"row\">Samples used by metrics</th><td>800</td>", html);
        Assert.Contains("<th scope=\"row\">Data</th><td>8 Gaussians, 10000 samples</td>", html);
    }

    [Fact]
    public void Whole_numbers_and_settings_are_not_rounded()
    {
        var folders = new[] { 0.12345678, 0.12345679 }.Select((gamma, i) => MadeRun.Write(_folder.File($"{i}"), MadeRun.Record with
        {
            Hyperparameters = new Dictionary<string, double> { ["Gamma"] = gamma, ["Margin"] = 1_000_000.25 },
            Sweep = new Dictionary<string, double> { ["Gamma"] = gamma },
            Settings = MadeRun.Record.Settings with { Seed = 123_456_789 + i, Steps = 1_234_567 + i },
            Step = 1_234_567 + i,
        })).ToArray();
        var column = Columns(Compare(folders));
        Assert.Equal(["123456789", "123456790"], column["Seed"]);
        Assert.Equal(["1234567", "1234568"], column["Steps"]);
        Assert.Equal(["0.12345678", "0.12345679"], column["Gamma (sweep)"]);
        Assert.Equal(["1000000.25", "1000000.25"], column["Margin"]);
    }

    [Fact]
    public void Runs_are_a_row_each_with_their_sweep_and_last_losses()
    {
        var folders = new[] { 0.5, 2 }.Select(gamma => MadeRun.Write(_folder.File($"gamma={gamma}/run"), MadeRun.Record with
        {
            Hyperparameters = new Dictionary<string, double> { ["Gamma"] = gamma, ["Margin"] = 1 },
            Sweep = new Dictionary<string, double> { ["Gamma"] = gamma },
        })).ToArray();
        var html = Compare(folders);
        var column = Columns(html);
        // Folders of one name are told apart by those above.
        Assert.Equal(["gamma=0.5/run", "gamma=2/run"], column["Run"]);
        Assert.Equal(["0.5", "2"], column["Gamma (sweep)"]);
        Assert.Equal(["1", "1"], column["Margin"]);
        var last = Math.Exp(-5.99).ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([last, last], column["Last loss/discriminator"]);
        Assert.False(column.ContainsKey("Gamma"));
        Assert.Contains("alt=\"gamma=2/run, step 1000\"", html);
        Assert.DoesNotContain("step 500\"", html);
        Assert.Contains("<figcaption>Losses: discriminator</figcaption>", html);
        // What both have alike is said once.
        Assert.Single(Regex.Matches(html, "<h4>plus R1</h4>"));
        Assert.Contains("<h3>gamma=0.5/run, gamma=2/run</h3>", html);
        Assert.Contains("<th scope=\"row\">Steps</th><td>1000</td>", html);
    }

    [Fact]
    public void What_runs_differ_in_is_said_of_each()
    {
        var a = MadeRun.Write(_folder.File("a"), MadeRun.Record);
        var b = MadeRun.Write(_folder.File("b"), MadeRun.Record with { Settings = MadeRun.Record.Settings with { BatchSize = 64 }, Status = RunStatus.Failed, Failure = "It diverged.", Notes = ["<script>"] });
        var html = Compare(a, b);
        Assert.Contains("<th scope=\"row\">Batch size</th><td>32 (a)</td>", html);
        Assert.Contains("<th scope=\"row\">Batch size</th><td>64 (b)</td>", html);
        Assert.Contains("<li>b: It diverged.</li>", html);
        Assert.Contains("<li>b: &lt;script&gt;</li>", html);
        Assert.Equal(html, Compare(a, b));
    }

    private static RunMetric Lower(string name, double value) => new(name, value, MetricDirection.LowerIsBetter);

    private static RunMetric Higher(string name, double value) => new(name, value, MetricDirection.HigherIsBetter);

    private string Compare(params (string Name, RunMetric[] Metrics)[] runs) =>
        Compare([.. runs.Select(run => MadeRun.Write(_folder.File(run.Name), MadeRun.Record with { Metrics = run.Metrics }))]);

    private string Compare(params RunFolder[] folders)
    {
        var path = _folder.File("comparison.html");
        HtmlReport.WriteComparison(folders, path);
        return File.ReadAllText(path);
    }

    private static Dictionary<string, string[]> Columns(string html)
    {
        var titles = Regex.Matches(html, "<th scope=\"col\"[^>]*><button[^>]*>(.*?)</button>").Select(match => match.Groups[1].Value).ToArray();
        var body = Regex.Match(html, "<table class=\"sortable\">.*?<tbody>(.*?)</tbody>", RegexOptions.Singleline).Groups[1].Value;
        var rows = body.Trim().Split('\n').Select(row => Regex.Matches(row, "<t[hd][^>]*>(.*?)</t[hd]>").Select(cell => Regex.Replace(cell.Groups[1].Value, "<[^>]*>", "")).ToArray()).ToArray();
        return titles.Select((title, i) => (title, i)).ToDictionary(column => column.title, column => rows.Select(row => row[column.i]).ToArray());
    }
}
