using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>Checks on tensors that have been saved.</summary>
internal static class SavedTensors
{
    /// <summary>The name of a part's only tensor.</summary>
    public const string Only = "state";

    /// <exception cref="ArgumentException">There are others, or none.</exception>
    public static Tensor Single(IReadOnlyDictionary<string, Tensor> tensors) => tensors.Count == 1 && tensors.TryGetValue(Only, out var tensor)
        ? tensor
        : throw new ArgumentException($"It has {tensors.Count} tensors ({string.Join(", ", tensors.Keys)}), not one called {Only}.");

    /// <exception cref="ArgumentException">It is of another type or shape.</exception>
    public static Tensor Fitting(string name, Tensor saved, ScalarType type, params ReadOnlySpan<long> shape) => saved.dtype == type && shape.SequenceEqual(saved.shape)
        ? saved
        : throw new ArgumentException($"{name} has been saved as {saved.dtype} {TensorChecks.Shape(saved)}, but is {type} [{string.Join(", ", shape.ToArray())}].");

    /// <summary>A tensor of bytes.</summary>
    public static Tensor Of(byte[] bytes)
    {
        var tensor = empty([bytes.Length], dtype: ScalarType.Byte);
        bytes.CopyTo(tensor.bytes);
        return tensor;
    }
}
