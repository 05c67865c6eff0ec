using System.Globalization;
using System.Text.RegularExpressions;
using Gan.Experiments.Tests.Data;
using Gan.Experiments.Tests.Support;
using TrainClassifier;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

/// <summary>The command that makes the shipped classifier, on pictures of a test's own.</summary>
public sealed class TrainClassifierTests : IDisposable
{
    private const int Count = 60, Side = 28;

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new(), errors = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public void TrainsOnAFolderAndSaysTheAccuracy()
    {
        WriteSet("train");
        WriteSet("t10k");
        Assert.Equal(0, Run("--data", folder.Path, "--epochs", "3", "--out", folder.File("new/mine")));
        Assert.Equal("", errors.ToString());
        using var scope = NewDisposeScope();
        using var data = new IdxImages(folder.File("train-images-idx3-ubyte.gz"), folder.File("train-labels-idx1-ubyte"));
        using var classifier = FeatureClassifier.Load(folder.File("new/mine"));
        // The last fifth is held out. Its accuracy, counted by hand.
        int[] heldOut = [.. Enumerable.Range(Count - (Count / 5), Count / 5)];
        var seen = classifier.Logits(classifier.Of(data.Samples(heldOut))).argmax(1).data<long>().ToArray();
        var accuracy = heldOut.Zip(seen).Count(pair => pair.First % 2 == pair.Second) / (double)heldOut.Length;
        Assert.Equal([1, 2, 3], Regex.Matches(output.ToString(), @"epoch (\d)/3 ").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.Contains($"accuracy {accuracy.ToString("f4", CultureInfo.InvariantCulture)} on the 12 held-out of 60 pictures", output.ToString(), StringComparison.Ordinal);
        Assert.Equal((accuracy, "train-images-idx3-ubyte.gz", 3), (classifier.Training.Accuracy, classifier.Training.Data, classifier.Training.Options.Epochs));
    }

    [Fact]
    public void TheSameSeedGivesTheSameFile()
    {
        WriteSet("own");
        byte[] Bytes(string seed)
        {
            Assert.Equal(0, Run("--data", folder.Path, "--epochs", "1", "--seed", seed, "--out", folder.File("weights")));
            return File.ReadAllBytes(folder.File("weights"));
        }
        var first = Bytes("1");
        Assert.Equal(first, Bytes("1"));
        Assert.NotEqual(first, Bytes("2"));
    }

    [Fact]
    public void WithoutAFolderItIsTheShippedSet()
    {
        using var data = new TrainClassifier.FashionMnist();
        using var shipped = FeatureClassifier.FashionMnist();
        Assert.Equal((shipped.Training.Data, shipped.Training.Trained + shipped.Training.HeldOut), (data.Name, data.Count));
        Assert.Equal(shipped.Classes, data.Classes);
        Assert.Equal(new ClassifierTrainingOptions(), shipped.Training.Options);
        var expected = $"epoch 1/{shipped.Training.Options.Epochs} ";
        using var stop = new CancellationTokenSource();
        using var first = new CancelAfter(stop, expected);
        Assert.Equal(130, CommandLine.Run(["--out", folder.File("weights")], first, errors, stop.Token));
        Assert.True(first.Seen);
        Assert.False(File.Exists(folder.File("weights")));
        Assert.Contains("no file was written", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--epochs takes a number of 1 or more, not '0'", "--epochs", "0")]
    [InlineData(2, "--seed takes a number of 0 or more, not 'x'", "--seed", "x")]
    [InlineData(2, "Unrecognized command or argument 'more'", "more")]
    [InlineData(1, "no-folder", "--data", "no-folder")]
    [InlineData(2, "--out takes a file for the weights, not an empty name", "--out", "")]
    [InlineData(2, "--out takes a file for the weights, not an empty name", "--out", "  ")]
    [InlineData(2, "--out takes a file for the weights, not the folder '.'", "--out", ".")]
    [InlineData(2, "not the folder 'new/'", "--out", "new/")]
    public void WrongOptionsAreRefused(int code, string message, params string[] arguments)
    {
        Assert.Equal(code, Run(arguments));
        Assert.Contains(message, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsSaidBeforeTheTraining()
    {
        WriteSet("own");
        File.WriteAllText(folder.File("a-file"), "");
        Assert.Equal(1, Run("--data", folder.Path, "--epochs", "1", "--out", folder.File("a-file/weights")));
        Assert.Contains("a-file", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void AnOlderFileStaysAndNothingElseIsLeft()
    {
        File.WriteAllText(folder.File("older"), "weights");
        Assert.Equal(1, Run("--data", folder.Path, "--out", folder.File("older")));
        Assert.Equal("weights", File.ReadAllText(folder.File("older")));
        Assert.Equal(["older"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void PlainAndZippedAreOneSet()
    {
        WriteSet("own");
        using (var plain = File.Create(folder.File("own-images-idx3-ubyte")))
        using (var zipped = new System.IO.Compression.GZipStream(File.OpenRead(folder.File("own-images-idx3-ubyte.gz")), System.IO.Compression.CompressionMode.Decompress))
            zipped.CopyTo(plain);
        Assert.Equal(0, Run("--data", folder.Path, "--epochs", "1", "--out", folder.File("weights")));
        using var classifier = FeatureClassifier.Load(folder.File("weights"));
        Assert.Equal("own-images-idx3-ubyte", classifier.Training.Data);
    }

    [Fact]
    public void WhatIsMissingInAFolderIsSaid()
    {
        Refuses("no file NAME-images-idx3-ubyte");
        WriteSet("a");
        WriteSet("b");
        Refuses("2 sets, a-images-idx3-ubyte.gz, b-images-idx3-ubyte.gz");
        File.Delete(folder.File("a-images-idx3-ubyte.gz"));
        File.Delete(folder.File("b-labels-idx1-ubyte"));
        Refuses("no b-labels-idx1-ubyte");

        void Refuses(string message)
        {
            Assert.Equal(1, Run("--data", folder.Path));
            Assert.Contains(message, errors.ToString(), StringComparison.Ordinal);
        }
    }

    private int Run(params string[] arguments) => CommandLine.Run(arguments, output, errors, CancellationToken.None);

    /// <summary>Pictures of a bright left half, of class 0, and of a bright right half, of class 1, in noise.</summary>
    private void WriteSet(string name)
    {
        var random = new Random(1);
        var pixels = Enumerable.Range(0, Count * Side * Side).Select(i => (byte)((i % Side < Side / 2 == (i / (Side * Side) % 2 == 0) ? 150 : 50) + random.Next(50)));
        File.WriteAllBytes(folder.File($"{name}-images-idx3-ubyte.gz"), IdxBytes.Gzip(IdxBytes.Of([IdxBytes.ImagesMagic, Count, Side, Side], [.. pixels])));
        File.WriteAllBytes(folder.File($"{name}-labels-idx1-ubyte"), IdxBytes.Of([IdxBytes.LabelsMagic, Count], [.. Enumerable.Range(0, Count).Select(i => (byte)(i % 2))]));
    }

    /// <summary>Stops the training at the line that begins with a text.</summary>
    private sealed class CancelAfter(CancellationTokenSource stop, string text) : StringWriter(CultureInfo.InvariantCulture)
    {
        public bool Seen { get; private set; }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Seen |= value!.StartsWith(text, StringComparison.Ordinal);
            stop.Cancel();
        }
    }
}
