using System.Diagnostics.CodeAnalysis;
using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
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
        Alive(result, what);
        if (result.dim() != 0 || result.dtype != type)
            throw new ObjectiveCheckException($"{what}: expected a {type} scalar of shape [], actual {result.dtype} of shape {TensorChecks.Shape(result)}.");
        return HostRead.Number(result);
    }

    /// <summary>Differentiates a result in one leaf. Where there is no graph, or none to the leaf, the gradient is 0.</summary>
    public static double[] Gradient(Tensor? result, Tensor leaf, string what = "the result")
    {
        Differentiate(result, what);
        if (leaf.IsInvalid)
            throw new ObjectiveCheckException($"{what}: it has disposed its argument, which is the caller's.");
        using var gradient = leaf.grad;
        return gradient is null ? new double[leaf.numel()] : Numbers(gradient);
    }

    /// <summary>Differentiates a scalar, where it has a graph.</summary>
    public static void Differentiate([NotNull] Tensor? result, string what)
    {
        Alive(result, what);
        if (!result.requires_grad)
            return;
        if (result.numel() != 1 || result.is_sparse || !TensorChecks.IsFloatingPoint(result))
            throw new ObjectiveCheckException($"{what}: expected a scalar, actual {(result.is_sparse ? "sparse " : "")}{TensorChecks.Describe(result)}.");
        Refusals.Differentiate(() => result.backward(), $"{what} cannot be differentiated");
    }

    public static void Alive([NotNull] Tensor? result, string what)
    {
        if (result is null || result.IsInvalid)
            throw new ObjectiveCheckException($"{what}: expected a tensor, actual {(result is null ? "null" : "a disposed one")}.");
    }

    public static double[] Numbers(Tensor tensor) => HostRead.Numbers(tensor);
}
