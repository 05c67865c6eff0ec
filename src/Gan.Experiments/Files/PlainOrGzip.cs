namespace Gan.Experiments.Files;

/// <summary>Opens a file, unpacking it if it starts as a gzip file does.</summary>
internal static class PlainOrGzip
{
    /// <summary>A file from its beginning. What is damaged is said on reading, by an <see cref="InvalidDataException"/> that names the file.</summary>
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            Span<byte> start = stackalloc byte[2];
            var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return length == 2 && start is [0x1F, 0x8B] ? new GzipFile(path, file) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What is thrown for a file that is of no use.</summary>
    public static InvalidDataException Unusable(string path, string reason, Exception? inner = null) =>
        new($"{path} cannot be used: {reason}. Restore the file, or name another.", inner);
}
