using System.Globalization;
using Gan.Runtime.Checks;

namespace Gan.Experiments.Runs.Events;

/// <summary>
/// Writes scalars and images for TensorBoard: a file of records, each an <c>Event</c> of TensorFlow's event.proto. Every event is in the file when its method returns.
/// </summary>
/// <remarks>TorchSharp's SummaryWriter writes scalars too, but its images need another version of SkiaSharp.</remarks>
internal sealed class TensorBoardLog : IDisposable
{
    private const string Prefix = "events.out.tfevents.";

    private readonly TimeProvider _time;
    private readonly FileStream _file;

    /// <summary>Opens a new file beside those that the folder has. Where it has any, of a run that is resumed or begins again, TensorBoard is told to forget what it knows of the first step and those after it.</summary>
    /// <param name="folder">The folder, made where there is none.</param>
    /// <param name="firstStep">The first step that will be written, at least 0.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="ArgumentNullException">The folder is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public TensorBoardLog(string folder, long firstStep = 0, TimeProvider? time = null)
    {
        Ranges.NotNull(folder, nameof(folder));
        ArgumentOutOfRangeException.ThrowIfNegative(firstStep);
        _time = time ?? TimeProvider.System;
        Directory.CreateDirectory(folder);
        var isFirst = !Directory.EnumerateFiles(folder, Prefix + "*").Any();
        _file = NewFile(folder, _time.GetUtcNow().ToUnixTimeSeconds());
        Write(0, fields => fields.Add(3, "brain.Event:2"));
        if (!isFirst)
            Write(firstStep, fields => fields.Add(7, new EventFields().Add(1, 1L)));
    }

    /// <summary>Writes a number.</summary>
    /// <param name="tag">Its name; what is before a slash groups it.</param>
    /// <param name="step">The step.</param>
    /// <param name="value">The number, kept as float32; TensorBoard shows NaN and infinities as such.</param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Scalar(string tag, long step, double value) => Summary(tag, step, fields => fields.Add(2, (float)value));

    /// <summary>Writes a picture.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="step">The step.</param>
    /// <param name="png">The bytes of a PNG file.</param>
    /// <exception cref="ArgumentNullException">There is no picture.</exception>
    /// <exception cref="ArgumentException">The tag is empty, or the bytes are no PNG file.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Image(string tag, long step, byte[] png)
    {
        var header = PngHeader.Of(Ranges.NotNull(png, nameof(png)), nameof(png));
        Summary(tag, step, fields => fields.Add(4, new EventFields().Add(1, (long)header.Height).Add(2, (long)header.Width).Add(3, (long)header.Channels).Add(4, png)));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private void Summary(string tag, long step, Func<EventFields, EventFields> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        Write(step, fields => fields.Add(5, new EventFields().Add(1, value(new EventFields().Add(1, tag)))));
    }

    private void Write(long step, Func<EventFields, EventFields> what)
    {
        var seconds = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        _file.Write(EventRecord.Frame(what(new EventFields().Add(1, seconds).Add(2, step)).ToArray()));
    }

    // TensorBoard reads the files of a folder in the order of their names.
    private static FileStream NewFile(string folder, long seconds)
    {
        for (var i = 0; ; i++)
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{seconds:D10}.{i:D4}"));
            if (!File.Exists(path))
                return new(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }
    }
}
