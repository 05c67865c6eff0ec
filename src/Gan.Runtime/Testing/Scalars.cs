using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Reads what a loss or a penalty returned, which must be one number.</summary>
internal static class Scalars
{
    /// <param name="result">What the code under test returned.</param>
    /// <param name="type">The dtype it must have.</param>
    /// <param name="what">The case, for the message.</param>
    public static double Read(Tensor? result, ScalarType type, string what)
    {
        if (result is null || result.IsInvalid)
            throw new ObjectiveCheckException($"{what}: expected a scalar, actual {(result is null ? "null" : "a disposed tensor")}.");
        if (result.dim() != 0 || result.dtype != type)
            throw new ObjectiveCheckException($"{what}: expected a {type} scalar of shape [], actual {result.dtype} of shape {TensorChecks.Shape(result)}.");
        return result.to(ScalarType.Float64).item<double>();
    }

    /// <summary>Differentiates a result in one leaf. Where there is no graph, or none to the leaf, the gradient is 0.</summary>
    public static double[] Gradient(Tensor result, Tensor leaf)
    {
        if (result.requires_grad)
            result.backward();
        using var gradient = leaf.grad;
        return gradient is null ? new double[leaf.numel()] : Numbers(gradient);
    }

    public static double[] Numbers(Tensor tensor) => tensor.detach().to(ScalarType.Float64).flatten().contiguous().data<double>().ToArray();
}
