using Gan.Experiments.Commands;
using Gan.Experiments.Tests.Reports;
using Spectre.Console;

namespace Gan.Experiments.Tests.Runs;

public sealed class ConsoleRunTableTests
{
    private const string Green = "\u001b[32m", Plain = "\u001b[0m";

    [Fact]
    public void TheBestIsMarkedAmongNumbers()
    {
        var text = Render(
            [
                Record(Distance(double.NaN), new("recall", 0.25, MetricDirection.HigherIsBetter), new("alone", 7, MetricDirection.LowerIsBetter)),
                Record(Distance(3), new("recall", 0.75, MetricDirection.HigherIsBetter)),
                Record(Distance(5), new("alone", double.NaN, MetricDirection.LowerIsBetter)),
            ],
            ["a", "b", "c"]);
        Assert.Contains($"{Green}3{Plain}", text);
        Assert.Contains($"{Green}0.75{Plain}", text);
        Assert.Equal(2, text.Split(Green).Length - 1);
        Assert.Contains("NaN", text);
    }

    [Fact]
    public void NoBestIsMarkedWhereNoneCanBeCompared()
    {
        var text = Render([Record(Distance(3), new("error", 1, MetricDirection.None)), Record(Distance(5), new("error", 2, MetricDirection.None)) with { MetricFeatures = "others" }], ["a", "b"]);
        Assert.DoesNotContain(Green, text);
        Assert.Contains("distance ↓", text);
        Assert.DoesNotMatch("error [↓↑]", text);
        Assert.DoesNotContain(Green, Render([Record(new RunMetric("error", 1, MetricDirection.None)), Record(new RunMetric("error", 2, MetricDirection.None))], ["a", "b"]));
    }

    [Fact]
    public void ALabelIsMarkupOfNothingAndIsNotBroken()
    {
        string[] labels = ["first [red]/a run with a long name", "second [red]/a run with a long name"];
        var text = Render([Record(), Record()], labels, width: 60);
        Assert.All(labels, label => Assert.Contains(label, text));
    }

    private static RunMetric Distance(double value) => new("distance", value, MetricDirection.LowerIsBetter);

    private static RunRecord Record(params RunMetric[] metrics) => MadeRun.Record with { Metrics = metrics };

    private static string Render(RunRecord[] records, string[] labels, int width = 200)
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Write(ConsoleRunTable.Of(records, labels));
        return output.ToString();
    }
}
