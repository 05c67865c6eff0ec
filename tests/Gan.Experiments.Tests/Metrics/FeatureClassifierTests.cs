using System.Text;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class FeatureClassifierTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The recorded accuracy was measured when it was trained; another machine may round a picture or two to another class.
    [Fact]
    public void TheShippedOneIsAsAccurateAsItSays()
    {
        using var data = new FashionMnist();
        using var classifier = FeatureClassifier.FashionMnist();
        var training = classifier.Training;
        Assert.Equal((8000, 2000, 10, "classifier of FashionMnist"), (training.Trained, training.HeldOut, training.Classes.Count, classifier.Name));
        Assert.Equal(training.Accuracy, classifier.Accuracy(data, [.. Enumerable.Range(8000, 2000)]), 0.002);
        Assert.InRange(training.Accuracy, 0.88, 1);
        // Mirrored and shifted or not, what it was trained on it knows better.
        Assert.InRange(classifier.Accuracy(data, [.. Enumerable.Range(0, 2000)]), training.Accuracy, 1);
    }

    [Fact]
    public void TheShippedOneIsSmall()
    {
        using var stream = typeof(FeatureClassifier).Assembly.GetManifestResourceStream("Gan.Experiments.FashionMnist.safetensors");
        Assert.InRange(stream!.Length, 1, 400_000);
    }

    [Fact]
    public void AnImagesFeaturesDoNotDependOnItsBatch()
    {
        using var scope = NewDisposeScope();
        using var data = new FashionMnist();
        using var classifier = FeatureClassifier.FashionMnist();
        var samples = data.Samples([.. Enumerable.Range(0, 300)]);
        var all = classifier.Of(samples);
        Assert.Equal([300, 64], all.shape);
        Assert.False(all.requires_grad);
        var alone = classifier.Of(samples.narrow(0, 290, 1));
        Assert.InRange(all.narrow(0, 290, 1).sub(alone).abs().max().item<float>(), 0, 1e-4f);
        Assert.Equal([300, 10], classifier.Logits(all).shape);
    }

    [Fact]
    public void DrawsNoRandomNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = rand(4).data<float>().ToArray();
        manual_seed(3);
        using var classifier = FeatureClassifier.FashionMnist();
        classifier.Of(zeros(2, 1, 28, 28));
        Assert.Equal(expected, rand(4).data<float>().ToArray());
    }

    [Fact]
    public void WhatIsSavedIsReadBack()
    {
        using var scope = NewDisposeScope();
        using var classifier = FeatureClassifier.FashionMnist();
        classifier.Save(folder.File("a"));
        using var again = FeatureClassifier.Load(folder.File("a"));
        var images = rand(3, 1, 28, 28);
        Assert.Equal(classifier.Of(images).data<float>().ToArray(), again.Of(images).data<float>().ToArray());
        Assert.Equal(classifier.Training with { Classes = [] }, again.Training with { Classes = [] }, (a, b) => (a.Data, a.Trained, a.HeldOut, a.Accuracy, a.Options) == (b.Data, b.Trained, b.HeldOut, b.Accuracy, b.Options));
        Assert.Equal(classifier.Classes, again.Classes);
        again.Save(folder.File("b"));
        Assert.Equal(File.ReadAllBytes(folder.File("a")), File.ReadAllBytes(folder.File("b")));
    }

    [Fact]
    public void DamageIsFound()
    {
        using (var classifier = FeatureClassifier.FashionMnist())
            classifier.Save(folder.File("good"));
        var good = File.ReadAllBytes(folder.File("good"));
        Refuses("0 bytes", []);
        Refuses("holds", good[..100]);
        Refuses("checksum", good[..^1]);
        Refuses("checksum", [.. good[..^1], (byte)(good[^1] ^ 1)]);
        Refuses("checksum", Replaced(good, "Classes", "Glasses"));
        Refuses("checksum", [2, 0, 0, 0, 0, 0, 0, 0, .. "{}"u8]);
        Assert.Throws<FileNotFoundException>(() => FeatureClassifier.Load(folder.File("none")));
        Assert.Throws<ArgumentException>(() => FeatureClassifier.Load(" "));
    }

    // Whole files, but of something else.
    [Fact]
    public void AnothersFileIsRefused()
    {
        using var scope = NewDisposeScope();
        using var shipped = FeatureClassifier.FashionMnist();
        shipped.Save(folder.File("good"));
        using var file = Safetensors.Read(folder.File("good"));
        var training = file.Metadata["training"];
        byte[] Made(string? record, string renamed = "")
        {
            using var stream = new FileStream(folder.File("made"), FileMode.Create);
            var texts = new Dictionary<string, string> { ["sha256"] = CheckpointDigest.Blank };
            if (record is not null)
                texts["training"] = record;
            Safetensors.Write(stream, file.Tensors.ToDictionary(tensor => tensor.Key + renamed, tensor => tensor.Value), texts);
            CheckpointDigest.Seal(stream, "made");
            stream.Close();
            return File.ReadAllBytes(folder.File("made"));
        }
        File.WriteAllBytes(folder.File("again"), Made(training));
        FeatureClassifier.Load(folder.File("again")).Dispose();
        Refuses("another network", Made(training, "x"), parametersMade: 10);
        Refuses("another network", Made(training.Replace(",\"ankle boot\"", "", StringComparison.Ordinal)), parametersMade: 10);
        Refuses("training record", Made(null));
        Refuses("training record", Made("{"));
        Refuses("training record", Made("null"));
        Refuses("training record", Made("{}"));
        Refuses("training record is wrong", Made(training.Replace("\"Epochs\":30", "\"Epochs\":0", StringComparison.Ordinal)));
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        using var scope = NewDisposeScope();
        using var classifier = FeatureClassifier.FashionMnist();
        using var ring = new GaussianMixture(GaussianMixture.Ring(), 0.1, 10);
        Assert.Throws<ArgumentNullException>(() => classifier.Of(null!));
        Assert.Contains("[n, 1, 28, 28]", Assert.Throws<ArgumentException>(() => classifier.Of(zeros(2, 1, 32, 32))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => classifier.Of(zeros(0, 1, 28, 28)));
        Assert.Throws<ArgumentException>(() => classifier.Logits(zeros(2, 63)));
        Assert.Throws<ArgumentException>(() => classifier.Accuracy(ring, [0]));
        Assert.Throws<ArgumentException>(() => classifier.Accuracy(new TableData([[1, 2]]), [0]));
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var images = zeros(2, 1, 28, 28);
        void Use()
        {
            using var classifier = FeatureClassifier.FashionMnist();
            using var features = classifier.Of(images);
            using var logits = classifier.Logits(features);
        }
        Live.AssertUnchanged(Use, parametersMade: 10);
    }

    private void Refuses(string message, byte[] file, int parametersMade = 0)
    {
        File.WriteAllBytes(folder.File("bad"), file);
        var live = Tensor.TotalCount;
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => FeatureClassifier.Load(folder.File("bad"))).Message, StringComparison.Ordinal);
        Assert.Equal(live + parametersMade, Tensor.TotalCount);      // see Live
    }

    /// <summary>Replaces the first place of a text by another of the same length.</summary>
    private static byte[] Replaced(byte[] file, string old, string by)
    {
        var at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(old));
        Assert.InRange(at, 0, file.Length);
        return [.. file[..at], .. Encoding.UTF8.GetBytes(by), .. file[(at + old.Length)..]];
    }
}
