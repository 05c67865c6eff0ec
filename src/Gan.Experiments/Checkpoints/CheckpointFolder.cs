using System.Globalization;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Files;
using Gan.Runtime.Checks;

namespace Gan.Experiments.Checkpoints;

/// <summary>The last checkpoints of a run, <c>step-000000001200.safetensors</c> and so on. One process at a time writes to a folder.</summary>
internal sealed class CheckpointFolder
{
    private const string Prefix = "step-";
    private const string Extension = ".safetensors";

    /// <summary>A folder. It is made by the first checkpoint.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="keep">The number of checkpoints that are kept, at least 1; with 2 or more one may be damaged. Default 3.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public CheckpointFolder(string path, int keep = 3)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        (Path, Keep) = (System.IO.Path.GetFullPath(path), Ranges.AtLeastOne(keep, nameof(keep)));
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>The number of checkpoints that are kept.</summary>
    public int Keep { get; }

    /// <summary>The checkpoints there are, whole or damaged, the newest first.</summary>
    public IReadOnlyList<string> Files => [.. Steps().Select(PathOf)];

    /// <summary>The newest of them; null: there is none.</summary>
    public string? Newest => Files is [var newest, ..] ? newest : null;

    /// <summary>The step of the newest, by its name; null: there is none.</summary>
    internal long? NewestStep => Newest is { } newest ? StepOf(System.IO.Path.GetFileName(newest)) : null;

    /// <summary>
    /// Writes a checkpoint, and when it is on the disk removes those before it but for the last <see cref="Keep"/> - 1. Ones of later steps, left by a run that was taken back, stay
    /// until they are written anew. What a killed process has left unfinished is removed first.
    /// </summary>
    /// <param name="info">The step, the configuration and the code.</param>
    /// <param name="state">The run.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">An argument is null, the step negative, or a part has a tensor that the format lacks.</exception>
    /// <exception cref="IOException">The file cannot be written; those before it are still there.</exception>
    public string Write(CheckpointInfo info, TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(info);
        FolderSync.Make(Path);
        foreach (var unfinished in Directory.GetFiles(Path, Prefix + "*" + Extension + AtomicFile.Suffix))
            File.Delete(unfinished);
        var path = PathOf(info.Step);
        Checkpoint.Write(path, info, state);
        foreach (var old in Steps().Where(step => step <= info.Step).Skip(Keep))
            File.Delete(PathOf(old));
        return path;
    }

    /// <summary>Reads the newest checkpoint that is whole.</summary>
    /// <param name="damaged">The newer ones that are not, to be told to whoever resumes.</param>
    /// <returns>The checkpoint; its tensors are in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="FileNotFoundException">There are no checkpoints.</exception>
    /// <exception cref="InvalidDataException">All are damaged: the message has each reason.</exception>
    public Checkpoint ReadLatest(out IReadOnlyList<DamagedCheckpoint> damaged)
    {
        var unusable = new List<DamagedCheckpoint>();
        damaged = unusable;
        foreach (var path in Files)
        {
            try
            {
                return ReadNamed(path);
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                unusable.Add(new(path, error.Message));
            }
        }
        throw unusable.Count == 0
            ? new FileNotFoundException($"There is no checkpoint in {Path}, so there is nothing to resume. Start a new run, or name another folder.", Path)
            : new InvalidDataException($"No checkpoint in {Path} can be used: {string.Join(" ", unusable.Select(checkpoint => checkpoint.Reason))}");
    }

    // Its name is what it is chosen by.
    private Checkpoint ReadNamed(string path)
    {
        var checkpoint = Checkpoint.Read(path);
        if (PathOf(checkpoint.Info.Step) == path)
            return checkpoint;
        using (checkpoint)
            throw PlainOrGzip.Unusable(path, $"it contains step {checkpoint.Info.Step}, which does not match its name");
    }

    /// <summary>The steps of the checkpoints, from the last.</summary>
    private IOrderedEnumerable<long> Steps() => (Directory.Exists(Path) ? Directory.EnumerateFiles(Path) : [])
        .Select(file => StepOf(System.IO.Path.GetFileName(file))).OfType<long>().OrderDescending();

    private string PathOf(long step) => System.IO.Path.Combine(Path, NameOf(step));

    private static string NameOf(long step) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D12}{Extension}");

    // Only names as they are written here: another's file is neither read nor removed.
    private static long? StepOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(Prefix.Length..^Extension.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && NameOf(step) == name
            ? step
            : null;
}
