using Gan.Experiments.Data;
using Gan.Experiments.Data.Images;
using Gan.Experiments.Data.Memory;

namespace Gan.Experiments;

/// <summary>
/// The PNG and JPEG files of a folder: float32 [channels, height, width], <c>value / 127.5 - 1</c>, in [-1, 1]. Its sub folders are the classes; without any the images have no classes. Decoded once and kept in memory as bytes.
/// </summary>
/// <remarks>
/// Classes and files are in the ordinal order of their names, the same on each machine. Images are turned as their Exif orientation says, put on white where they are transparent, and made smaller with a filter that does not alias.
/// Files and folders whose names begin with a dot are not looked at. A JPEG has no check sum: damage that still decodes is not seen.
/// A data set of an experiment: <c>public sealed class Flowers() : ImageFolder("data/flowers", new ImageFormat(64, 64))</c>.
/// </remarks>
/// <param name="folder">The folder. A relative path is taken from the program's folder first, then from the current folder.</param>
/// <param name="format">What the images are made to.</param>
/// <param name="badFiles">What to do with what is no PNG or JPEG, cannot be decoded, is too small, or lies where nothing is read; and with a class without images.</param>
/// <exception cref="ArgumentException">The path is empty, or the policy unknown.</exception>
/// <exception cref="ArgumentNullException">There is no format.</exception>
/// <exception cref="DirectoryNotFoundException">The folder is missing; the message says where it was looked for.</exception>
/// <exception cref="InvalidDataException">A file is bad and bad files are refused, none is good, or all would take more than <see cref="ImageFormat.MemoryLimit"/>.</exception>
public class ImageFolder(string folder, ImageFormat format, BadDataPolicy badFiles = BadDataPolicy.Refuse) : MemoryData(Read(folder, format, badFiles))
{
    private static MemorySet Read(string folder, ImageFormat format, BadDataPolicy badFiles)
    {
        ArgumentNullException.ThrowIfNull(format);
        var found = DataPath.OfFolder(folder, nameof(folder));
        var bad = new BadData(found, badFiles);
        var files = ImageFiles.In(found, bad);
        bad.CheckLeft(files.Count, "image");
        var (kept, values) = DecodeAll(found, files, format, bad);
        bad.CheckLeft(kept.Count, "image");
        string[] classes = [.. kept.Select(file => file.Class).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new(new DirectoryInfo(found).Name, [format.Channels, format.Height, format.Width], new ByteStore(values, format.Size))
        {
            Classes = classes,
            Labels = classes.Length == 0 ? null : [.. kept.Select(file => Array.IndexOf(classes, file.Class))],
            Skipped = bad.Skipped,
        };
    }

    private static (List<(string Path, string? Class)> Kept, byte[] Values) DecodeAll(
        string folder, IReadOnlyList<(string Path, string? Class)> files, ImageFormat format, BadData bad)
    {
        var size = format.Size;
        if ((long)files.Count * size > format.MemoryLimit)
        {
            throw new InvalidDataException($"{folder} cannot be used: its {files.Count} images take {(long)files.Count * size} bytes, above the limit of {format.MemoryLimit}. "
                + $"Make them smaller, or raise {nameof(ImageFormat)}.{nameof(ImageFormat.MemoryLimit)}.");
        }
        var values = new byte[files.Count * size];
        var reasons = new string?[files.Count];
        Parallel.For(0, files.Count, i =>
        {
            var (image, reason) = ImageDecoder.Decode(files[i].Path);
            reasons[i] = image is null ? reason : ImageFitting.Fit(image, format, values.AsSpan(i * size, size));
        });
        var kept = new List<(string Path, string? Class)>();
        for (var i = 0; i < files.Count; i++)
        {
            if (reasons[i] is { } reason)
            {
                bad.Add(files[i].Path, null, reason);
                continue;
            }
            // What is kept moves up over what is not.
            values.AsSpan(i * size, size).CopyTo(values.AsSpan(kept.Count * size));
            kept.Add(files[i]);
        }
        Array.Resize(ref values, kept.Count * size);
        return (kept, values);
    }
}
