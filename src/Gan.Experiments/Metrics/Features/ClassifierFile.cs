using System.Text.Json;
using Gan.Experiments.Checkpoints;
using Gan.Experiments.Checkpoints.State;
using Gan.Experiments.Checkpoints.TensorFiles;
using Gan.Experiments.Data.Memory;
using Gan.Experiments.Files;
using Gan.Runtime.Modules;

namespace Gan.Experiments.Metrics.Features;

/// <summary>The file of a classifier: its weights in the <see cref="Safetensors"/> format, with the training record and a checksum in the metadata.</summary>
internal static class ClassifierFile
{
    private const string Training = "training";

    public static void Write(string path, ClassifierNet net, ClassifierTrainingRecord training) => AtomicFile.Write(path, stream =>
    {
        var texts = new Dictionary<string, string> { [Training] = JsonSerializer.Serialize(training), [CheckpointDigest.Key] = CheckpointDigest.Blank };
        Safetensors.Write(stream, ModuleState.Of(net, nameof(net)).Tensors, texts);
        CheckpointDigest.Seal(stream, path);
    });

    /// <exception cref="InvalidDataException">It is not such a file, or it is damaged.</exception>
    public static FeatureClassifier Read(Stream stream, string path)
    {
        CheckpointDigest.Check(stream, path);
        stream.Position = 0;
        using var file = Safetensors.Read(stream, path);
        var training = RecordOf(file.Metadata.GetValueOrDefault(Training), path);
        var net = new ClassifierNet(training.Classes.Count);
        try
        {
            new ModulePart(net).Restoring(file.Tensors)();
            return new(net, training);
        }
        catch (ArgumentException error)
        {
            net.Dispose();
            throw PlainOrGzip.Unusable(path, $"it belongs to another network: {error.Message}", error);
        }
    }

    private static ClassifierTrainingRecord RecordOf(string? text, string path)
    {
        try
        {
            if (text is not null && JsonSerializer.Deserialize<ClassifierTrainingRecord>(text) is { Data: not null, Options: not null, Classes.Count: >= 2 and <= ClassNames.Largest } training)
                return training;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw PlainOrGzip.Unusable(path, $"its training record is wrong: {error.Message}", error);
        }
        throw PlainOrGzip.Unusable(path, "it has no training record with at least 2 classes");
    }
}
