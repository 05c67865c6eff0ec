using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>A term's pass over logits on a GPU: loss and gradient from the same formula as on the CPU, and nothing that is read.</summary>
internal static class CudaPass
{
    /// <summary>What keeps the pass from a tensor; null if nothing does.</summary>
    public static string? WhyNot(Tensor tensor) => CudaRuntime.WhyNot(tensor) ?? (tensor.is_contiguous() ? null : "the logits are not contiguous");

    /// <summary>The reduced loss of a term, or its single losses, on the device. What is made for it lives in the current dispose scope.</summary>
    /// <param name="term">The term.</param>
    /// <param name="gradients">For each side a tensor for its gradient, or null.</param>
    public static Tensor Run(LossTerm term, Tensor?[] gradients) => Run(term, gradients, CudaRuntime.DeviceOf(term.Sides[0].Logits));

    /// <summary>The same on a device that is known.</summary>
    public static Tensor Run(LossTerm term, Tensor?[] gradients, CudaDevice device)
    {
        using var withoutGraph = is_grad_enabled() ? no_grad() : null;
        var logits = term.Sides[0].Logits;
        var type = Precision.ComputedIn(logits);
        var (loss, losses) = term.IsByElement ? ((Tensor?)null, empty_like(logits, dtype: type)) : (empty([], dtype: type, device: logits.device), null);
        device.Run(scratch => term.Launches(gradients, losses, new(DeviceMemory.AddressOf(loss), scratch)));
        // Nothing may finalise the tensors before they are in the device's queue.
        GC.KeepAlive(term);
        GC.KeepAlive(gradients);
        return loss ?? losses!;
    }

    /// <summary>What a pass reads and writes of one side.</summary>
    public static CudaSide Of(LossSide side, double weight, Tensor? gradient, Tensor? losses)
    {
        var mask = side.Reduction.MaskOf(side.Logits)?.expand_as(side.Logits);
        var isMean = side.Reduction.Kind == nn.Reduction.Mean;
        return new()
        {
            Memory = side.Memory with
            {
                Gradient = DeviceMemory.AddressOf(gradient),
                GradientFactor = isMean && mask is null ? weight * (1.0 / side.Logits.numel()) : weight,
                Losses = DeviceMemory.AddressOf(losses),
                LossFactor = weight,
            },
            MaskCount = DeviceMemory.AddressOf(mask?.sum()),
            IsMean = isMean && mask is not null,
        };
    }
}
