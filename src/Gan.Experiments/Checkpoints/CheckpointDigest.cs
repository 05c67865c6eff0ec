using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Files;

namespace Gan.Experiments.Checkpoints;

/// <summary>The checksum of a file in the file itself: the SHA-256 of all its bytes, with zeros for the checksum's own digits.</summary>
internal static class CheckpointDigest
{
    /// <summary>The text of the metadata that has it.</summary>
    public const string Key = "sha256";

    /// <summary>What is written in its place at first.</summary>
    public static readonly string Blank = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>Puts the checksum in the place of <see cref="Blank"/>.</summary>
    public static void Seal(Stream stream, string path)
    {
        var place = Find(stream, path);
        var digits = Compute(stream, place);
        stream.Position = place;
        stream.Write(Encoding.ASCII.GetBytes(digits));
    }

    /// <exception cref="InvalidDataException">The file has no checksum, or another than it says.</exception>
    public static void Check(Stream stream, string path)
    {
        var place = Find(stream, path);
        var digits = new byte[Blank.Length];
        stream.Position = place;
        stream.ReadExactly(digits);
        if (Encoding.ASCII.GetString(digits) != Compute(stream, place))
            throw PlainOrGzip.Unusable(path, "its checksum does not match its bytes, so it is damaged");
    }

    private static string Compute(Stream stream, long place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        stream.Position = 0;
        Append(place);
        hash.AppendData(Encoding.ASCII.GetBytes(Blank));
        stream.Position += Blank.Length;
        Append(stream.Length - stream.Position);
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(long length)
        {
            for (int read; length > 0; length -= read)
            {
                read = (int)Math.Min(length, buffer.Length);
                stream.ReadExactly(buffer, 0, read);
                hash.AppendData(buffer, 0, read);
            }
        }
    }

    /// <summary>Where in the stream the digits are.</summary>
    private static long Find(Stream stream, string path)
    {
        stream.Position = 0;
        try
        {
            return Find(SafetensorsHeader.ReadText(stream, path)) is { } place
                ? SafetensorsHeader.PrefixLength + place
                : throw PlainOrGzip.Unusable(path, "it has no checksum, but a checkpoint has one");
        }
        catch (JsonException error)
        {
            throw PlainOrGzip.Unusable(path, $"its header is not JSON ({error.Message.TrimEnd('.')})", error);
        }
    }

    private static long? Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var isMetadata = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.CurrentDepth == 1)
                isMetadata = reader.ValueTextEquals(SafetensorsHeader.MetadataName);
            else if (isMetadata && reader.CurrentDepth == 2 && reader.ValueTextEquals(Key))
                return reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length == Blank.Length ? reader.TokenStartIndex + 1 : null;
        }
        return null;
    }
}
