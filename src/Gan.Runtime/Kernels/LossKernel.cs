using System.Runtime.Intrinsics;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Runs the pass by the widest lanes of this machine, and the rest one by one.</summary>
internal static class LossKernel
{
    /// <summary>Whether the pass reads a tensor as it lies in memory.</summary>
    public static bool Reads(Tensor tensor) =>
        tensor.dtype is ScalarType.Float32 or ScalarType.Float64
        && tensor.device_type == DeviceType.CPU
        && tensor.numel() <= int.MaxValue / sizeof(double)
        && tensor.is_contiguous();

    public static LossSums Run<TFormula, TKind>(TFormula formula, in LossMemory memory, ScalarType type)
        where TFormula : struct, ILossFormula
        where TKind : struct, ILogitKind
        => type == ScalarType.Float32 ? RunFloat<TFormula, TKind>(formula, memory, 0, memory.Count) : RunDouble<TFormula, TKind>(formula, memory, 0, memory.Count);

    private static LossSums RunFloat<TFormula, TKind>(TFormula formula, in LossMemory memory, long next, long end)
        where TFormula : struct, ILossFormula
        where TKind : struct, ILogitKind
    {
        var sums = default(LossSums);
        if (Vector512.IsHardwareAccelerated)
            sums += LossPass<Float512, float, FloatSum<Float512, Double512>, TFormula, TKind>.Run(formula, memory, ref next, end);
        else if (Vector256.IsHardwareAccelerated)
            sums += LossPass<Float256, float, FloatSum<Float256, Double256>, TFormula, TKind>.Run(formula, memory, ref next, end);
        return sums + LossPass<Float1, float, FloatSum<Float1, Double1>, TFormula, TKind>.Run(formula, memory, ref next, end);
    }

    private static LossSums RunDouble<TFormula, TKind>(TFormula formula, in LossMemory memory, long next, long end)
        where TFormula : struct, ILossFormula
        where TKind : struct, ILogitKind
    {
        var sums = default(LossSums);
        if (Vector512.IsHardwareAccelerated)
            sums += LossPass<Double512, double, DoubleSum<Double512>, TFormula, TKind>.Run(formula, memory, ref next, end);
        else if (Vector256.IsHardwareAccelerated)
            sums += LossPass<Double256, double, DoubleSum<Double256>, TFormula, TKind>.Run(formula, memory, ref next, end);
        return sums + LossPass<Double1, double, DoubleSum<Double1>, TFormula, TKind>.Run(formula, memory, ref next, end);
    }
}
