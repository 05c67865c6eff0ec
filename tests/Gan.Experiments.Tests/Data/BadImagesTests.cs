using System.Buffers.Binary;
using Gan.Experiments.Tests.Support;
using SkiaSharp;

namespace Gan.Experiments.Tests.Data;

/// <summary>What cannot be used is named and refused, or named and skipped.</summary>
public sealed class BadImagesTests : IDisposable
{
    private static readonly ImageFormat Format = new(8, 8);
    private static readonly byte[] Good = PictureFiles.Encode(64, 64, (x, y) => new SKColor((byte)(x * y), (byte)(7 * x), (byte)(5 * y)));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "empty.png", [], "is not a PNG or JPEG" },
        { "text.png", "not a picture"u8.ToArray(), "is not a PNG or JPEG" },
        { "cut.png", Good[..(Good.Length / 2)], "ends too early" },
        { "header.png", Good[..20], "is not a PNG or JPEG" },
        { "cut.jpg", Jpeg()[..(Jpeg().Length / 2)], "ends too early" },
        { "webp.png", PictureFiles.Encode(64, 64, (_, _) => SKColors.Red, SKEncodedImageFormat.Webp), "is a Webp, not a PNG or JPEG" },
        { "small.png", PictureFiles.Plain(7, 100, SKColors.Red), "is 7 wide and 100 high, too small for 8 by 8" },
        { "huge.png", Sized(30_000, 30_000), "is 30000 wide and 30000 high, above the limit of 32768 a side and 67108864 pixels" },
        { "long.png", Sized(1, 40_000), "is 1 wide and 40000 high, above the limit" },
        { "notes.txt", "where it is from"u8.ToArray(), "does not end in .png, .jpg, .jpeg" },
        { "noextension", Good, "does not end in" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void ABadFileIsRefusedByName(string name, byte[] bytes, string reason)
    {
        Write("a.png", Good);
        var path = Write(name, bytes);
        var message = Assert.Throws<InvalidDataException>(() => new ImageFolder(folder.Path, Format)).Message;
        Assert.StartsWith($"{path}: it {reason}", message, StringComparison.Ordinal);
        Assert.Contains("BadDataPolicy.Skip", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void ABadFileIsSkippedAndListed(string name, byte[] bytes, string reason)
    {
        Write("a.png", PictureFiles.Plain(8, 8, new SKColor(10, 10, 10)));
        Write("z.png", PictureFiles.Plain(8, 8, new SKColor(20, 20, 20)));
        var path = Write(name, bytes);
        using var data = new ImageFolder(folder.Path, Format, BadDataPolicy.Skip);
        Assert.Equal([10, 20], Enumerable.Range(0, data.Count).Select(i => (int)Math.Round((SampleValues.Of(data, i)[^1] + 1) * 127.5)));
        var skipped = Assert.Single(data.Skipped);
        Assert.Equal((path, (int?)null), (skipped.Path, skipped.Line));
        Assert.StartsWith(reason, skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedByteOfAPngIsSeen()
    {
        var bytes = (byte[])Good.Clone();
        bytes[bytes.Length / 2] ^= 0x10;
        var path = Write("a.png", bytes);
        Assert.StartsWith($"{path}: it ", Assert.Throws<InvalidDataException>(() => new ImageFolder(folder.Path, Format)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatLiesInNoClassIsBad()
    {
        Write("cats/1.png", Good);
        var beside = Write("top.png", Good);
        Directory.CreateDirectory(folder.File("dogs"));
        Write("birds/deeper/1.png", Good);
        Write("birds/1.png", "damaged"u8.ToArray());
        using var data = new ImageFolder(folder.Path, Format, BadDataPolicy.Skip);
        Assert.Equal(["cats"], data.Classes);
        Assert.Equal([0], SampleValues.Labels(data));
        Assert.Collection(
            data.Skipped,
            bad => Assert.StartsWith($"{beside}: it is beside", bad.ToString(), StringComparison.Ordinal),
            bad => Assert.StartsWith($"{folder.File("birds/deeper")}: it is a folder inside a class folder", bad.ToString(), StringComparison.Ordinal),
            bad => Assert.StartsWith($"{folder.File("dogs")}: it contains no image", bad.ToString(), StringComparison.Ordinal),
            bad => Assert.StartsWith($"{folder.File("birds/1.png")}: it is not a PNG", bad.ToString(), StringComparison.Ordinal));
        Assert.StartsWith($"{beside}: it is beside the folders of the classes", Assert.Throws<InvalidDataException>(() => new ImageFolder(folder.Path, Format)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOfNothingIsRefused()
    {
        Assert.Contains($"{folder.Path} cannot be used: it contains no image.", Assert.Throws<InvalidDataException>(() => new ImageFolder(folder.Path, Format)).Message, StringComparison.Ordinal);
        Write("a.png", "damaged"u8.ToArray());
        Write("b.png", "damaged"u8.ToArray());
        var message = Assert.Throws<InvalidDataException>(() => new ImageFolder(folder.Path, Format, BadDataPolicy.Skip)).Message;
        Assert.Contains($"none of its images is valid. 2 are not, and the first is {folder.File("a.png")}: it is not a PNG", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFolderIsRefused()
    {
        var message = Assert.Throws<DirectoryNotFoundException>(() => new ImageFolder("data/none", Format)).Message;
        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "data/none"), message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => new ImageFolder(Write("a.png", Good), Format));
    }

    [Fact]
    public void MoreThanTheLimitOfMemoryIsRefused()
    {
        Write("a.png", Good);
        Write("b.png", Good);
        var size = 3 * 8 * 8;
        using (new ImageFolder(folder.Path, Format with { MemoryLimit = 2 * size }))
        {
        }
        var message = Assert.Throws<InvalidDataException>(() => new ImageFolder(folder.Path, Format with { MemoryLimit = (2 * size) - 1 })).Message;
        Assert.Contains("its 2 images take 384 bytes, above the limit of 383", message, StringComparison.Ordinal);
        Assert.Contains("ImageFormat.MemoryLimit", message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        Assert.Throws<ArgumentNullException>(() => new ImageFolder(folder.Path, null!));
        Assert.Throws<ArgumentException>(() => new ImageFolder("", Format));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageFolder(folder.Path, Format, (BadDataPolicy)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageFormat(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageFormat(1, 5000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Format with { Colour = (ImageColour)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Format with { Fit = (ImageFit)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Format with { MemoryLimit = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Format with { MemoryLimit = 1L << 31 });
    }

    private static byte[] Jpeg() => PictureFiles.Encode(64, 64, (x, y) => new SKColor((byte)(x * y), (byte)(7 * x), (byte)(5 * y)), SKEncodedImageFormat.Jpeg);

    // Another width and height in the header, with the check sum that fits.
    private static byte[] Sized(int width, int height)
    {
        var bytes = (byte[])Good.Clone();
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Crc(bytes.AsSpan(12, 17)));
        return bytes;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }

    private string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllBytes(folder.File(name), bytes);
        return folder.File(name);
    }
}
