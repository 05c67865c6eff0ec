using static TorchSharp.torch;

namespace Gan.Runtime.Devices;

/// <summary>Whether tensors are still the same, with the same numbers, as when they were last looked at.</summary>
internal sealed class SeenTensors
{
    private (Tensor Tensor, nint Handle, long Version)[] seen = [];

    /// <summary>Whether none is another tensor now, and nobody has written to one; false where that cannot be known.</summary>
    public bool Are(params ReadOnlySpan<Tensor> tensors)
    {
        if (seen.Length != tensors.Length || tensors.IsEmpty)
            return false;
        for (var i = 0; i < seen.Length; i++)
        {
            if (!ReferenceEquals(seen[i].Tensor, tensors[i]) || seen[i].Handle != tensors[i].Handle || TensorVersion.Of(tensors[i]) != seen[i].Version)
                return false;
        }

        return true;
    }

    /// <summary>Looks at them.</summary>
    public void See(params ReadOnlySpan<Tensor> tensors)
    {
        var now = new (Tensor, nint, long)[tensors.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            if (TensorVersion.Of(tensors[i]) is not { } version)
            {
                seen = [];
                return;
            }

            now[i] = (tensors[i], tensors[i].Handle, version);
        }

        seen = now;
    }
}
