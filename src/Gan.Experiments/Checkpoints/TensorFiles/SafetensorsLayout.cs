using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.TensorFiles;

/// <summary>Where the tensors go in a file that is written, and its header.</summary>
internal static class SafetensorsLayout
{
    /// <summary>Wide elements first, so that all are aligned; then by name. The same tensors make the same bytes.</summary>
    /// <exception cref="ArgumentException">A tensor cannot be written.</exception>
    public static IReadOnlyList<SafetensorsEntry> Of(IReadOnlyDictionary<string, Tensor> tensors)
    {
        if (tensors.Count > SafetensorsHeader.MaxTensors)
            throw new ArgumentException($"There are {tensors.Count} tensors, above the limit of {SafetensorsHeader.MaxTensors}.", nameof(tensors));
        var entries = new List<SafetensorsEntry>();
        var position = 0L;
        foreach (var (name, tensor, type) in tensors.Select(Typed).OrderByDescending(t => t.Type.Size).ThenBy(t => t.Name, StringComparer.Ordinal))
        {
            var end = position + (tensor.numel() * type.Size);
            entries.Add(new(name, type, tensor.shape, position, end));
            position = end;
        }
        return entries;
    }

    /// <summary>The length and the JSON text, with spaces up to a multiple of 8.</summary>
    /// <exception cref="ArgumentException">It would be too long to be read.</exception>
    public static byte[] Header(IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        using var text = new MemoryStream();
        text.Write(stackalloc byte[SafetensorsHeader.PrefixLength]);
        WriteJson(text, entries, metadata);
        while (text.Length % SafetensorsHeader.PrefixLength != 0)
            text.WriteByte((byte)' ');
        var header = text.ToArray();
        var length = header.Length - SafetensorsHeader.PrefixLength;
        if (length > SafetensorsHeader.MaxLength)
            throw new ArgumentException($"The names and texts make a header of {length} bytes, above the limit of {SafetensorsHeader.MaxLength}.", nameof(metadata));
        BinaryPrimitives.WriteInt64LittleEndian(header, length);
        return header;
    }

    private static (string Name, Tensor Tensor, SafetensorsType Type) Typed(KeyValuePair<string, Tensor> named)
    {
        var (name, tensor) = named;
        if (name == SafetensorsHeader.MetadataName)
            throw new ArgumentException($"A tensor cannot be named {name}, because the format uses that name for metadata.");
        TensorChecks.Alive(tensor, name);
        TensorChecks.NotSparse(tensor, name);
        var type = SafetensorsType.Of(tensor.dtype) ?? throw new ArgumentException($"{name} is {tensor.dtype}, which the format does not have: it has {SafetensorsType.Names}.");
        return (name, tensor, type);
    }

    private static void WriteJson(Stream stream, IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        if (metadata.Count > 0)
        {
            json.WriteStartObject(SafetensorsHeader.MetadataName);
            foreach (var (key, text) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal))
                json.WriteString(key, text);
            json.WriteEndObject();
        }
        foreach (var entry in entries)
        {
            json.WriteStartObject(entry.Name);
            json.WriteString("dtype", entry.Type.Name);
            WriteNumbers(json, "shape", entry.Shape);
            WriteNumbers(json, "data_offsets", [entry.Begin, entry.End]);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, long[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
