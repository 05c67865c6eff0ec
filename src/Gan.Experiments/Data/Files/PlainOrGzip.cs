using System.IO.Compression;

namespace Gan.Experiments;

/// <summary>Opens a file, unpacking it if it starts as a gzip file does.</summary>
internal static class PlainOrGzip
{
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            Span<byte> start = stackalloc byte[2];
            var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return length == 2 && start is [0x1F, 0x8B] ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads from an opened file.</summary>
    /// <exception cref="InvalidDataException">Its gzip is damaged; the message names the file.</exception>
    public static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw Unusable(path, "it starts as a gzip file does, but it is damaged", exception);
        }
    }

    /// <summary>What is thrown for a file that is of no use.</summary>
    public static InvalidDataException Unusable(string path, string reason, Exception? inner = null) =>
        new($"{path} cannot be used: {reason}. Restore the file, or name another.", inner);
}
