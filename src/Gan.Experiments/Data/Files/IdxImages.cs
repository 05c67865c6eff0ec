using Gan.Experiments.Data;
using Gan.Experiments.Data.Files;
using Gan.Experiments.Data.Memory;
using Gan.Experiments.Files;

namespace Gan.Experiments;

/// <summary>
/// Grey images of IDX files, the format of MNIST, Fashion-MNIST and their family: float32 [1, height, width], <c>pixel / 127.5 - 1</c>, in [-1, 1]. Kept in memory as bytes.
/// </summary>
/// <remarks>A data set of an experiment: <c>public sealed class FashionMnist() : IdxImages("data/t10k-images-idx3-ubyte.gz", "data/t10k-labels-idx1-ubyte.gz")</c>.</remarks>
/// <param name="images">The file of images, 0x0803, plain or gzip. A relative path is taken from the program's folder first, then from the current folder.</param>
/// <param name="labels">The file of their classes, 0x0801, plain or gzip; null: there are none.</param>
/// <param name="classes">The classes' names, by number; null: they are called by their numbers.</param>
/// <exception cref="ArgumentException">A path is empty, a name is, or there are names without labels.</exception>
/// <exception cref="FileNotFoundException">A file is missing; the message says where it was looked for.</exception>
/// <exception cref="InvalidDataException">A file is not a whole IDX file with samples, they are more than 2 GB, the labels are not as many as the images, or a label has no name.</exception>
public class IdxImages(string images, string? labels = null, IReadOnlyList<string>? classes = null) : MemoryData(Read(images, labels, classes))
{
    private static MemorySet Read(string images, string? labels, IReadOnlyList<string>? classes)
    {
        var names = ClassNames.Checked(classes, nameof(classes));
        if (names is not null && labels is null)
            throw new ArgumentException("Class names need labels: pass the file of the labels too.", nameof(classes));
        var path = DataPath.OfFile(images, nameof(images));
        var labelPath = labels is null ? null : DataPath.OfFile(labels, nameof(labels));
        var (sizes, pixels) = IdxFile.Read(path, 3, "images");
        var (count, height, width) = (sizes[0], sizes[1], sizes[2]);
        var numbers = labelPath is null ? null : ReadLabels(labelPath, path, count, names);
        return new(Path.GetFileName(path), [1, height, width], new ByteStore(pixels, height * width)) { Labels = numbers, Classes = ClassNames.Of(names, numbers) };
    }

    private static int[] ReadLabels(string path, string images, int count, IReadOnlyList<string>? names)
    {
        var (_, values) = IdxFile.Read(path, 1, "labels");
        if (values.Length != count)
            throw PlainOrGzip.Unusable(path, $"it holds {values.Length} labels, but {images} holds {count} images");
        var above = Array.FindIndex(values, label => label > ClassNames.Limit(names));
        if (above >= 0)
            throw PlainOrGzip.Unusable(path, $"label {above} is {values[above]}, but the classes' names end at {ClassNames.Limit(names)}");
        return Array.ConvertAll(values, label => (int)label);
    }
}
