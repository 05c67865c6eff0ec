using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gan.Experiments;

/// <summary>
/// The files of one run: <c>run.json</c>, <c>steps.csv</c>, <c>samples/step-000500.png</c>, <c>walk.png</c>, <c>checkpoints/</c>, <c>events/</c> for TensorBoard, <c>generator.safetensors</c>, <c>report.html</c>, <c>error.txt</c> where it failed, and <c>run.lock</c> while it trains.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class RunFolder(string path)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The folder.</summary>
    public string Path => path;

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

    /// <summary>What the process that trains the run has open: no other may. It may be left behind by one that was killed, and then holds nothing.</summary>
    public string LockPath => In("run.lock");

    /// <summary>The report.</summary>
    public string ReportPath => In("report.html");

    /// <summary>The sample grids in the order of their steps.</summary>
    public IReadOnlyList<string> Samples => Directory.Exists(SamplesPath)
        // From a million steps on a name has more digits.
        ? [.. Directory.EnumerateFiles(SamplesPath, "*.png").OrderBy(static file => file.Length).ThenBy(static file => file, StringComparer.Ordinal)]
        : [];

    /// <summary>Where the sample grid of a step goes.</summary>
    public string SamplePath(long step) => System.IO.Path.Combine(SamplesPath, string.Create(CultureInfo.InvariantCulture, $"step-{step:D6}.png"));

    /// <summary>Reads what the run was.</summary>
    /// <exception cref="InvalidDataException">The folder is none of a run, or its record is damaged.</exception>
    /// <exception cref="IOException">The record cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The record may not be read.</exception>
    public RunRecord ReadRecord()
    {
        if (!File.Exists(RecordPath))
            throw new InvalidDataException($"{path} is not the folder of a run: it has no run.json.");
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(File.ReadAllBytes(RecordPath), s_json) ?? throw new InvalidDataException($"{RecordPath} is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{RecordPath} is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>Checks that a run may begin here: one that failed before its first step leaves nothing to lose.</summary>
    /// <exception cref="IOException">The folder has a run already, or its record cannot be read.</exception>
    /// <exception cref="InvalidDataException">The folder has a run whose record is damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">The record may not be read.</exception>
    public void CheckFree()
    {
        if (File.Exists(RecordPath) && !(ReadRecord() is { Status: RunStatus.Failed, Step: 0 } && new CheckpointFolder(CheckpointsPath).Newest is null))
            throw new IOException($"{path} has a run already: resume it, or name another folder with --out.");
    }

    /// <summary>Writes what the run is, in place of what it was.</summary>
    /// <param name="record">What it is.</param>
    /// <exception cref="ArgumentNullException">There is no record.</exception>
    /// <exception cref="IOException">It cannot be written, as where there is no folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        AtomicFile.Write(RecordPath, stream => JsonSerializer.Serialize(stream, record, s_json));
    }

    private string In(string name) => System.IO.Path.Combine(path, name);
}
