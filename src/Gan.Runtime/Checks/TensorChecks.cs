using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Checks;

/// <summary>The conditions on tensors that come from outside. Each throws an <see cref="ArgumentException"/> that names the argument.</summary>
internal static class TensorChecks
{
    public static void Alive([NotNull] Tensor? tensor, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(tensor, parameterName);
        if (tensor.IsInvalid)
            throw new ArgumentException("The tensor has been disposed.", parameterName);
        if (tensor.device_type == DeviceType.META)
            throw new ArgumentException("The tensor is on the meta device: it has a shape, but no numbers.", parameterName);
    }

    /// <summary>The tensor, if it is alive and not on the meta device.</summary>
    public static Tensor HasNumbers(Tensor tensor, string parameterName)
    {
        Alive(tensor, parameterName);
        return tensor;
    }

    /// <summary>A leaf of its own with the same numbers, that tracks its gradient.</summary>
    public static Tensor Leaf(Tensor tensor, string parameterName) =>
        Refusals.Of(() => tensor.detach().requires_grad_(true), () => $"{Describe(tensor)} cannot have a gradient", parameterName);

    public static void NotEmpty([NotNull] Tensor? tensor, string parameterName)
    {
        Alive(tensor, parameterName);
        if (tensor.numel() == 0)
            throw new ArgumentException($"The tensor is empty: its shape is {Shape(tensor)}.", parameterName);
    }

    public static void FloatingPoint(Tensor tensor, string parameterName)
    {
        if (!IsFloatingPoint(tensor))
            throw new ArgumentException($"Only float16, bfloat16, float32 and float64 are supported, not {tensor.dtype}.", parameterName);
        NotSparse(tensor, parameterName);
    }

    /// <summary>A loss that can be differentiated: a scalar of floating point with its graph.</summary>
    public static void LossWithGraph([NotNull] Tensor? loss, string parameterName)
    {
        NotEmpty(loss, parameterName);
        FloatingPoint(loss, parameterName);
        if (loss.dim() != 0 || !loss.requires_grad)
            throw new ArgumentException($"The loss must be a scalar with a graph: it is {Describe(loss)}{(loss.requires_grad ? "" : " without a graph")}.", parameterName);
    }

    public static void NotSparse(Tensor tensor, string parameterName)
    {
        if (tensor.is_sparse)
            throw new ArgumentException("Sparse tensors are not supported: call to_dense() first.", parameterName);
    }

    public static void SamePlace(Tensor first, string firstName, Tensor second, string secondName)
    {
        if (first.dtype != second.dtype)
            throw new ArgumentException($"{firstName} is {first.dtype} but {secondName} is {second.dtype}: they need the same dtype.", secondName);
        if (first.device_type != second.device_type || first.device_index != second.device_index)
            throw new ArgumentException($"{firstName} is on {first.device} but {secondName} is on {second.device}: they need the same device.", secondName);
    }

    public static bool IsFloatingPoint(Tensor tensor) =>
        tensor.dtype is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    /// <summary>Type, shape and device in words.</summary>
    public static string Describe(Tensor tensor) => tensor.IsInvalid ? "a disposed tensor" : $"{tensor.dtype} {Shape(tensor)} on {tensor.device}";

    public static string Shape(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
