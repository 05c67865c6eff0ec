using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Data;

public sealed class CsvImagesTests : IDisposable
{
    private static readonly CsvFormat OneByTwo = new(1, 2) { Maximum = 4 };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The sums were computed from the file by a Python script.
    [Fact]
    public void TheShippedDigitsHaveTheSumsOfTheirFile()
    {
        using var data = new Digits();
        Assert.Equal((1797, "Digits"), (data.Count, data.Name));
        Assert.Equal([1, 8, 8], data.SampleShape);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], data.Classes);
        Assert.Equal([294, 313, 392], new[] { 0, 1, 1796 }.Select(i => PixelSum(SampleValues.Of(data, i))));
        Assert.Equal(561_718, PixelSum(SampleValues.Of(data, [.. Enumerable.Range(0, 1797)])));
        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13], SampleValues.Of(data, 0)[..11].Select(Pixel));
        var labels = SampleValues.Labels(data);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], labels[..10]);
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], Enumerable.Range(0, 10).Select(digit => labels.Count(label => label == digit)));
    }

    [Fact]
    public void ValuesMapToMinusOneToOne()
    {
        using var data = new CsvImages(Write("0,4,1\n1.5, 2e0 ,0\r\n"), OneByTwo);
        Assert.Equal([-1, 1, -0.25f, 0], SampleValues.Of(data, [0, 1]));
        Assert.Equal([1, 0], SampleValues.Labels(data));
        Assert.Equal("rows.csv", data.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void TheLabelMayBeInAnyColumn(int column)
    {
        var columns = new List<string> { "0", "4" };
        columns.Insert(column, "3");
        using var data = new CsvImages(Write(string.Join(';', columns)), OneByTwo with { LabelColumn = column, Separator = ';' }, classes: ["a", "b", "c", "d"]);
        Assert.Equal([-1, 1], SampleValues.Of(data, 0));
        Assert.Equal([3], SampleValues.Labels(data));
        Assert.Equal(["a", "b", "c", "d"], data.Classes);
    }

    [Fact]
    public void TheCultureIsNoPartOfAFileOrItsMessages()
    {
        using var culture = new CommaCulture();
        using var data = new CsvImages(Write("0.25,0.5,1"), OneByTwo with { Maximum = 0.5 });
        Assert.Equal([0, 1], SampleValues.Of(data, 0));
        Assert.Contains("which is not a number from 0 to 0.5", Assert.Throws<InvalidDataException>(() => new CsvImages(Write("0.25,0.75,1"), OneByTwo with { Maximum = 0.5 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsAndHeaderAreOptional()
    {
        using var data = new CsvImages(Write("a,b\n0,4"), OneByTwo with { LabelColumn = null, HasHeader = true });
        Assert.Equal([-1, 1], SampleValues.Of(data, 0));
        Assert.Null(data.Labels([0]));
        Assert.Empty(data.Classes);
    }

    public static TheoryData<string, string> BadRows => new()
    {
        { "NaN,1,0", "has the pixel 'NaN' in column 1, which is not a number from 0 to 4" },
        { "1,Infinity,0", "has the pixel 'Infinity' in column 2" },
        { "-1,1,0", "has the pixel '-1' in column 1" },
        { "1,4.001,0", "has the pixel '4.001' in column 2" },
        { "1,1e400,0", "has the pixel '1e400' in column 2" },
        { "1,,0", "has the pixel '' in column 2" },
        { "1,x,0", "has the pixel 'x' in column 2" },
        { "1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,0", "has the pixel 'aaaaaaaaaaaaaaaaaaaa…' in column 2" },
        { "1,2,-1", "has the label '-1' in column 3, which is not a whole number from 0 to 65535" },
        { "1,2,1.5", "has the label '1.5' in column 3" },
        { "1,2,65536", "has the label '65536' in column 3" },
        { "1,2,", "has the label '' in column 3" },
        { "1,2", "has 2 columns, not 3" },
        { "1,2,0,4", "has 4 columns, not 3" },
        { "", "is empty" },
        { "   ", "is empty" },
        { "\0\uFFFD", "has the pixel" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void ABadRowIsRefusedByFileAndLine(string row, string reason)
    {
        var path = Write($"0,1,2\n{row}\n0,1,2\n");
        var message = Assert.Throws<InvalidDataException>(() => new CsvImages(path, OneByTwo)).Message;
        Assert.StartsWith($"{path}, line 2: it {reason}", message, StringComparison.Ordinal);
        Assert.Contains("BadDataPolicy.Skip", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadRows))]
    public void ABadRowIsSkippedAndListed(string row, string reason)
    {
        var path = Write($"0,1,2\n{row}\n4,3,0\n");
        using var data = new CsvImages(path, OneByTwo, BadDataPolicy.Skip);
        Assert.Equal([-1, -0.5f, 1, 0.5f], SampleValues.Of(data, [0, 1]));
        Assert.Equal([2, 0], SampleValues.Labels(data));
        var skipped = Assert.Single(data.Skipped);
        Assert.Equal((path, 2), (skipped.Path, skipped.Line));
        Assert.StartsWith(reason, skipped.Reason, StringComparison.Ordinal);
        Assert.StartsWith($"{path}, line 2: it {reason}", skipped.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void IsRefusedWhenNothingIsLeft()
    {
        var path = Write("x,1,2\n1,2\n");
        var message = Assert.Throws<InvalidDataException>(() => new CsvImages(path, OneByTwo, BadDataPolicy.Skip)).Message;
        Assert.Contains($"{path} cannot be used: none of its rows is valid. 2 are not, and the first is {path}, line 1: it has the pixel 'x'", message, StringComparison.Ordinal);
        Assert.Contains("it contains no row", Assert.Throws<InvalidDataException>(() => new CsvImages(Write(""), OneByTwo)).Message, StringComparison.Ordinal);
        Assert.Contains("it contains no row", Assert.Throws<InvalidDataException>(() => new CsvImages(Write("a,b,c\n"), OneByTwo with { HasHeader = true })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelWithoutANameIsBad() =>
        Assert.Contains("line 1: it has the label '2' in column 3, which is not a whole number from 0 to 1", Assert.Throws<InvalidDataException>(() => new CsvImages(Write("0,1,2"), OneByTwo, classes: ["a", "b"])).Message, StringComparison.Ordinal);

    [Fact]
    public void RefusesDamagedGzip()
    {
        var all = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "uci-digits-8x8.csv.gz"));
        all[all.Length / 2] ^= 0x10;
        File.WriteAllBytes(folder.File("changed.gz"), all);
        var exception = Assert.Throws<InvalidDataException>(() => new CsvImages(folder.File("changed.gz"), new CsvFormat(8, 8) { Maximum = 16 }));
        Assert.StartsWith(folder.File("changed.gz"), exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => new CsvImages(folder.File("changed.gz"), new CsvFormat(8, 8) { Maximum = 16 }, BadDataPolicy.Skip));
    }

    [Fact]
    public void RefusesGzipThatEndsAnywhere()
    {
        var path = folder.File("cut.gz");
        var packed = IdxBytes.Gzip(System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 50).Select(i => $"{i % 5},{i % 3},{i}\n"))));
        for (var length = 2; length < packed.Length; length++)
        {
            File.WriteAllBytes(path, packed[..length]);
            Assert.StartsWith(path, Assert.Throws<InvalidDataException>(() => new CsvImages(path, OneByTwo, BadDataPolicy.Skip)).Message, StringComparison.Ordinal);
        }
        File.WriteAllBytes(path, [.. packed, 1, 2, 3]);
        Assert.Contains("followed by other data", Assert.Throws<InvalidDataException>(() => new CsvImages(path, OneByTwo)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, packed);
        using var data = new CsvImages(path, OneByTwo);
        Assert.Equal((50, 50), (data.Count, data.Classes.Count));
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        var path = Write("0,1,2");
        Assert.Throws<FileNotFoundException>(() => new CsvImages(folder.File("none"), OneByTwo));
        Assert.Throws<ArgumentNullException>(() => new CsvImages(path, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvImages(path, OneByTwo, (BadDataPolicy)7));
        Assert.Throws<ArgumentException>(() => new CsvImages(path, OneByTwo with { LabelColumn = null }, classes: ["a"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvFormat(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvFormat(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvFormat(100_000, 100_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneByTwo with { Maximum = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => OneByTwo with { Maximum = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => OneByTwo with { LabelColumn = 3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => OneByTwo with { LabelColumn = ^4 });
        Assert.Throws<ArgumentOutOfRangeException>(() => OneByTwo with { LabelColumn = ^0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => OneByTwo with { Separator = '.' });
    }

    private static int PixelSum(float[] values) => values.Sum(Pixel);

    private static int Pixel(float value) => (int)Math.Round((value + 1) * 8);

    private string Write(string text)
    {
        File.WriteAllText(folder.File("rows.csv"), text);
        return folder.File("rows.csv");
    }

    private sealed class Digits() : CsvImages("data/uci-digits-8x8.csv.gz", new CsvFormat(8, 8) { Maximum = 16 });
}
