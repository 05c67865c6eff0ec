using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Shows how a run goes: a line that is redrawn on a terminal, now and then a new line elsewhere.</summary>
internal sealed class RunProgress(RunPlan plan, IAnsiConsole console) : IRunObserver
{
    private const int PlainLines = 20;
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly bool isTerminal = console.Profile.Out.IsTerminal;
    private TimeSpan shown = -RefreshEvery;
    private long first = -1;

    public void OnStep(StepNumbers numbers)
    {
        if (first < 0)
            first = numbers.Step;
        var done = numbers.Step + 1;
        var isLast = done == plan.Settings.Steps;
        var isDue = isTerminal ? watch.Elapsed - shown >= RefreshEvery : done % Math.Max(1, plan.Settings.Steps / PlainLines) == 0;
        if (!isDue && !isLast)
            return;
        shown = watch.Elapsed;
        if (isTerminal)
            console.Profile.Out.Writer.Write($"\r\u001b[2K{Line(numbers)}{(isLast ? "\n" : "")}");
        else
            console.Profile.Out.Writer.WriteLine(Line(numbers));
        console.Profile.Out.Writer.Flush();
    }

    public void OnSamples(long step, Tensor samples, GanData data)
    {
    }

    public void Dispose()
    {
    }

    private string Line(StepNumbers n)
    {
        var done = n.Step + 1;
        var pace = (done - first) / watch.Elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds((plan.Settings.Steps - done) / pace);
        return string.Create(CultureInfo.InvariantCulture, $"{plan.Name}  step {done}/{plan.Settings.Steps}  D {n[StepColumns.LossD]:f3}  G {n[StepColumns.LossG]:f3}  {pace:f1} steps/s  {left:m\\:ss} left");
    }
}
