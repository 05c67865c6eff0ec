using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>What is done to an axis of pixels, as matrices, whose products have derivatives of every order. They are made once for each size, dtype and device.</summary>
internal sealed class AxisMatrices(Func<int, double[,]> entries) : IDisposable
{
    private readonly Dictionary<(int, ScalarType, string), Tensor> made = [];

    /// <summary>The matrix for an axis of images.</summary>
    public Tensor For(Tensor images, int axis)
    {
        var size = (int)images.shape[axis];
        var key = (size, images.dtype, images.device.ToString());
        if (!made.TryGetValue(key, out var matrix))
        {
            using var withoutGraph = no_grad();
            made.Add(key, matrix = tensor(entries(size), dtype: images.dtype, device: images.device).DetachFromDisposeScope());
        }

        return matrix;
    }

    public void Dispose()
    {
        foreach (var matrix in made.Values)
            matrix.Dispose();
        made.Clear();
    }
}
