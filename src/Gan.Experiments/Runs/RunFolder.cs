using System.Globalization;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Runs.Records;

namespace Gan.Experiments;

/// <summary>
/// The files of one run: <c>run.json</c>, <c>steps.csv</c>, <c>samples/step-000500.png</c>, <c>walk.png</c>, <c>checkpoints/</c>, <c>events/</c> for TensorBoard, <c>generator.safetensors</c>, <c>report.html</c>, <c>error.txt</c> where it failed, and <c>run.lock</c>.
/// </summary>
public sealed class RunFolder
{
    private const string SamplePrefix = "step-";

    /// <summary>The files of a folder, which need not be there.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    public RunFolder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What the run was.</summary>
    public string RecordPath => In("run.json");

    /// <summary>A line for each step: step, then losses, penalties, mean logits and gradient norms, named in the first line; empty where a penalty was not due, or a norm not measured.</summary>
    public string StepsPath => In("steps.csv");

    /// <summary>The sample grids.</summary>
    public string SamplesPath => In("samples");

    /// <summary>The checkpoints.</summary>
    public string CheckpointsPath => In("checkpoints");

    /// <summary>TensorBoard's events.</summary>
    public string EventsPath => In("events");

    /// <summary>The final generator's weights, the average where there is one.</summary>
    public string WeightsPath => In("generator.safetensors");

    /// <summary>Samples on the way from one latent to another.</summary>
    public string WalkPath => In("walk.png");

    /// <summary>The whole error of a run that failed.</summary>
    public string ErrorPath => In("error.txt");

    /// <summary>What the process that trains the run has open: no other may meanwhile. It is empty, and stays.</summary>
    public string LockPath => In("run.lock");

    /// <summary>The report.</summary>
    public string ReportPath => In("report.html");

    /// <summary>The sample grids in the order of their steps.</summary>
    public IReadOnlyList<string> Samples => Directory.Exists(SamplesPath)
        // From a million steps on a name has more digits.
        ? [.. Directory.EnumerateFiles(SamplesPath, "*.png").OrderBy(static file => file.Length).ThenBy(static file => file, StringComparer.Ordinal)]
        : [];

    /// <summary>Where the sample grid of a step goes.</summary>
    public string SamplePath(long step) => System.IO.Path.Combine(SamplesPath, string.Create(CultureInfo.InvariantCulture, $"{SamplePrefix}{step:D6}.png"));

    /// <summary>The step of a sample grid; null where its name is none that a run gives.</summary>
    internal long? StepOfSample(string file) =>
        System.IO.Path.GetFileNameWithoutExtension(file) is var name && name.StartsWith(SamplePrefix, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(SamplePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && SamplePath(step) == file
            ? step
            : null;

    /// <summary>Reads what the run was.</summary>
    /// <exception cref="InvalidDataException">The folder is none of a run, or its record is damaged: a field is missing, there twice, unknown, of another type, out of its range, or does not fit another. The message names it.</exception>
    /// <exception cref="IOException">The record cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The record may not be read.</exception>
    public RunRecord ReadRecord() => File.Exists(RecordPath)
        ? RecordFile.Read(RecordPath)
        : throw new InvalidDataException($"{Path} is not the folder of a run: it has no run.json.");

    /// <summary>Checks that a run may begin here: one that failed before its first step leaves nothing to lose.</summary>
    /// <exception cref="IOException">The folder has a run already, or its record cannot be read.</exception>
    /// <exception cref="InvalidDataException">The folder has a run whose record is damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">The record may not be read.</exception>
    public void CheckFree()
    {
        if (File.Exists(RecordPath) && !(ReadRecord() is { Status: RunStatus.Failed, Step: 0 } && new CheckpointFolder(CheckpointsPath).Newest is null))
            throw new IOException($"{Path} already contains a run: resume it, or name another folder with --out.");
    }

    /// <summary>Writes what the run is, in place of what it was.</summary>
    /// <param name="record">What it is.</param>
    /// <exception cref="ArgumentNullException">There is no record.</exception>
    /// <exception cref="IOException">It cannot be written, as where there is no folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        RecordFile.Write(RecordPath, record);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
