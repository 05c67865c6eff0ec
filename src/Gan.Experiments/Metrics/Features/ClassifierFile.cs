using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// The file of a classifier: safetensors, the length of a JSON header in 8 bytes, the header, the float32 numbers. Its metadata hold the training record and the numbers' SHA-256.
/// </summary>
internal static class ClassifierFile
{
    private const string Metadata = "__metadata__";
    private const string Training = "training";
    private const string Checksum = "sha256";

    public static byte[] Write(ClassifierNet net, ClassifierTrainingRecord training)
    {
        var (header, numbers) = (new JsonObject(), new List<byte>());
        foreach (var (name, parameter) in net.named_parameters())
        {
            using var values = parameter.detach();
            var start = numbers.Count;
            numbers.AddRange(values.bytes);
            header[name] = new JsonObject { ["dtype"] = "F32", ["shape"] = Json(parameter.shape), ["data_offsets"] = Json([start, numbers.Count]) };
        }
        byte[] data = [.. numbers];
        header[Metadata] = new JsonObject { [Training] = JsonSerializer.Serialize(training), [Checksum] = Convert.ToHexStringLower(SHA256.HashData(data)) };
        var text = JsonSerializer.SerializeToUtf8Bytes(header);
        var length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. data];
    }

    /// <exception cref="InvalidDataException">It is not such a file, or it is damaged.</exception>
    public static FeatureClassifier Read(Stream stream, string path)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var (header, data) = Split(memory.ToArray(), path);
        var metadata = header[Metadata] as JsonObject;
        if (Text(metadata?[Checksum]) != Convert.ToHexStringLower(SHA256.HashData(data)))
            throw Unusable(path, "its numbers are not those of its checksum");
        var training = Parse(path, () => JsonSerializer.Deserialize<ClassifierTrainingRecord>(Text(metadata?[Training]) ?? "null"));
        if (training?.Classes is not { Count: >= 2 and <= ClassNames.Largest } classes || classes.Any(string.IsNullOrWhiteSpace))
            throw Unusable(path, "its training record lacks the names of at least 2 classes");
        var net = new ClassifierNet(classes.Count);
        try
        {
            foreach (var (name, parameter) in net.named_parameters())
                Fill(parameter, header[name], data, $"{path}, {name}");
        }
        catch
        {
            net.Dispose();
            throw;
        }
        return new(net, training);
    }

    private static (JsonObject Header, byte[] Data) Split(byte[] file, string path)
    {
        var length = file.Length < sizeof(ulong) ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(file);
        if (length > (ulong)(file.Length - sizeof(ulong)))
            throw Unusable(path, "it ends within its header");
        var end = sizeof(ulong) + (int)length;
        var header = Parse(path, () => JsonNode.Parse(file.AsSpan(sizeof(ulong)..end)) as JsonObject);
        return (header ?? throw Unusable(path, "its header is no JSON object"), file[end..]);
    }

    private static void Fill(Parameter parameter, JsonNode? entry, byte[] data, string what)
    {
        var expected = new JsonObject { ["dtype"] = "F32", ["shape"] = Json(parameter.shape) };
        if (entry is not JsonObject fields || !JsonNode.DeepEquals(fields["dtype"], expected["dtype"]) || !JsonNode.DeepEquals(fields["shape"], expected["shape"]))
            throw Unusable(what, $"it is not {expected.ToJsonString()}");
        var offsets = Parse(what, () => fields["data_offsets"].Deserialize<long[]>());
        var size = parameter.numel() * sizeof(float);
        if (offsets is not [var start, var end] || start < 0 || end > data.Length || end - start != size)
            throw Unusable(what, $"its offsets are not a range of {size} bytes of {data.Length}");
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var values = MemoryMarshal.Cast<byte, float>(data.AsSpan((int)start, (int)size)).ToArray();
        if (!values.All(float.IsFinite))
            throw Unusable(what, "a number is not finite");
        parameter.copy_(tensor(values).reshape(parameter.shape));
    }

    private static T Parse<T>(string path, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is not a classifier's file: {exception.Message}", exception);
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonArray Json(IEnumerable<long> numbers) => [.. numbers.Select(number => JsonValue.Create(number))];

    private static InvalidDataException Unusable(string path, string why) => new($"{path} is not a classifier's file: {why}. Train it again with {nameof(ClassifierTraining)}.");
}
