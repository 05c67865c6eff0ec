using System.Globalization;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Runs.Records;

namespace Gan.Experiments;

/// <summary>
/// Represents the folder of a run and its files: <c>run.json</c>, <c>steps.csv</c>, <c>samples/step-000500.png</c>, <c>walk.png</c>, <c>checkpoints/</c>, <c>events/</c> for TensorBoard,
/// <c>generator.safetensors</c>, <c>report.html</c>, <c>run.lock</c> and, if the run failed, <c>error.txt</c>.
/// </summary>
public sealed class RunFolder
{
    private const string SamplePrefix = "step-";

    /// <summary>Initialises a new instance of the <see cref="RunFolder"/> class. The folder does not have to exist.</summary>
    /// <param name="path">The path of the folder.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    public RunFolder(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
    }

    /// <summary>Gets the path of the folder.</summary>
    public string Path { get; }

    /// <summary>Gets the path of the <see cref="RunRecord"/>, <c>run.json</c>.</summary>
    public string RecordPath => In("run.json");

    /// <summary>Gets the path of the table of steps, <c>steps.csv</c>: one line per step with the losses, penalties, mean logits and gradient norms.</summary>
    /// <remarks>The first line names the columns. A value is empty if a penalty was not due or a norm was not measured.</remarks>
    public string StepsPath => In("steps.csv");

    /// <summary>Gets the path of the folder of the sample grids.</summary>
    public string SamplesPath => In("samples");

    /// <summary>Gets the path of the folder of the checkpoints.</summary>
    public string CheckpointsPath => In("checkpoints");

    /// <summary>Gets the path of the folder of the TensorBoard events.</summary>
    public string EventsPath => In("events");

    /// <summary>Gets the path of the weights of the final generator, which are the averaged ones if there is an average.</summary>
    public string WeightsPath => In("generator.safetensors");

    /// <summary>Gets the path of the picture of samples along walks between latents.</summary>
    public string WalkPath => In("walk.png");

    /// <summary>Gets the path of the error of a failed run, with its stack trace.</summary>
    public string ErrorPath => In("error.txt");

    /// <summary>Gets the path of the lock file, which the training process keeps open so that no other process can train the run. The file is empty and is not deleted.</summary>
    public string LockPath => In("run.lock");

    /// <summary>Gets the path of the report.</summary>
    public string ReportPath => In("report.html");

    /// <summary>Gets the paths of the sample grids, in the order of their steps.</summary>
    public IReadOnlyList<string> Samples => Directory.Exists(SamplesPath)
        // From a million steps on a name has more digits.
        ? [.. Directory.EnumerateFiles(SamplesPath, "*.png").OrderBy(static file => file.Length).ThenBy(static file => file, StringComparer.Ordinal)]
        : [];

    /// <summary>Returns the path of the sample grid of a step.</summary>
    /// <param name="step">The number of the step.</param>
    /// <returns>The path.</returns>
    public string SamplePath(long step) => System.IO.Path.Combine(SamplesPath, string.Create(CultureInfo.InvariantCulture, $"{SamplePrefix}{step:D6}.png"));

    /// <summary>The step of a sample grid; null where its name is none that a run gives.</summary>
    internal long? StepOfSample(string file) =>
        System.IO.Path.GetFileNameWithoutExtension(file) is var name && name.StartsWith(SamplePrefix, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(SamplePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && SamplePath(step) == file
            ? step
            : null;

    /// <summary>Reads the record of the run.</summary>
    /// <returns>The record.</returns>
    /// <exception cref="InvalidDataException">The folder is not the folder of a run, or its record is damaged: a field is missing, duplicate, unknown, of another type or out of its range, or contradicts another. The message names it.</exception>
    /// <exception cref="IOException">The record cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The permission to read the record is missing.</exception>
    public RunRecord ReadRecord() => File.Exists(RecordPath)
        ? RecordFile.Read(RecordPath)
        : throw new InvalidDataException($"{Path} is not the folder of a run: it has no run.json.");

    /// <summary>Checks that a new run can use this folder: the folder has no run, or its run failed before the first step.</summary>
    /// <exception cref="IOException">The folder already has a run, or its record cannot be read.</exception>
    /// <exception cref="InvalidDataException">The folder has a run whose record is damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">The permission to read the record is missing.</exception>
    public void CheckFree()
    {
        if (File.Exists(RecordPath) && !(ReadRecord() is { Status: RunStatus.Failed, Step: 0 } && new CheckpointFolder(CheckpointsPath).Newest is null))
            throw new IOException($"{Path} already contains a run: resume it, or name another folder with --out.");
    }

    /// <summary>Writes the record of the run, and replaces an earlier one.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="ArgumentNullException">The record is null.</exception>
    /// <exception cref="IOException">The record cannot be written, for example because the folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The permission to write the record is missing.</exception>
    public void Write(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        RecordFile.Write(RecordPath, record);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
