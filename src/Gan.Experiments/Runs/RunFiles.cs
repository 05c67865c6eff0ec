using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>Writes what a run shows: the numbers of each step, the sample grids, and both for TensorBoard.</summary>
internal sealed class RunFiles : IRunObserver
{
    private readonly RunFolder folder;
    private readonly IReadOnlyList<string> columns;
    private readonly StepLog log;
    private readonly TensorBoardLog events;

    /// <param name="folder">The run's folder.</param>
    /// <param name="columns">The numbers of a step.</param>
    /// <param name="first">The first step that will be done.</param>
    public RunFiles(RunFolder folder, IReadOnlyList<string> columns, long first)
    {
        (this.folder, this.columns) = (folder, columns);
        Directory.CreateDirectory(folder.SamplesPath);
        Directory.CreateDirectory(folder.EventsPath);
        log = StepLog.Open(folder.StepsPath, columns, first);
        events = new TensorBoardLog(folder.EventsPath, first);
    }

    public void OnStep(StepNumbers numbers)
    {
        log.Write(numbers.Step, [.. columns.Select(column => numbers[column])]);
        // Enough for a curve: the steps whose gradients are measured.
        if (numbers[StepColumns.NormG] is null)
            return;
        foreach (var column in columns)
        {
            if (numbers[column] is { } value)
                events.Scalar(column, numbers.Step, value);
        }
    }

    public void OnSamples(long step, Tensor samples, GanData data)
    {
        if (!data.IsImages && data.SampleShape is not [2])
            return;
        var png = SampleGrid.Png(samples, modes: (data as GaussianMixture)?.Modes);
        AtomicFile.Write(folder.SamplePath(step), stream => stream.Write(png));
        events.Image("samples", step, png);
    }

    public void Dispose()
    {
        events.Dispose();
        log.Dispose();
    }
}
