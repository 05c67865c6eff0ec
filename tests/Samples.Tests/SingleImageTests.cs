using System.Globalization;
using System.Text.RegularExpressions;

namespace Samples.Tests;

public sealed partial class SingleImageTests
{
    private static readonly (int Width, int Height)[] s_scales = [(30, 20), (40, 27), (54, 36), (72, 48)];

    [Fact]
    public void ARunWritesItsPicturesAndNumbers()
    {
        using var folder = new TemporaryFolder();
        var (code, output, errors) = Sample.Listen("SingleImage", "--steps", "2", "--out", folder.File("run"));
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(["reconstruction.png", "samples-1.png", "samples-2.png", "samples-3.png", "samples-4.png", "scales.csv"], Directory.GetFiles(folder.File("run")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        // Pictures four times as large, with 2 pixels around each.
        foreach (var (i, (width, height)) in s_scales.Index())
            Assert.Equal(Grid(width, height, columns: 3, rows: 3), Picture.SizeOf(folder.File($"run/samples-{i + 1}.png")));
        Assert.Equal(Grid(72, 48, columns: 2, rows: 1), Picture.SizeOf(folder.File("run/reconstruction.png")));

        var scales = Scales(folder.File("run"));
        Assert.Equal(s_scales, scales.Select(static scale => ((int)scale["width"], (int)scale["height"])));
        Assert.Equal([1.0, 2, 3, 4], scales.Select(static scale => scale["scale"]));
        Assert.Equal(1, scales[0]["noise_amplitude"]);
        Assert.Contains($"reconstruction RMSE {scales[^1]["reconstruction_rmse"].ToString("f4", CultureInfo.InvariantCulture)}", output, StringComparison.Ordinal);
    }

    // Rounding differs from CPU to CPU, and an adversarial game enlarges it: a later scale's error at one step says nothing of another's, its result does.
    [Fact]
    public void TheReconstructionGetsBetter()
    {
        using var folder = new TemporaryFolder();
        var (code, output, _) = Sample.Listen("SingleImage", "--steps", "60", "--out", folder.File("long"));
        Assert.Equal(0, code);
        var errors = Errors().Matches(output).Select(static match => (Scale: match.Groups[1].Value, Rmse: double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))).ToLookup(static line => line.Scale, static line => line.Rmse);
        Assert.Equal(["1", "2", "3", "4"], errors.Select(static scale => scale.Key));
        Assert.True(errors["1"].Last() < 0.7 * errors["1"].First(), string.Join(", ", errors["1"]));

        Assert.Equal(0, Sample.Run("SingleImage", "--steps", "1", "--out", folder.File("short")));
        var (trained, hardly) = (Scales(folder.File("long")), Scales(folder.File("short")));
        Assert.All(trained.Zip(hardly), static pair => Assert.InRange(pair.First["reconstruction_rmse"], 0, pair.Second["reconstruction_rmse"] / 2));
        // The noise of a scale is a tenth of the error that enlarging the coarser reconstruction leaves: it falls as that gets better, and the scale leaves less.
        Assert.All(trained.Skip(1).Zip(hardly.Skip(1)), static pair => Assert.InRange(pair.First["noise_amplitude"], 0, pair.Second["noise_amplitude"] / 2));
        Assert.All(trained.Skip(1), static scale => Assert.InRange(scale["reconstruction_rmse"], 0, 10 * scale["noise_amplitude"]));
    }

    [Fact]
    public void TheSeedMakesTheRun()
    {
        using var folder = new TemporaryFolder();
        string[] Bytes(string name, string seed)
        {
            Assert.Equal(0, Sample.Run("SingleImage", "--steps", "2", "--seed", seed, "--out", folder.File(name)));
            return [.. Directory.GetFiles(folder.File(name)).Order(StringComparer.Ordinal).Select(static path => Convert.ToHexString(File.ReadAllBytes(path)))];
        }
        var first = Bytes("a", "1");
        Assert.Equal(first, Bytes("b", "1"));
        Assert.NotEqual(first, Bytes("c", "2"));
    }

    [Theory]
    [InlineData("--steps takes a number from 1 to 1000000, not '0'", "--steps", "0")]
    [InlineData("--seed takes a number from 0 to 2147483647, not '-1'", "--seed", "-1")]
    [InlineData("--seed takes a number from 0 to 2147483647, not '+1'", "--seed", "+1")]
    [InlineData("--out takes a folder, not an empty name", "--out", "")]
    [InlineData("--out takes a folder, not an empty name", "--out", " ")]
    [InlineData("'--scales'", "--scales")]
    public void WrongOptionsAreRefused(string message, params string[] arguments)
    {
        var (code, _, errors) = Sample.Listen("SingleImage", arguments);
        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    private static (int Width, int Height) Grid(int width, int height, int columns, int rows) => ((columns * ((4 * width) + 2)) + 2, (rows * ((4 * height) + 2)) + 2);

    private static Dictionary<string, double>[] Scales(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "scales.csv"));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(static cell => cell.First, static cell => double.Parse(cell.Second, CultureInfo.InvariantCulture)))];
    }

    [GeneratedRegex(@"scale (\d)/4 .* RMSE ([0-9.]+) ")]
    private static partial Regex Errors();
}
