using Gan.Runtime;
using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Generators.Tests.Cuda;

/// <summary>Kernels as they are printed.</summary>
public sealed class CudaTextTests
{
    private static readonly CudaSide s_side = new() { Memory = new() { Logits = 0, Count = 1, GradientFactor = 1, Gradient = 1 } };

    private static readonly CudaSide s_maskedSide = new() { Memory = s_side.Memory with { Mask = 1 } };

    [Fact]
    public void BothLosses()
    {
        ISeparateObjective logistic = Gan.Runtime.Objectives.LogisticR1;
        Verify(CudaLosses.Both(logistic.Real.Trace, logistic.Fake.Trace, ScalarType.Float32, s_side, s_side, default)[^1], "LogisticR1");
    }

    [Fact]
    public void SingleLosses()
    {
        ISeparateObjective squares = Gan.Runtime.Objectives.LeastSquares;
        Verify(CudaLosses.Separate(squares.Generator.Trace, ScalarType.Float64, s_maskedSide, default)[^1], "LeastSquares");
    }

    [Fact]
    public void AverageLosses()
    {
        IRelativisticAverageObjective hinge = Gan.Runtime.Objectives.RelativisticAverageHinge;
        Verify(CudaLosses.Average(hinge.Real.Trace, hinge.Fake.Trace, ScalarType.BFloat16, s_side, s_side, default)[^1], "RelativisticAverageHinge");
    }

    [Fact]
    public void Adam() => Verify(CudaTensors.Adam(ScalarType.BFloat16, new(Rows: 0, Count: 1, Tiles: 1), 0, 0, 0, 0, 0, 0, 0, 0), "BFloat16");

    private static void Verify(CudaLaunch launch, string objective, [System.Runtime.CompilerServices.CallerMemberName] string member = "") =>
        Golden.Golden.Verify(launch.Kernel.Source, objective, "cu", member: member);
}
