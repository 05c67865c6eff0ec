using Gan.Experiments.Files;
using Gan.Experiments.Runs.Events;
using Gan.Experiments.Training;
using Gan.Experiments.Training.Steps;
using static TorchSharp.torch;

namespace Gan.Experiments.Runs;

/// <summary>Writes what a run shows: the numbers of each step, the sample grids, and both for TensorBoard.</summary>
internal sealed class RunFiles(RunFolder folder) : IRunObserver
{
    private IReadOnlyList<string> columns = [];
    private StepLog? log;
    private TensorBoardLog? events;

    public void OnStart(RunStart start)
    {
        columns = start.Columns;
        Directory.CreateDirectory(folder.SamplesPath);
        RemoveSamples(start);
        Directory.CreateDirectory(folder.EventsPath);
        log = StepLog.Open(folder.StepsPath, columns, start.FirstStep);
        events = new TensorBoardLog(folder.EventsPath, start.FirstStep);
    }

    public void OnStep(StepNumbers numbers)
    {
        log!.Write(numbers.Step, [.. columns.Select(column => numbers[column])]);
        // Enough for a curve: the steps whose gradients are measured.
        if (numbers[StepColumns.NormG] is null)
            return;
        foreach (var column in columns)
        {
            if (numbers[column] is { } value)
                events!.Scalar(column, numbers.Step, value);
        }
    }

    public void OnSamples(long step, Tensor samples, GanData data)
    {
        if (!data.IsImages && data.SampleShape is not [2])
            return;
        var png = SampleGrid.Png(samples, modes: (data as GaussianMixture)?.Modes);
        AtomicFile.Write(folder.SamplePath(step), stream => stream.Write(png));
        events!.Image("samples", step, png);
    }

    // What the run would not have, had it not been stopped: the grid that was drawn then, and those of steps that come again.
    private void RemoveSamples(RunStart start)
    {
        foreach (var sample in folder.Samples)
        {
            if (folder.StepOfSample(sample) is { } step && (step > start.FirstStep || step % start.Plan.Settings.SampleEvery != 0))
                File.Delete(sample);
        }
    }

    public void Dispose()
    {
        events?.Dispose();
        log?.Dispose();
    }
}
