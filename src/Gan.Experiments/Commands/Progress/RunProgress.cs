using System.Diagnostics;
using System.Globalization;
using Gan.Experiments.Runs;
using Gan.Experiments.Training;
using static TorchSharp.torch;

namespace Gan.Experiments.Commands.Progress;

/// <summary>Tells how a run goes, in a line: often where the line is redrawn, else at each twentieth of the run.</summary>
internal sealed class RunProgress(RunBoard board) : IRunObserver
{
    private const int PlainLines = 20;
    private static readonly TimeSpan s_refresh = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch watch = new();
    private RunStart? start;
    private TimeSpan shown = -s_refresh;

    public void OnStart(RunStart start)
    {
        this.start = start;
        foreach (var note in start.Notes)
            board.Say($"note: {start.Plan.Name}: {note}");
        watch.Start();
    }

    public void OnStep(StepNumbers numbers)
    {
        var (done, steps) = (numbers.Step + 1, start!.Plan.Settings.Steps);
        var isDue = board.IsLive ? watch.Elapsed - shown >= s_refresh : done % Math.Max(1, steps / PlainLines) == 0;
        if (!isDue && done != steps)
            return;
        shown = watch.Elapsed;
        var pace = (done - start.FirstStep) / watch.Elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds((steps - done) / pace);
        board.Show(start.Plan.Name, string.Create(CultureInfo.InvariantCulture,
            $"{start.Plan.Name}  step {done}/{steps}  D {numbers[StepColumns.LossD]:f3}  G {numbers[StepColumns.LossG]:f3}  {pace:f1} steps/s  {(int)left.TotalMinutes}:{left.Seconds:00} left"));
    }

    public void OnSamples(long step, Tensor samples, GanData data)
    {
    }

    public void Dispose()
    {
    }
}
