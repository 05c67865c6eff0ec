using System.Text.RegularExpressions;
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
            ("a", [new("distance", 2.5, true), new("recall", 0.5, false), new("alone", 1, true), new("divergence", double.PositiveInfinity, true)]),
            ("b", [new("distance", 10, true), new("recall", 0.75, false), new("divergence", double.NaN, true)]),
            ("c", [new("distance", 2.5, true), new("recall", 0.25, false), new("divergence", 3, true)]));
        var column = Columns(html);
        Assert.Equal(["2.5 best", "10", "2.5 best"], column["distance, lower is better"]);
        Assert.Equal(["0.5", "0.75 best", "0.25"], column["recall, higher is better"]);
        Assert.Equal(["1", "–", "–"], column["alone, lower is better"]);
        Assert.Equal(["Infinity", "NaN", "3 best"], column["divergence, lower is better"]);
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
