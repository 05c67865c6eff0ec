using System.Runtime.Intrinsics;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Kernels;

/// <summary>Runs the pass by the widest lanes of this machine, and the rest one by one.</summary>
internal static class LossKernel
{
    /// <summary>Whether the pass reads a tensor as it lies in memory.</summary>
    public static bool Reads(Tensor tensor) =>
        tensor.dtype is ScalarType.Float32 or ScalarType.Float64
        && tensor.device_type == DeviceType.CPU
        && tensor.numel() <= int.MaxValue / sizeof(double)
        && tensor.is_contiguous();

    // A part of a large map: the sums of the parts are added in their order, so that the number of threads changes no bit.
    private const long PartLength = 1 << 16;

    // Below this, waking a thread costs more than it saves.
    private const long LengthForTwo = 3 * PartLength / 2;

    public static LossSums Run<TFormula, TKind>(TFormula formula, in LossMemory memory, ScalarType type)
        where TFormula : struct, ILossFormula
        where TKind : struct, ILogitKind
        => memory.Count <= PartLength ? RunPart<TFormula, TKind>(formula, memory, type, 0, memory.Count) : RunParts<TFormula, TKind>(formula, memory, type);

    private static LossSums RunParts<TFormula, TKind>(TFormula formula, LossMemory memory, ScalarType type)
        where TFormula : struct, ILossFormula
        where TKind : struct, ILogitKind
    {
        var sums = new LossSums[(memory.Count + PartLength - 1) / PartLength];
        void Run(int i) => sums[i] = RunPart<TFormula, TKind>(formula, memory, type, i * PartLength, Math.Min(memory.Count, (i + 1) * PartLength));
        var threads = memory.Count < LengthForTwo ? 1 : get_num_threads();
        if (threads > 1 && ThreadTeam.IsAvailable)
        {
            ThreadTeam.Run(threads, sums.Length, Run);
        }
        else
        {
            for (var i = 0; i < sums.Length; i++)
                Run(i);
        }

        return sums.Aggregate(static (x, y) => x + y);
    }

    private static LossSums RunPart<TFormula, TKind>(TFormula formula, in LossMemory memory, ScalarType type, long start, long end)
        where TFormula : struct, ILossFormula
        where TKind : struct, ILogitKind
        => type == ScalarType.Float32 ? RunFloat<TFormula, TKind>(formula, memory, start, end) : RunDouble<TFormula, TKind>(formula, memory, start, end);

    private static LossSums RunFloat<TFormula, TKind>(TFormula formula, in LossMemory memory, long next, long end)
        where TFormula : struct, ILossFormula
        where TKind : struct, ILogitKind
    {
        var sums = default(LossSums);
        if (Vector512.IsHardwareAccelerated)
            sums += LossPass<Float512, float, FloatSum<Float512, Double512>, TFormula, TKind>.Run(formula, memory, ref next, end);
        else if (Vector256.IsHardwareAccelerated)
            sums += LossPass<Float256, float, FloatSum<Float256, Double256>, TFormula, TKind>.Run(formula, memory, ref next, end);
        else if (Vector128.IsHardwareAccelerated)
            sums += LossPass<Float128, float, FloatSum<Float128, Double128>, TFormula, TKind>.Run(formula, memory, ref next, end);
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
        else if (Vector128.IsHardwareAccelerated)
            sums += LossPass<Double128, double, DoubleSum<Double128>, TFormula, TKind>.Run(formula, memory, ref next, end);
        return sums + LossPass<Double1, double, DoubleSum<Double1>, TFormula, TKind>.Run(formula, memory, ref next, end);
    }
}
