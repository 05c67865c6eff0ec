using Gan.Experiments.Data.Memory;
using Gan.Experiments.Metrics.Training;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class ClassifierTrainingTests
{
    private const int Pixels = 28 * 28;

    private static readonly ClassifierTrainingOptions Short = new() { Epochs = 2, BatchSize = 16 };

    [Fact]
    public void LearnsToTellStripes()
    {
        var epochs = new List<ClassifierEpoch>();
        using var classifier = ClassifierTraining.Train(Stripes(200), Short with { Epochs = 4 }, epochs.Add);
        Assert.Equal([1, 2, 3, 4], epochs.Select(epoch => epoch.Epoch));
        Assert.True(epochs[^1].Loss < epochs[0].Loss / 2, $"{epochs[0].Loss} fell to {epochs[^1].Loss}");
        Assert.InRange(classifier.Training.Accuracy, 0.95, 1);
        Assert.Equal(epochs[^1].Accuracy, classifier.Training.Accuracy);
        Assert.Equal((160, 40, "Table"), (classifier.Training.Trained, classifier.Training.HeldOut, classifier.Training.Data));
    }

    [Fact]
    public void TheSeedAloneMakesTheWeights()
    {
        float[] Features(long seed)
        {
            using var scope = NewDisposeScope();
            using var classifier = ClassifierTraining.Train(Stripes(40), Short with { Seed = seed });
            return classifier.Of(linspace(-1, 1, Pixels).reshape(1, 1, 28, 28)).data<float>().ToArray();
        }
        Assert.Equal(Features(1), Features(1));
        Assert.NotEqual(Features(1), Features(2));
    }

    [Fact]
    public void KeepsTorchsRandomNumbersAndThreads()
    {
        using var scope = NewDisposeScope();
        var threads = get_num_threads();
        manual_seed(3);
        var expected = rand(4).data<float>().ToArray();
        manual_seed(3);
        ClassifierTraining.Train(Stripes(40), Short).Dispose();
        Assert.Equal(expected, rand(4).data<float>().ToArray());
        Assert.Equal(threads, get_num_threads());
    }

    [Fact]
    public void ImagesAreMirroredAndShifted()
    {
        // 3×3 with marks in two corners. What is expected was written down by hand.
        float[] image = [1, 0, 0, 0, 0, 0, 0, 0, 0.5f];
        var seen = new HashSet<string>();
        var random = new CounterRandom(1, 1);
        for (var i = 0; i < 2000; i++)
        {
            var target = new float[9];
            Augmentation.Write(image, target, 3, 1, ref random);
            seen.Add(string.Join(' ', target));
        }
        // Two mirrorings times nine shifts, all different.
        Assert.Equal(18, seen.Count);
        Assert.Contains("1 0 0 0 0 0 0 0 0.5", seen);
        Assert.Contains("0 0 1 0 0 0 0.5 0 0", seen);
        Assert.Contains("-1 -1 -1 -1 1 0 -1 0 0", seen);
        Assert.Contains("0 0 -1 0 0.5 -1 -1 -1 -1", seen);
        Assert.Contains("0 0 -1 0 0 -1 -1 -1 -1", seen);
    }

    [Fact]
    public void WithoutShiftsOnlyMirroringIsLeft()
    {
        var random = new CounterRandom(1, 1);
        var mirrored = 0;
        for (var i = 0; i < 1000; i++)
        {
            var target = new float[4];
            Augmentation.Write([1, 2, 3, 4], target, 2, 0, ref random);
            Assert.True(target is [1, 2, 3, 4] or [2, 1, 4, 3]);
            mirrored += target[0] == 2 ? 1 : 0;
        }
        Assert.InRange(mirrored, 500 - 80, 500 + 80);     // five standard deviations
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        Assert.Throws<ArgumentNullException>(() => ClassifierTraining.Train(null!));
        Assert.Contains("[1, 28, 28]", Assert.Throws<ArgumentException>(() => ClassifierTraining.Train(new Digits())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ClassifierTraining.Train(new TableData([new double[Pixels]], [1, 28, 28])));
        Assert.Contains("too few", Assert.Throws<ArgumentException>(() => ClassifierTraining.Train(Stripes(2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Short with { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Short with { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Short with { LearningRate = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Short with { WeightDecay = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Short with { HeldOut = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Short with { Shift = 15 });
        Assert.Contains("lower learning rate", Assert.Throws<InvalidOperationException>(() => ClassifierTraining.Train(Stripes(40), Short with { LearningRate = 1e15 })).Message, StringComparison.Ordinal);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => ClassifierTraining.Train(Stripes(40), stop: stopped.Token));
    }

    [Fact]
    public void LeavesNoTensorBehind() => Live.AssertUnchanged(() => ClassifierTraining.Train(Stripes(40), Short).Dispose(), parametersMade: 10);

    /// <summary>Horizontal stripes of class 0, vertical ones of class 1, at four places, in noise.</summary>
    private static TableData Stripes(int count)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, Pixels)
            .Select(pixel => (((i % 2 == 0 ? pixel / 28 : pixel % 28) + (i / 2)) % 4 < 2 ? 0.7 : -0.7) + (0.3 * ((2 * random.NextDouble()) - 1))).ToArray());
        return new([.. rows], [1, 28, 28], [.. Enumerable.Range(0, count).Select(i => i % 2)]);
    }
}
