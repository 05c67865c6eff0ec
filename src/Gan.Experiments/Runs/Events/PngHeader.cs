using System.Buffers.Binary;

namespace Gan.Experiments.Runs.Events;

/// <summary>What the first chunk of a PNG file says.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Channels">1 grey, 2 with alpha, 3 colour, 4 with alpha.</param>
internal readonly record struct PngHeader(int Width, int Height, int Channels)
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <exception cref="ArgumentException">The bytes are no PNG file.</exception>
    public static PngHeader Of(ReadOnlySpan<byte> png, string parameterName)
    {
        if (png.Length < 33 || !png.StartsWith(Signature) || !png.Slice(12, 4).SequenceEqual("IHDR"u8))
            throw new ArgumentException("The picture is not a PNG file.", parameterName);
        var channels = png[25] switch { 0 => 1, 4 => 2, 6 => 4, _ => 3 };
        return new(BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]), channels);
    }
}
