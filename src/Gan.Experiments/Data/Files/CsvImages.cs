using Gan.Experiments.Data;
using Gan.Experiments.Data.Files;
using Gan.Experiments.Data.Memory;
using Gan.Experiments.Files;

namespace Gan.Experiments;

/// <summary>
/// Grey images of a CSV file, one a row: float32 [1, height, width], <c>2 pixel / maximum - 1</c>, in [-1, 1], and whole numbers as labels. Each row is checked.
/// </summary>
/// <remarks>A data set of an experiment: <c>public sealed class Digits() : CsvImages("data/uci-digits-8x8.csv.gz", new CsvFormat(8, 8) { Maximum = 16 })</c>.</remarks>
/// <param name="path">The file, plain or gzip. A relative path is taken from the program's folder first, then from the current folder.</param>
/// <param name="format">What its columns are.</param>
/// <param name="badRows">What to do with a row that has not these columns, a pixel that is not from 0 to the maximum, or a label that is no class.</param>
/// <param name="classes">The classes' names, by number; null: they are called by their numbers, which end at 65,535.</param>
/// <exception cref="ArgumentException">The path is empty, the policy unknown, a name empty, or there are names without labels.</exception>
/// <exception cref="ArgumentNullException">There is no format.</exception>
/// <exception cref="FileNotFoundException">The file is missing; the message says where it was looked for.</exception>
/// <exception cref="InvalidDataException">A row is bad and bad rows are refused, none is good, there are more than 2^31 pixels, or the gzip is damaged.</exception>
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
