using Gan.Experiments.Data;
using Gan.Experiments.Data.Images;
using Gan.Experiments.Data.Memory;

namespace Gan.Experiments;

/// <summary>
/// Represents the PNG and JPEG files of a folder as float32 samples of shape [channels, height, width]: <c>value / 127.5 - 1</c>, in [-1, 1]. Each subfolder is a class.
/// </summary>
/// <remarks>
/// <para>The images are decoded once and kept in memory as bytes. If there are no subfolders, they have no classes. Classes and files are in the ordinal order of their names, which is the same on every machine.</para>
/// <para>Images are rotated by their Exif orientation, drawn on white if they are transparent, and scaled down with an antialiasing filter. Files and folders whose names begin with a dot are ignored.
/// A JPEG file has no checksum, so damage that can still be decoded is not noticed.</para>
/// <para>To use the images in an experiment, derive a class: <c>public sealed class Flowers() : ImageFolder("data/flowers", new ImageFormat(64, 64))</c>.</para>
/// </remarks>
/// <param name="folder">The path of the folder. A relative path is searched in the folder of the program first, then in the current folder.</param>
/// <param name="format">The format of the samples.</param>
/// <param name="badFiles">What to do with a file that is not a PNG or JPEG file, cannot be decoded, is too small, or lies in a folder that is not read; and with a class without images.</param>
/// <exception cref="ArgumentException">The path is empty, or the policy is not a member of its enumeration.</exception>
/// <exception cref="ArgumentNullException">The format is null.</exception>
/// <exception cref="DirectoryNotFoundException">The folder does not exist. The message states where it was searched.</exception>
/// <exception cref="InvalidDataException">A file is bad and the policy is to refuse it, there is no good file, or the images would take more than <see cref="ImageFormat.MemoryLimit"/>.</exception>
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
