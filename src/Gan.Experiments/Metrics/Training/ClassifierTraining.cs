using System.Runtime.InteropServices;
using Gan.Experiments.Data.Batches;
using Gan.Experiments.Data.Memory;
using Gan.Experiments.Metrics.Features;
using Gan.Experiments.Metrics.Training;
using Gan.Experiments.Training;
using Gan.Runtime;
using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Trains a <see cref="FeatureClassifier"/> with the cross entropy, <see cref="FusedAdamW"/>, and mirrored and shifted images.
/// </summary>
/// <remarks>The training uses one thread, so that the same seed gives the same weights on the same machine.</remarks>
public static class ClassifierTraining
{
    // The streams of weights and augmentation, beside the order's epochs.
    private const ulong Weights = ulong.MaxValue - 1;
    private const ulong Shifts = ulong.MaxValue - 2;

    /// <summary>Trains a classifier on the first samples of a data set and measures its accuracy on the others.</summary>
    /// <param name="data">A data set of labelled grey 28×28 images with at least 2 classes, in an order in which both parts have samples of every class.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="progress">A function that is called after each epoch, or null.</param>
    /// <param name="stop">A token that cancels the training.</param>
    /// <returns>The classifier with its training record. The caller disposes it.</returns>
    /// <exception cref="ArgumentNullException">The data set is null.</exception>
    /// <exception cref="ArgumentException">The samples have another shape, there are fewer than 2 classes, or there are too few samples for both parts.</exception>
    /// <exception cref="InvalidOperationException">The data set returned a tensor that contradicts its description, or the training diverged.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static FeatureClassifier Train(GanData data, ClassifierTrainingOptions? options = null, Action<ClassifierEpoch>? progress = null, CancellationToken stop = default)
    {
        Ranges.NotNull(data, nameof(data));
        options ??= new();
        if (!data.SampleShape.SequenceEqual(ClassifierNet.SampleShape) || data.Classes.Count < 2)
            throw new ArgumentException($"{data.Name} has samples [{string.Join(", ", data.SampleShape)}] of {data.Classes.Count} classes: a classifier needs samples [1, 28, 28] of at least 2 classes.", nameof(data));
        var heldOut = (int)Math.Round(options.HeldOut * data.Count);
        if (heldOut < 1 || heldOut >= data.Count)
            throw new ArgumentException(FormattableString.Invariant($"{data.Name} has {data.Count} samples: too few to train on some and hold out {options.HeldOut:P0}."), nameof(data));
        using var threads = new KeptThreads(1);
        return Run(data, data.Count - heldOut, options, progress, stop);
    }

    private static FeatureClassifier Run(GanData data, int trained, ClassifierTrainingOptions options, Action<ClassifierEpoch>? progress, CancellationToken stop)
    {
        var (images, labels) = Load(data, trained);
        int[] heldOut = [.. Enumerable.Range(trained, data.Count - trained)];
        var net = new ClassifierNet(data.Classes.Count);
        try
        {
            using (var random = new Generator(Seed(options, Weights), CPU))
                net.Initialise(random);
            using var optimizer = new FusedAdamW(net.parameters(), options.LearningRate, weight_decay: options.WeightDecay);
            var order = new BatchOrder(options.Seed, Math.Min(options.BatchSize, trained), trained);
            var perEpoch = (trained + order.Batch - 1) / order.Batch;
            var shifts = new CounterRandom(options.Seed, Shifts);
            FeatureClassifier Now(double accuracy) => new(net, new(data.Name, [.. data.Classes], trained, heldOut.Length, accuracy, options));
            var measured = 0.0;
            for (var epoch = 0; epoch < options.Epochs; epoch++)
            {
                var loss = 0.0;
                for (var step = (long)epoch * perEpoch; step < (epoch + 1L) * perEpoch; step++)
                {
                    stop.ThrowIfCancellationRequested();
                    var rate = options.LearningRate * (1 + Math.Cos(Math.PI * step / (options.Epochs * (double)perEpoch))) / 2;
                    foreach (var group in optimizer.ParamGroups)
                        group.LearningRate = rate;
                    loss += Step(net, optimizer, images, labels, order.At(step), options.Shift, ref shifts) / perEpoch;
                }
                if (!double.IsFinite(loss))
                    throw new InvalidOperationException(FormattableString.Invariant($"The training diverged in epoch {epoch + 1}: its loss is {loss}. Use a lower learning rate than {options.LearningRate}."));
                measured = Now(0).Accuracy(data, heldOut);
                progress?.Invoke(new(epoch + 1, loss, measured));
            }
            return Now(measured);
        }
        catch
        {
            net.Dispose();
            throw;
        }
    }

    private static ulong Seed(ClassifierTrainingOptions options, ulong stream)
    {
        var random = new CounterRandom(options.Seed, stream);
        return (ulong)random.Below(int.MaxValue);
    }

    private static (float[] Images, long[] Labels) Load(GanData data, int trained)
    {
        using var scope = NewDisposeScope();
        var (samples, labels) = SampleChecks.Read(data, [.. Enumerable.Range(0, trained)]);
        return (samples.data<float>().ToArray(), labels!.data<long>().ToArray());
    }

    private static double Step(ClassifierNet net, FusedAdamW optimizer, float[] images, long[] labels, int[] indices, int shift, ref CounterRandom shifts)
    {
        using var scope = NewDisposeScope();
        var batch = empty([indices.Length, .. ClassifierNet.SampleShape], ScalarType.Float32);
        var pixels = MemoryMarshal.Cast<byte, float>(batch.bytes);
        var size = pixels.Length / indices.Length;
        for (var i = 0; i < indices.Length; i++)
            Augmentation.Write(images.AsSpan(indices[i] * size, size), pixels.Slice(i * size, size), (int)ClassifierNet.SampleShape[2], shift, ref shifts);
        optimizer.zero_grad();
        var loss = nn.functional.cross_entropy(net.forward(batch), tensor(Array.ConvertAll(indices, index => labels[index])));
        loss.backward();
        optimizer.step();
        return loss.ToDouble();
    }
}
