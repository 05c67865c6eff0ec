using Gan.Experiments.Data;
using Gan.Experiments.Metrics.Features;
using Gan.Experiments.Metrics.Measures;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments;

/// <summary>
/// Represents a small convolutional classifier of grey 28×28 images, floating-point tensors of shape [n, 1, 28, 28] in [-1, 1]. Its last hidden layer has 64 features, by which metrics compare samples.
/// </summary>
/// <remarks>
/// <see cref="FashionMnist"/> is a trained classifier that comes with the library. To train another one, use <see cref="ClassifierTraining"/>, or <c>tools/TrainClassifier</c> on the command line.
/// A trained classifier does not use random numbers.
/// </remarks>
public sealed class FeatureClassifier : IClassifier
{
    private const string Shipped = "Gan.Experiments.FashionMnist.safetensors";
    private const int Block = 250;

    private readonly ClassifierNet net;

    internal FeatureClassifier(ClassifierNet net, ClassifierTrainingRecord training) => (this.net, Training) = (net, training);

    /// <summary>Gets the record of the training, with the measured accuracy.</summary>
    public ClassifierTrainingRecord Training { get; }

    /// <inheritdoc/>
    public string Name => $"classifier of {Training.Data}";

    /// <inheritdoc/>
    public int Size => ClassifierNet.Features;

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes => Training.Classes;

    /// <summary>Gets the shape [1, 28, 28] of a sample, without the batch dimension.</summary>
    public static IReadOnlyList<long> SampleShape => ClassifierNet.SampleShape;

    /// <summary>Loads the classifier of Fashion-MNIST that comes with the library. <see cref="Training"/> has its accuracy on 2,000 held-out images.</summary>
    /// <returns>The classifier, which the caller disposes.</returns>
    public static FeatureClassifier FashionMnist()
    {
        using var stream = typeof(FeatureClassifier).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidDataException($"The assembly lacks its resource {Shipped}.");
        return ClassifierFile.Read(stream, Shipped);
    }

    /// <summary>Loads a saved classifier.</summary>
    /// <param name="path">The path of the file. A relative path is searched in the folder of the program first, then in the current folder.</param>
    /// <returns>The classifier, which the caller disposes.</returns>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    /// <exception cref="FileNotFoundException">The file does not exist. The message states where it was searched.</exception>
    /// <exception cref="InvalidDataException">The file is not the file of a classifier, or is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FeatureClassifier Load(string path)
    {
        var found = DataPath.OfFile(path, nameof(path));
        using var stream = File.OpenRead(found);
        return ClassifierFile.Read(stream, found);
    }

    /// <summary>Saves the classifier in the safetensors format, with its training record and a checksum.</summary>
    /// <remarks>A relative path is resolved in the current folder, but <see cref="Load"/> searches the folder of the program first and can find an older file there.</remarks>
    /// <param name="path">The path of the file, which is replaced if it exists.</param>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
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

    /// <summary>Computes the accuracy on samples of a data set.</summary>
    /// <param name="data">A labelled data set of grey 28×28 images.</param>
    /// <param name="indices">The indices of one or more samples.</param>
    /// <returns>The share of samples that are classified correctly, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">The data set is null or has other samples or no classes, or there are no indices.</exception>
    /// <exception cref="InvalidOperationException">The data set returned samples or labels that contradict its description.</exception>
    public double Accuracy(GanData data, ReadOnlySpan<int> indices)
    {
        Ranges.NotNull(data, nameof(data));
        if (data.Classes.Count == 0)
            throw new ArgumentException($"{data.Name} has no classes to compare with.", nameof(data));
        using var scope = NewDisposeScope();
        var (samples, labels) = SampleChecks.Read(data, indices);
        return FeatureTable.Share(Logits(Of(samples)).argmax(1).eq(labels!));
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => net.Dispose();
}
