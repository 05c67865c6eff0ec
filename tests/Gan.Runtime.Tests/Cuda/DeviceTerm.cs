using CudaKernels;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>A loss as the printed kernels compute it, beside the same by the lanes.</summary>
internal static class DeviceTerm
{
    /// <summary>The term of a loss of the catalogue.</summary>
    public static LossTerm Of(CatalogueTerm term, LossSide[] sides, double weight = 1) => term.Kind switch
    {
        TermKind.Separate => new SeparateTerm(term.Losses[0], sides[^1], weight),
        TermKind.Both => new SeparateSumTerm(term.Losses[0], term.Losses[1], sides),
        TermKind.Pair => new PairTerm(term.Losses[0], sides, weight),
        _ => new AverageTerm(term.Losses[0], term.Losses[1], sides, weight),
    };

    /// <summary>Runs the kernels on logits as they lie in memory.</summary>
    /// <param name="kernels">With those of the term.</param>
    /// <param name="term">The loss.</param>
    /// <param name="real">Real logits, of a half type too.</param>
    /// <param name="fake">Fake logits of the same type.</param>
    /// <param name="reductions">Of real and of fake losses.</param>
    /// <param name="weight">The factor of the whole.</param>
    /// <param name="blocks">How many, if it is not what the launches say.</param>
    /// <returns>The loss, reduced or not, and the gradients.</returns>
    public static (Tensor Loss, Tensor Real, Tensor Fake) Run(
        CompiledKernels kernels, CatalogueTerm term, Tensor real, Tensor fake, (LossReduction Real, LossReduction Fake) reductions, double weight, int? blocks = null)
    {
        var number = fake.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        var (loss, losses) = (zeros([], dtype: number), reductions.Fake.Kind == nn.Reduction.None ? empty_like(fake, dtype: number) : null);
        // What is not written stands out. They lie where the logits do, between words or not.
        var (realGradient, fakeGradient) = (Beside(real), Beside(fake));
        var scratch = zeros(CudaOutput.ScratchBytes / 8, dtype: ScalarType.Float64);
        var launches = term.Launches(
            fake.dtype,
            Side(real, reductions.Real, weight, realGradient, losses),
            Side(fake, reductions.Fake, weight, fakeGradient, losses),
            new(DeviceMemory.AddressOf(losses is null ? loss : null), DeviceMemory.AddressOf(scratch)));
        kernels.Run([.. launches.Select(launch => launch with { Blocks = blocks ?? launch.Blocks })]);
        Assert.Equal(0, scratch[0].item<double>());
        return (losses ?? loss, realGradient, fakeGradient);
    }

    private static Tensor Beside(Tensor logits)
    {
        var memory = full(logits.numel() + 1, double.NaN, dtype: logits.dtype);
        return memory.narrow(0, logits.storage_offset() == 0 ? 0 : 1, logits.numel());
    }

    private static CudaSide Side(Tensor logits, LossReduction reduction, double weight, Tensor gradient, Tensor? losses)
    {
        // Weights and mask as the kernels want them, of float32 where the logits are of a half type.
        var side = LossSide.Of(logits, nameof(logits), reduction);
        var memory = side.Memory;
        var isMean = reduction is { Kind: nn.Reduction.Mean, Mask: not null };
        return new()
        {
            Memory = memory with
            {
                Logits = DeviceMemory.AddressOf(logits),
                GradientFactor = isMean ? weight : weight * side.Factor,
                Gradient = DeviceMemory.AddressOf(gradient),
                Losses = DeviceMemory.AddressOf(losses),
                LossFactor = weight,
            },
            MaskCount = DeviceMemory.AddressOf(reduction.MaskOf(logits)?.expand_as(logits).sum()),
            IsMean = isMean,
        };
    }
}
