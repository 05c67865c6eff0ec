using Gan.Experiments.Data;
using Gan.Experiments.Data.Files;
using Gan.Experiments.Data.Memory;
using Gan.Experiments.Files;

namespace Gan.Experiments;

/// <summary>
/// Represents the grey images of IDX files, the format of MNIST and Fashion-MNIST, as float32 samples of shape [1, height, width]: <c>pixel / 127.5 - 1</c>, in [-1, 1].
/// </summary>
/// <remarks>
/// The images are kept in memory as bytes. To use them in an experiment, derive a class:
/// <c>public sealed class FashionMnist() : IdxImages("data/t10k-images-idx3-ubyte.gz", "data/t10k-labels-idx1-ubyte.gz")</c>.
/// </remarks>
/// <param name="images">The path of the file of images (0x0803), which is plain or gzip. A relative path is searched in the folder of the program first, then in the current folder.</param>
/// <param name="labels">The path of the file of labels (0x0801), which is plain or gzip, or null if there are none.</param>
/// <param name="classes">The names of the classes, by number, or null to name them by their numbers.</param>
/// <exception cref="ArgumentException">A path is empty, the name of a class is empty, or classes are named but there is no file of labels.</exception>
/// <exception cref="FileNotFoundException">A file does not exist. The message states where it was searched.</exception>
/// <exception cref="InvalidDataException">A file is not a complete IDX file with samples, the images take more than 2 GB, the numbers of labels and images differ, or the class of a label has no name.</exception>
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
