using Gan.Experiments.Data;
using Gan.Experiments.Data.Files;
using Gan.Experiments.Data.Memory;
using Gan.Experiments.Files;

namespace Gan.Experiments;

/// <summary>
/// Represents the grey images of a CSV file, one per row, as float32 samples of shape [1, height, width]: <c>2 pixel / maximum - 1</c>, in [-1, 1].
/// </summary>
/// <remarks>
/// Labels are whole numbers. Each row is checked. To use the images in an experiment, derive a class:
/// <c>public sealed class Digits() : CsvImages("data/uci-digits-8x8.csv.gz", new CsvFormat(8, 8) { Maximum = 16 })</c>.
/// </remarks>
/// <param name="path">The path of the file, which is plain text or gzip. A relative path is searched in the folder of the program first, then in the current folder.</param>
/// <param name="format">The format of the columns.</param>
/// <param name="badRows">What to do with a row that has other columns, a pixel outside of 0 to the maximum, or a label that is not a class.</param>
/// <param name="classes">The names of the classes, by number, or null to name them by their numbers, from 0 to 65,535.</param>
/// <exception cref="ArgumentException">The path is empty, the policy is not a member of its enumeration, the name of a class is empty, or classes are named but there is no column of labels.</exception>
/// <exception cref="ArgumentNullException">The format is null.</exception>
/// <exception cref="FileNotFoundException">The file does not exist. The message states where it was searched.</exception>
/// <exception cref="InvalidDataException">A row is bad and the policy is to refuse it, there is no good row, there are more than 2^31 pixels, or the gzip file is damaged.</exception>
public class CsvImages(string path, CsvFormat format, BadDataPolicy badRows = BadDataPolicy.Refuse, IReadOnlyList<string>? classes = null)
    : MemoryData(Read(path, format, badRows, classes))
{
    private static MemorySet Read(string path, CsvFormat format, BadDataPolicy badRows, IReadOnlyList<string>? classes)
    {
        ArgumentNullException.ThrowIfNull(format);
        var names = ClassNames.Checked(classes, nameof(classes));
        if (names is not null && format.LabelColumn is null)
            throw new ArgumentException("Class names need labels: set LabelColumn of the format.", nameof(classes));
        var found = DataPath.OfFile(path, nameof(path));
        var bad = new BadData(found, badRows);
        var row = new CsvRow(format, ClassNames.Limit(names));
        var (pixels, labels) = (new List<float>(), new List<int>());
        using var reader = new StreamReader(PlainOrGzip.Open(found));
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (line == 1 && format.HasHeader)
                continue;
            if (row.Read(text) is { } reason)
            {
                bad.Add(found, line, reason);
                continue;
            }
            if (pixels.Count > Array.MaxLength - row.Pixels.Length)
                throw PlainOrGzip.Unusable(found, $"it holds more than {Array.MaxLength} pixels");
            pixels.AddRange(row.Pixels);
            labels.Add(row.Label);
        }
        bad.CheckLeft(labels.Count, "row");
        int[]? numbers = format.LabelColumn is null ? null : [.. labels];
        return new(Path.GetFileName(found), [1, format.Height, format.Width], new FloatStore([.. pixels], row.Pixels.Length))
        {
            Labels = numbers,
            Classes = ClassNames.Of(names, numbers),
            Skipped = bad.Skipped,
        };
    }
}
