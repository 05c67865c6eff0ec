using Gan.Runtime.Checks;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Kernels;
using Gan.Runtime.Losses.Inputs;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>One batch of logits in a loss, with what becomes of its losses.</summary>
/// <param name="Logits">At least float32, but on a GPU, where half types are read as they are.</param>
/// <param name="Reduction">Of their losses.</param>
/// <param name="IsConverted">Whether the caller's logits are of a half type.</param>
internal readonly record struct LossSide(Tensor Logits, LossReduction Reduction, bool IsConverted)
{
    /// <summary>Checks logits, and makes half types float32.</summary>
    public static LossSide Of(Tensor? logits, string parameterName, LossReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        LogitChecks.Check(logits, parameterName);
        var prepared = Precision.IsHalf(logits) && !CudaRuntime.Reads(logits) ? LogitChecks.Prepare(logits, parameterName) : logits;
        var side = new LossSide(prepared, reduction, IsConverted: !ReferenceEquals(prepared, logits));
        reduction.Check(side.Logits);
        return side;
    }

    /// <summary>Whether a kernel can read all of it, and nothing of it but the logits is to be differentiated.</summary>
    public bool IsForKernel => !IsConverted && (LossKernel.Reads(Logits) || CudaRuntime.Reads(Logits)) && Reduction.Weights is not { requires_grad: true };

    /// <summary>The same for tensor operations: half types as float32.</summary>
    public LossSide InFloat32 => this with { Logits = Precision.AtLeastFloat32(Logits) };

    public LossSide With(Tensor logits) => this with { Logits = logits };

    /// <summary>The factor of each loss in the reduced one: 1 / n of a mean.</summary>
    public double Factor => Reduction.Kind == nn.Reduction.Mean ? 1.0 / Reduction.CountOf(Logits) : 1;

    /// <summary>The addresses of logits, weights and mask. The tensors that are made for it live in the current dispose scope.</summary>
    public LossMemory Memory => new()
    {
        Logits = DeviceMemory.AddressOf(Logits),
        Count = Logits.numel(),
        Weights = DeviceMemory.AddressOf(Reduction.WeightsOf(Logits, Precision.ComputedIn(Logits))?.expand_as(Logits).contiguous()),
        Mask = DeviceMemory.AddressOf(Reduction.MaskOf(Logits)?.expand_as(Logits).contiguous()),
    };
}
