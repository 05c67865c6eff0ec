using System.Text.RegularExpressions;
using Gan.Experiments.Reports;
using Gan.Experiments.Tests.Support;
using Gan.Experiments.Training.Steps;

namespace Gan.Experiments.Tests.Reports;

public sealed class HtmlReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_report_has_everything_of_a_run_and_links_to_nothing()
    {
        var html = Report(MadeRun.Record with { Notes = ["Two pictures were skipped."] });
        foreach (var part in (string[])["<h1>Ring</h1>", ">Done</span> at step 1000 of 1000, after 90 s", "Two pictures were skipped.", "NonSaturating", "<math ", "<h4>plus R1</h4>", "<code>gamma E‖∇D(x)‖&#178;, every 16 steps and times 16</code>", "<th scope=\"row\">Latent shape</th><td>4 &#215; 1 &#215; 2</td>",
            "<th scope=\"row\">Gamma</th><td>0.5 (from the sweep)</td>", "<th scope=\"row\">Margin</th><td>1</td>", "8 Gaussians, 10000 samples", "G 1234, D 567", ".NET 10", "name=\"viewport\"", "prefers-color-scheme: dark", "@media print"])
            Assert.Contains(part, html);
        Assert.Equal(["step 0", "step 500", "step 1000", "walks between latents, one in each row"], Captions(html, "samples"));
        Assert.Equal(["Losses", "Penalties; 1 of 600 values are not finite and are not drawn", "Gradient norms"], Captions(html, "plot"));
        Assert.All(Regex.Matches(html, "(?:src|href)=\"([^\"]*)\"").Select(match => match.Groups[1].Value), address => Assert.StartsWith("data:", address));
        Assert.DoesNotMatch("url\\(|@import|fetch\\(", html);
    }

    [Fact]
    public void A_penalty_that_is_seldom_due_is_drawn_where_it_was()
    {
        var folder = new RunFolder(_folder.File("lazy"));
        Directory.CreateDirectory(folder.Path);
        folder.Write(MadeRun.Record);
        using (var log = StepLog.Open(folder.StepsPath, ["loss/D", "penalty/R1", "penalty/R2"]))
        {
            for (var i = 0; i < 40; i++)
                log.Write(i, 1, i % 4 == 0 ? 0.5 : null, i % 8 == 0 ? i == 16 ? double.NaN : 1 : null);
        }
        HtmlReport.Write(folder);
        var html = File.ReadAllText(folder.ReportPath);
        // 10 values of R1 and 5 of R2, of which one is a number no more.
        Assert.Equal(["Losses", "Penalties; 1 of 15 values are not finite and are not drawn"], Captions(html, "plot"));
    }

    [Fact]
    public void Values_too_large_to_be_drawn_are_counted()
    {
        var folder = new RunFolder(_folder.File("large"));
        Directory.CreateDirectory(folder.Path);
        folder.Write(MadeRun.Record);
        using (var log = StepLog.Open(folder.StepsPath, ["loss/D", "loss/G", "penalty/R1"]))
        {
            log.Write(0, 1, 2, 1e100);
            log.Write(1, 1e101, double.NaN, 3);
            log.Write(2, -1e200, 2, 4);
        }
        HtmlReport.Write(folder);
        Assert.Equal(
            ["Losses; 1 of 6 values are not finite and are not drawn; 2 of 6 values are beyond 1E+100 in size and are not drawn", "Penalties"],
            Captions(File.ReadAllText(folder.ReportPath), "plot"));
    }

    [Fact]
    public void Settings_are_written_with_all_their_digits()
    {
        var html = Report(MadeRun.Record with
        {
            Hyperparameters = new Dictionary<string, double> { ["Gamma"] = 0.123456789 },
            Settings = MadeRun.Record.Settings with { Seed = 123_456_789, Steps = 7_654_321, GeneratorRate = 1.23456789e-3 },
            Step = 1_234_567,
            Status = RunStatus.Stopped,
        });
        foreach (var part in (string[])["at step 1234567 of 7654321", "<td data-sort=\"1234567\">1234567</td>", "<td data-sort=\"123456789\">123456789</td>", "<th scope=\"row\">Gamma</th><td>0.123456789 (from the sweep)</td>",
            "<th scope=\"row\">Seed</th><td>123456789</td>", "<th scope=\"row\">Generator rate</th><td>0.00123456789</td>"])
            Assert.Contains(part, html);
    }

    [Fact]
    public void By_what_metrics_were_taken_is_said()
    {
        var html = Report(MadeRun.Record);
        Assert.Contains("<th scope=\"row\">Features for metrics</th><td>classifier of Tests</td>", html);
        Assert.Contains("<th scope=\"row\">Samples used by metrics</th><td>800</td>", html);
        Assert.DoesNotContain("of metrics", Report(MadeRun.Record with { Metrics = [] }));
    }

    [Fact]
    public void The_same_run_gives_the_same_file()
    {
        var first = Report(MadeRun.Record);
        HtmlReport.Write(new RunFolder(_folder.File("run")));
        Assert.Equal(first, File.ReadAllText(_folder.File("run/report.html")));
        Assert.DoesNotContain('\r', first);
    }

    [Fact]
    public void What_comes_from_outside_is_text()
    {
        const string Hostile = "<script>alert(1)</script>\" onload='x' &amp;";
        var pairs = new Dictionary<string, double> { [Hostile] = 1 };
        var html = Report(MadeRun.Record with
        {
            Experiment = Hostile,
            Objective = Hostile,
            DiscriminatorLoss = new(Hostile, Hostile),
            GeneratorLoss = new(Hostile, @"\text{" + Hostile + "}"),
            Penalties = [new(Hostile, Hostile, @"\text{" + Hostile + "}")],
            GeneratorPenalties = [new(Hostile, Hostile, Hostile)],
            Hyperparameters = pairs,
            Sweep = pairs,
            Data = Hostile,
            Networks = Hostile,
            Environment = new Dictionary<string, string> { [Hostile] = Hostile },
            Status = RunStatus.Failed,
            Failure = Hostile,
            Metrics = [new(Hostile, 1, MetricDirection.LowerIsBetter)],
            MetricFeatures = Hostile,
            Notes = [Hostile],
        });
        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("onload='x'", html);
        Assert.Single(Regex.Matches(html, "<script"));
        Assert.True(Regex.Count(html, Regex.Escape("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp;")) >= 14);
    }

    [Fact]
    public void A_formula_that_cannot_be_drawn_is_there_as_text()
    {
        var html = Report(MadeRun.Record with { DiscriminatorLoss = new("D text", @"\strange{x}"), GeneratorLoss = new("G text", "x"), Penalties = [new("Odd", "P text", @"\odd")] });
        Assert.Single(Regex.Matches(html, "<math "));
        Assert.Contains("<code>D text</code>", html);
        Assert.Contains("<code>G text</code>", html);
        Assert.Contains("<code>P text</code>", html);
    }

    [Fact]
    public void Penalties_stand_below_the_loss_they_are_added_to()
    {
        var html = Report(MadeRun.Record with { GeneratorPenalties = [new("PathLength", "2 E(‖J‖ − a)²", @"2\,\mathbb{E}\left(\lVert J\rVert - a\right)^2")] });
        Assert.Equal(["Discriminator&#39;s loss", "plus R1", "Generator&#39;s loss", "plus PathLength"], Regex.Matches(html, "<h4>(.*?)</h4>").Select(match => match.Groups[1].Value));
        Assert.Equal(4, Regex.Count(html, "<math "));
        Assert.DoesNotContain("There are no penalties", html);
        Assert.Contains("There are no penalties.", Report(MadeRun.Record with { Penalties = [] }));
    }

    [Fact]
    public void A_run_that_has_done_nothing_has_a_report_too()
    {
        var folder = new RunFolder(_folder.Path);
        folder.Write(MadeRun.Record with { Status = RunStatus.Failed, Failure = "The loss is NaN.", Metrics = [], Penalties = [], Step = 0 });
        HtmlReport.Write(folder);
        var html = File.ReadAllText(folder.ReportPath);
        Assert.Contains("status-failed\">Failed", html);
        Assert.Contains("The loss is NaN.", html);
        Assert.Contains("No steps were logged.", html);
        Assert.Contains("No samples were drawn.", html);
        Assert.DoesNotContain("<img", html);
    }

    [Fact]
    public void What_is_no_run_or_damaged_is_told()
    {
        Assert.Contains("no run.json", Assert.Throws<InvalidDataException>(() => HtmlReport.Write(new RunFolder(_folder.File("nothing")))).Message);
        Assert.Throws<ArgumentNullException>(() => HtmlReport.Write(null!));
        Assert.Throws<ArgumentException>(() => HtmlReport.WriteComparison([], _folder.File("a.html")));
    }

    private string Report(RunRecord record)
    {
        var folder = MadeRun.Write(_folder.File("run"), record);
        HtmlReport.Write(folder);
        return File.ReadAllText(folder.ReportPath);
    }

    private static string[] Captions(string html, string kind) =>
        [.. Regex.Matches(html, $"<figure class=\"{kind}\"><img alt=\"([^\"]*)\" src=\"data:image/png;base64,[A-Za-z0-9+/=]+\"><figcaption>").Select(match => match.Groups[1].Value)];
}
