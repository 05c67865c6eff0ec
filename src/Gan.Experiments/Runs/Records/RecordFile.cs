using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Experiments.Files;

namespace Gan.Experiments.Runs.Records;

/// <summary>A run's record in its file.</summary>
internal static class RecordFile
{
    /// <summary>Texts for enumerations, and for what is not finite.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The same on one line.</summary>
    public static readonly JsonSerializerOptions OneLine = new(Json) { WriteIndented = false };

    /// <summary>Reads a record; nothing in it is believed before each field is one that a run writes.</summary>
    /// <exception cref="InvalidDataException">It is damaged: the message names the file and the field.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static RunRecord Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsMemory();
        try
        {
            // An editor may put a byte order mark before it.
            var record = JsonShape.Read<RunRecord>(bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, Json);
            RecordChecks.Check(record);
            return record;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is damaged: {exception.Message} Restore it, or run the experiment again in another folder.", exception);
        }
    }

    /// <summary>Writes a record in place of the one before.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, RunRecord record) => AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, record, Json));
}
