using CudaKernels;
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
    /// <param name="sides">Real and fake, at least float32.</param>
    /// <param name="weight">The factor of the whole.</param>
    /// <param name="isByElement">Whether single losses are wanted.</param>
    /// <returns>The loss, reduced or not, and the gradients.</returns>
    public static (Tensor Loss, Tensor Real, Tensor Fake) Run(CompiledKernels kernels, CatalogueTerm term, LossSide[] sides, double weight, bool isByElement)
    {
        var (real, fake) = (sides[0].Logits, sides[1].Logits);
        var (loss, losses) = (zeros([], dtype: fake.dtype), isByElement ? empty_like(fake) : null);
        // What is not written stands out.
        var (realGradient, fakeGradient) = (full_like(real, double.NaN), full_like(fake, double.NaN));
        var scratch = zeros(CudaOutput.ScratchBytes / 8, dtype: ScalarType.Float64);
        kernels.Run(term.Launches(fake.dtype, Side(sides[0], weight, realGradient, losses), Side(sides[1], weight, fakeGradient, losses), new(LossSide.AddressOf(loss), LossSide.AddressOf(scratch))));
        Assert.Equal(0, scratch[0].item<double>());
        return (losses ?? loss, realGradient, fakeGradient);
    }

    private static CudaSide Side(LossSide side, double weight, Tensor gradient, Tensor? losses)
    {
        var memory = side.Memory;
        var isMean = side.Reduction is { Kind: TorchSharp.torch.nn.Reduction.Mean, Mask: not null };
        return new()
        {
            Logits = memory.Logits,
            Count = memory.Count,
            Weights = memory.Weights,
            Mask = memory.Mask,
            MaskCount = side.Reduction.MaskOf(side.Logits) is { } mask ? LossSide.AddressOf(mask.expand_as(side.Logits).sum()) : 0,
            IsMean = isMean,
            Factor = isMean ? weight : weight * side.Factor,
            Gradient = LossSide.AddressOf(gradient),
            Losses = LossSide.AddressOf(losses),
            LossFactor = weight,
        };
    }
}
