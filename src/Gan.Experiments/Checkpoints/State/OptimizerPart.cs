using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>An optimiser's state and options, as the bytes that TorchSharp writes for it.</summary>
internal sealed class OptimizerPart(OptimizerHelper optimizer) : IStatePart
{
    public IReadOnlyDictionary<string, Tensor> Capture() => new Dictionary<string, Tensor> { [SavedTensors.Only] = SavedTensors.Of(Save()) };

    public Action Restoring(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var saved = SavedTensors.Single(tensors);
        var bytes = SavedTensors.Fitting(SavedTensors.Only, saved, ScalarType.Byte, saved.numel()).bytes.ToArray();
        var before = Save();
        try
        {
            // Nothing but loading tells whether the bytes are this optimiser's.
            Load(bytes);
        }
        catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException or InvalidOperationException or ArithmeticException or ExternalException)
        {
            throw new ArgumentException($"{optimizer.GetType().Name} does not accept the saved state: {error.Message}", error);
        }
        finally
        {
            Load(before);
        }
        return () => Load(bytes);
    }

    private byte[] Save()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            optimizer.save_state_dict(writer);
        return stream.ToArray();
    }

    /// <summary>On a thread of its own: what TorchSharp makes on this one would be freed with the caller's dispose scope.</summary>
    private void Load(byte[] bytes) =>
        Task.Factory.StartNew(() => LoadHere(bytes), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).GetAwaiter().GetResult();

    private void LoadHere(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = new BinaryReader(stream);
        optimizer.load_state_dict(reader);
        if (stream.Position < stream.Length)
            throw new InvalidDataException($"{stream.Position} bytes were read, but {stream.Length} were saved.");
    }
}
