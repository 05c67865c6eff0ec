using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;
using Gan.Experiments.Files;

namespace Gan.Experiments.Checkpoints.TensorFiles;

/// <summary>The header of a safetensors file, read and checked: nothing in it is believed before its numbers fit the file and each other.</summary>
/// <param name="Entries">The tensors in the order of their bytes.</param>
/// <param name="Metadata">The texts.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The property that is no tensor.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>The bytes before the JSON text, its length.</summary>
    public const int PrefixLength = 8;

    /// <summary>The longest JSON text that is read, 100 MB, as the format's reference implementation has it.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The most tensors that a file has: a large model has some thousands, and each costs time and memory that its bytes do not show where it is empty.</summary>
    public const int MaxTensors = 100_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a header from a stream's position and leaves the stream at the first byte of the data.</summary>
    /// <exception cref="InvalidDataException">It is none; the message names the path and the tensor.</exception>
    public static SafetensorsHeader Read(Stream stream, string path)
    {
        var json = ReadText(stream, path);
        try
        {
            return Parse(json, stream.Length - stream.Position);
        }
        catch (FormatException error)
        {
            throw PlainOrGzip.Unusable(path, error.Message, error);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The latter is what a string is answered with that escapes half a surrogate pair.
            throw PlainOrGzip.Unusable(path, $"its header is not the JSON of a safetensors file ({error.Message.TrimEnd('.')})", error);
        }
    }

    /// <summary>Reads the JSON text.</summary>
    /// <exception cref="InvalidDataException">The length before it is not possible, or it is not UTF-8 that starts with a brace.</exception>
    public static byte[] ReadText(Stream stream, string path)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        var read = stream.ReadAtLeast(prefix, PrefixLength, throwOnEndOfStream: false);
        if (read < PrefixLength)
            throw PlainOrGzip.Unusable(path, $"it holds {read} bytes, less than the {PrefixLength} of a header's length");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var left = stream.Length - stream.Position;
        if (length > (ulong)left)
            throw PlainOrGzip.Unusable(path, $"it announces a header of {length} bytes, but holds {left} more");
        if (length > MaxLength)
            throw PlainOrGzip.Unusable(path, $"it announces a header of {length} bytes, above the limit of {MaxLength}");
        var json = new byte[length];
        stream.ReadExactly(json);
        return json is [(byte)'{', ..] && Utf8.IsValid(json) ? json : throw PlainOrGzip.Unusable(path, "its header is not a JSON object in UTF-8");
    }

    private static SafetensorsHeader Parse(byte[] json, long dataLength)
    {
        using var document = JsonDocument.Parse(json, Strict);
        var properties = document.RootElement.EnumerateObject().ToLookup(property => property.Name == MetadataName);
        if (properties[false].Count() is > MaxTensors and var count)
            throw new FormatException($"its header announces {count} tensors, above the limit of {MaxTensors}");
        var entries = properties[false].Select(SafetensorsEntry.Parse).OrderBy(entry => entry.Begin).ThenBy(entry => entry.End).ToArray();
        CheckTiles(entries, dataLength);
        return new(entries, ParseMetadata(properties[true]));
    }

    /// <summary>The tensors fill the data, each byte once.</summary>
    private static void CheckTiles(SafetensorsEntry[] entries, long dataLength)
    {
        var position = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin < position)
                throw SafetensorsEntry.Wrong(entry.Name, $"begins at {entry.Begin}, within another that ends at {position}");
            if (entry.Begin > position)
                throw SafetensorsEntry.Wrong(entry.Name, $"begins at {entry.Begin}, after a gap from {position}");
            if (entry.End > dataLength)
                throw SafetensorsEntry.Wrong(entry.Name, $"ends at {entry.End}, but the file holds {dataLength} bytes of data");
            position = entry.End;
        }
        if (position < dataLength)
            throw new FormatException($"its tensors end at {position}, but it holds {dataLength} bytes of data");
    }

    private static Dictionary<string, string> ParseMetadata(IEnumerable<JsonProperty> properties)
    {
        var texts = properties.Select(property => property.Value).SingleOrDefault();
        if (texts.ValueKind == JsonValueKind.Undefined)
            return [];
        if (texts.ValueKind != JsonValueKind.Object || texts.EnumerateObject().Any(text => text.Value.ValueKind != JsonValueKind.String))
            throw new FormatException($"its {MetadataName} is not an object of texts");
        return texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
    }
}
