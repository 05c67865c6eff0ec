using Gan.Experiments;

namespace TrainClassifier;

/// <summary>A folder of the MNIST family: <c>NAME-images-idx3-ubyte</c> with <c>NAME-labels-idx1-ubyte</c>, each plain or as <c>.gz</c>; where there are both, the plain file is read.</summary>
internal static class IdxFolder
{
    private const string Images = "-images-idx3-ubyte", Labels = "-labels-idx1-ubyte", Zipped = ".gz";

    /// <summary>Reads the only set in a folder, or of several the one that is called <c>train</c>.</summary>
    /// <exception cref="IOException">There is no such folder, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">It has no set with its labels, or none of several is <c>train</c>; or a file is damaged.</exception>
    public static IdxImages Read(string path)
    {
        var sets = Directory.EnumerateFiles(path).Select(Path.GetFileName).OfType<string>()
            .Where(static file => Unzipped(file).EndsWith(Images, StringComparison.Ordinal)).Order(StringComparer.Ordinal).DistinctBy(NameOf).ToArray();
        var images = sets switch
        {
            [] => throw new InvalidDataException($"{path} has no file NAME{Images} or NAME{Images}{Zipped}."),
            [var only] => only,
            _ => sets.FirstOrDefault(static file => NameOf(file) == "train")
                ?? throw new InvalidDataException($"{path} has {sets.Length} sets, {string.Join(", ", sets)}: rename the one to train on to train{Images}, or move it to its own folder."),
        };
        var labels = new[] { "", Zipped }.Select(ending => Path.Combine(path, NameOf(images) + Labels + ending)).FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException($"{path} has {images}, but no {NameOf(images)}{Labels} with its classes.");
        return new(Path.GetFullPath(Path.Combine(path, images)), Path.GetFullPath(labels));
    }

    private static string NameOf(string images) => Unzipped(images)[..^Images.Length];

    private static string Unzipped(string file) => file.EndsWith(Zipped, StringComparison.Ordinal) ? file[..^Zipped.Length] : file;
}
