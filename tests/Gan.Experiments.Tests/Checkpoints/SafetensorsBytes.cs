using System.Buffers.Binary;
using System.Text;

namespace Gan.Experiments.Tests.Checkpoints;

/// <summary>Makes safetensors files by hand, whole or wrong.</summary>
internal static class SafetensorsBytes
{
    /// <summary>The length of the text, the text, the data.</summary>
    public static byte[] Of(string header, params byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }
}
