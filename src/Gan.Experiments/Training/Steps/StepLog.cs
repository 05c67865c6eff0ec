using Gan.Experiments.Files;
using Gan.Runtime.Checks;

namespace Gan.Experiments.Training.Steps;

/// <summary>Writes the numbers of a run by step to a CSV file: the names in the first line, <c>step</c> before them, then a line a step, in the invariant culture; a number that a step does not have is an empty cell. <see cref="StepTable"/> reads it.</summary>
internal sealed class StepLog : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly int _columns;
    private long _last;

    private StepLog(StreamWriter writer, int columns, long last) => (_writer, _columns, _last) = (writer, columns, last);

    /// <summary>Starts a log, or goes on with that of a run that is resumed: lines from the first step on are what the run did after its checkpoint, and are dropped, as are lines that are damaged.</summary>
    /// <param name="path">The file; its folder is there.</param>
    /// <param name="names">The numbers of a step, each with another name, without commas, quotes and line breaks: see <see cref="StepNames"/>.</param>
    /// <param name="firstStep">The first step that will be written, at least 0. With 0 nothing of an older file remains.</param>
    /// <returns>The log, to be disposed.</returns>
    /// <exception cref="ArgumentNullException">The path or the names are missing.</exception>
    /// <exception cref="ArgumentException">A name cannot be one, or is there twice, or the first step is negative.</exception>
    /// <exception cref="InvalidDataException">The older file is no log, or has other names.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static StepLog Open(string path, IReadOnlyList<string> names, long firstStep = 0)
    {
        Ranges.NotNull(path, nameof(path));
        if (StepNames.WhyNot(Ranges.NotNull(names, nameof(names))) is { } reason)
            throw new ArgumentException($"These names cannot be used for a log: {reason}", nameof(names));
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        var older = firstStep > 0 && File.Exists(path) ? StepTable.ReadBefore(path, firstStep) : StepTable.Empty;
        var isNew = older.Names.Count == 0;
        if (!isNew && !older.Names.SequenceEqual(names))
            throw new InvalidDataException($"{path} has the numbers {string.Join(", ", older.Names)}, but the run would log {string.Join(", ", names)}: it is the log of another run.");
        // A temporary file takes the place of the older, so that a process killed right now loses none of its lines.
        AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(isNew ? StepTable.Header(names) : older.Text)));
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read | FileShare.Delete);
        return new(new StreamWriter(file) { AutoFlush = true }, names.Count, firstStep - 1);
    }

    /// <summary>Writes the numbers of a step; another process sees them at once.</summary>
    /// <param name="step">Above the step before.</param>
    /// <param name="values">As many as there are names. Null, for one that the step does not have, is an empty cell; what is not finite is written as NaN, Infinity or -Infinity.</param>
    /// <exception cref="ArgumentException">The step is not above the one before, or there are more or less numbers than names.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(long step, params IReadOnlyList<double?> values)
    {
        if (step <= _last)
            throw new ArgumentOutOfRangeException(nameof(step), step, $"A step must be above the one before, {_last}.");
        if (Ranges.NotNull(values, nameof(values)).Count != _columns)
            throw new ArgumentException($"There are {values.Count} numbers for {_columns} names.", nameof(values));
        _writer.Write(StepTable.RowLine(step, values));
        _last = step;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _writer.Dispose();
}
