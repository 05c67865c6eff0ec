using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Data;
using Gan.Experiments.Metrics.Features;
using Gan.Experiments.Metrics.Measures;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// A small convolutional classifier of grey 28×28 images, float [n, 1, 28, 28] in [-1, 1], whose last hidden layer gives 64 features: what Inception is to large pictures, for small ones.
/// </summary>
/// <remarks>
/// One for Fashion-MNIST is shipped: <see cref="FashionMnist"/>. <see cref="ClassifierTraining"/> makes them, and <c>tools/TrainClassifier</c> from the command line. In use it draws no random numbers.
/// </remarks>
public sealed class FeatureClassifier : IClassifier
{
    private const string Shipped = "Gan.Experiments.FashionMnist.safetensors";
    private const int Block = 250;

    private readonly ClassifierNet net;

    internal FeatureClassifier(ClassifierNet net, ClassifierTrainingRecord training) => (this.net, Training) = (net, training);

    /// <summary>How it was trained, and its measured accuracy.</summary>
    public ClassifierTrainingRecord Training { get; }

    /// <inheritdoc/>
    public string Name => $"classifier of {Training.Data}";

    /// <inheritdoc/>
    public int Size => ClassifierNet.Features;

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Training.Classes;

    /// <summary>The shape of the samples it is made for, without the batch dimension.</summary>
    public static IReadOnlyList<long> SampleShape => ClassifierNet.SampleShape;

    /// <summary>The classifier that is shipped. Its accuracy on the 2,000 pictures that were held out is in <see cref="Training"/>.</summary>
    /// <returns>The classifier; dispose it.</returns>
    public static FeatureClassifier FashionMnist()
    {
        using var stream = typeof(FeatureClassifier).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidDataException($"The assembly lacks its resource {Shipped}.");
        return ClassifierFile.Read(stream, Shipped);
    }

    /// <summary>Reads a classifier that was saved.</summary>
    /// <param name="path">The file. A relative path is taken from the program's folder first, then from the current folder.</param>
    /// <returns>The classifier; dispose it.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="FileNotFoundException">There is no such file; the message says where it was looked for.</exception>
    /// <exception cref="InvalidDataException">It is not a classifier's file, or it is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FeatureClassifier Load(string path)
    {
        var found = DataPath.OfFile(path, nameof(path));
        using var stream = File.OpenRead(found);
        return ClassifierFile.Read(stream, found);
    }

    /// <summary>Saves the classifier in the <see cref="Safetensors"/> format, with its training record and a checksum.</summary>
    /// <param name="path">The file; it is replaced if it is there. A relative path is taken from the current folder, where <see cref="Load"/> looks in the program's folder first: an older file of that name there is what it reads.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ClassifierFile.Write(path, net, Training);
    }

    /// <inheritdoc/>
    public Tensor Of(Tensor samples)
    {
        SampleChecks.HaveShape(samples, SampleShape, nameof(samples));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var images = samples.detach().to(CPU).to(ScalarType.Float32);
        return cat([.. images.split(Block).Select(net.FeaturesOf)]).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor Logits(Tensor features)
    {
        SampleChecks.HaveShape(features, [Size], nameof(features));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        return net.Logits(features.detach().to(CPU).to(ScalarType.Float32)).MoveToOuterDisposeScope();
    }

    /// <summary>The share of samples whose class is right.</summary>
    /// <param name="data">A labelled data set of such samples.</param>
    /// <param name="indices">Which samples, at least one.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentException">The data set is null, has other samples or no classes, or there are no indices.</exception>
    /// <exception cref="InvalidOperationException">The data set broke its contract.</exception>
    public double Accuracy(GanData data, ReadOnlySpan<int> indices)
    {
        Ranges.NotNull(data, nameof(data));
        if (data.Classes.Count == 0)
            throw new ArgumentException($"{data.Name} has no classes to compare with.", nameof(data));
        using var scope = NewDisposeScope();
        var (samples, labels) = SampleChecks.Read(data, indices);
        return FeatureTable.Share(Logits(Of(samples)).argmax(1).eq(labels!));
    }

    /// <summary>Frees it.</summary>
    public void Dispose() => net.Dispose();
}
