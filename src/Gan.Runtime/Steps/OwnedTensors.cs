using static TorchSharp.torch;

namespace Gan.Runtime.Steps;

/// <summary>Tensors that leave the scope they were made in together, and are disposed together. One that comes twice counts once.</summary>
internal sealed class OwnedTensors : IDisposable
{
    private readonly HashSet<Tensor> tensors;

    public OwnedTensors(params IEnumerable<Tensor> tensors)
    {
        this.tensors = new(tensors, ReferenceEqualityComparer.Instance);
        MoveOut();
    }

    /// <summary>Once more, from the scope they are in now to the one around it.</summary>
    public void MoveOut()
    {
        // Moved twice, a tensor would leave the caller's scope too.
        foreach (var tensor in tensors)
            tensor.MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        foreach (var tensor in tensors)
            tensor.Dispose();
    }
}
