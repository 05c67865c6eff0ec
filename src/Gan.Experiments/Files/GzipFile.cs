using System.Buffers.Binary;
using System.IO.Compression;

namespace Gan.Experiments.Files;

/// <summary>
/// Reads a gzip file and says which one is damaged. .NET ends a file that is cut off as if it were whole, so what came out is compared with the length that the file ends with (RFC 1952).
/// </summary>
internal sealed class GzipFile : Stream
{
    private readonly string path;
    private readonly GZipStream gzip;
    private readonly uint expected;
    private uint length;

    /// <summary>Takes over a file that stands at its beginning.</summary>
    public GzipFile(string path, FileStream file)
    {
        this.path = path;
        Span<byte> end = stackalloc byte[sizeof(uint)];
        file.Seek(-Math.Min(file.Length, end.Length), SeekOrigin.End);
        file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
        expected = BinaryPrimitives.ReadUInt32LittleEndian(end);
        file.Position = 0;
        gzip = new GZipStream(file, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The gzip is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = gzip.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw PlainOrGzip.Unusable(path, "it starts like a gzip file, but it is damaged", exception);
        }
        length = unchecked(length + (uint)read);
        if (read == 0 && buffer.Length > 0 && length != expected)
            throw PlainOrGzip.Unusable(path, "its gzip data is cut off, followed by other data, or in several parts (compress it again as one part)");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            gzip.Dispose();
        base.Dispose(disposing);
    }
}
