using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gan.Experiments.Checkpoints;

namespace Gan.Experiments.Tests.Checkpoints;

/// <summary>Changes what a checkpoint says of itself, and gives it the checksum of what it says now: damage that no checksum finds.</summary>
internal static class ResealedCheckpoint
{
    public static void Write(string path, Action<Dictionary<string, string>> change)
    {
        var bytes = File.ReadAllBytes(path);
        var end = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        var header = JsonNode.Parse(bytes.AsSpan(8, end - 8))!;
        var texts = header["__metadata__"].Deserialize<Dictionary<string, string>>()!;
        texts["sha256"] = new string('0', 64);
        change(texts);
        header["__metadata__"] = JsonSerializer.SerializeToNode(texts);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        stream.Write(SafetensorsBytes.Of(header.ToJsonString(), bytes[end..]));
        if (texts.ContainsKey("sha256"))
            CheckpointDigest.Seal(stream, path);
    }
}
