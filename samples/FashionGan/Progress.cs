using System.Diagnostics;
using Spectre.Console;

namespace FashionGan;

/// <summary>Shows how a training goes: a live bar on a terminal, now and then a plain line elsewhere.</summary>
internal static class Progress
{
    private const int BarWidth = 40;
    private const int PlainLines = 20;
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the training, which reports its steps one by one.</summary>
    public static void Show(IAnsiConsole console, Settings settings, Action<Action<StepMetrics>> train)
    {
        if (console.Profile.Out.IsTerminal)
            console.Live(new Text("")).Start(live => train(Live(settings, live)));
        else
            train(Plain(settings, console.Profile.Out.Writer));
    }

    private static Action<StepMetrics> Live(Settings settings, LiveDisplayContext live)
    {
        var watch = Stopwatch.StartNew();
        var shown = -RefreshEvery;
        return metrics =>
        {
            var done = metrics.Step + 1;
            if (watch.Elapsed - shown < RefreshEvery && done < settings.Steps)
                return;
            shown = watch.Elapsed;
            var filled = BarWidth * done / settings.Steps;
            var bar = $"[green]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/] {100 * done / settings.Steps}%";
            live.UpdateTarget(new Markup($"{bar}  {Pace(settings, done, shown)}\n{Markup.Escape(Line(settings, metrics))}\n"));
        };
    }

    private static Action<StepMetrics> Plain(Settings settings, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var every = Math.Max(1, settings.Steps / PlainLines);
        return metrics =>
        {
            var done = metrics.Step + 1;
            if (done % every == 0 || done == settings.Steps)
                output.WriteLine($"{Line(settings, metrics)}  {Pace(settings, done, watch.Elapsed)}");
        };
    }

    private static string Line(Settings settings, StepMetrics m) =>
        $"step {m.Step + 1}/{settings.Steps}  D {m.LossD:f3}  G {m.LossG:f3}  D(x) {m.RealLogit:f2}  D(G(z)) {m.FakeLogit:f2}";

    private static string Pace(Settings settings, int done, TimeSpan elapsed) =>
        $"{done * settings.Batch / elapsed.TotalSeconds:f0} images/s  {elapsed / done * (settings.Steps - done):m\\:ss} left";
}
