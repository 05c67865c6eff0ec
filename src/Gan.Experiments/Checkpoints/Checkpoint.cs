using System.Globalization;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Files;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints;

/// <summary>
/// A run at one step, in one file of the <see cref="Safetensors"/> format: the tensors of a <see cref="TrainingState"/>, the texts of a <see cref="CheckpointInfo"/>, and a
/// SHA-256 of all of it. Nothing is executed on loading.
/// </summary>
internal sealed class Checkpoint : IDisposable
{
    private const string FormatKey = "gan.checkpoint";
    private const string Format = "1";
    private const string StepKey = "step";
    private const string ConfigurationKey = "configuration";
    private const string CodeKey = "code";

    private readonly SafetensorsFile file;

    private Checkpoint(string path, SafetensorsFile file, CheckpointInfo info) => (Path, this.file, Info) = (path, file, info);

    /// <summary>The file it was read from.</summary>
    public string Path { get; }

    /// <summary>The step, the configuration and the code.</summary>
    public CheckpointInfo Info { get; }

    /// <summary>Writes a checkpoint: whole or, where it throws or the process is killed, not at all. When it returns, the file is on the disk.</summary>
    /// <param name="path">The file. One that exists is replaced.</param>
    /// <param name="info">The step, the configuration and the code.</param>
    /// <param name="state">The run.</param>
    /// <exception cref="ArgumentException">An argument is null, the path is empty, the step negative, or a part has a tensor that the format lacks.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, CheckpointInfo info, TrainingState state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfNegative(info.Step, nameof(info));
        ArgumentNullException.ThrowIfNull(info.Configuration, nameof(info));
        ArgumentNullException.ThrowIfNull(info.Code, nameof(info));
        using var scope = NewDisposeScope();
        var tensors = state.Capture();
        AtomicFile.Write(path, stream =>
        {
            Safetensors.Write(stream, tensors, Texts(info));
            CheckpointDigest.Seal(stream, path);
        });
    }

    /// <summary>Reads a checkpoint, after its checksum has been checked.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The checkpoint; its tensors are in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or no checkpoint.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static Checkpoint Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var stream = File.OpenRead(path);
        CheckpointDigest.Check(stream, path);
        stream.Position = 0;
        var file = Safetensors.Read(stream, path);
        if (InfoOf(file.Metadata) is { } info)
            return new(path, file, info);
        file.Dispose();
        throw PlainOrGzip.Unusable(path, $"it is not a checkpoint of format {Format}");
    }

    /// <summary>Gives a run the saved state: all of it or, where it throws, nothing.</summary>
    /// <param name="state">The run, of the same parts.</param>
    /// <exception cref="ArgumentException">The state is null, or a part does not fit: the message names it and the tensor.</exception>
    /// <exception cref="ObjectDisposedException">The checkpoint has been disposed.</exception>
    public void Restore(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ObjectDisposedException.ThrowIf(file.Tensors.Values.Any(tensor => tensor.IsInvalid), this);
        state.Restore(file.Tensors);
    }

    /// <summary>Frees the tensors. The run has its own.</summary>
    public void Dispose() => file.Dispose();

    private static Dictionary<string, string> Texts(CheckpointInfo info) => new()
    {
        [FormatKey] = Format,
        [StepKey] = info.Step.ToString(CultureInfo.InvariantCulture),
        [ConfigurationKey] = info.Configuration,
        [CodeKey] = info.Code,
        [CheckpointDigest.Key] = CheckpointDigest.Blank,
    };

    private static CheckpointInfo? InfoOf(IReadOnlyDictionary<string, string> texts) =>
        texts.GetValueOrDefault(FormatKey) == Format
        && long.TryParse(texts.GetValueOrDefault(StepKey), NumberStyles.None, CultureInfo.InvariantCulture, out var step)
        && texts.TryGetValue(ConfigurationKey, out var configuration)
        && texts.TryGetValue(CodeKey, out var code)
            ? new(step, configuration, code)
            : null;
}
