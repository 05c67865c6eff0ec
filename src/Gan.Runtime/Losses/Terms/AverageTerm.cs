using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The reduced losses of each logit less the mean of the other side, added.</summary>
/// <remarks>
/// With a = E D(G(z)), b = E D(x) and the weighted slopes gᵢ of the real and hⱼ of the fake losses, the gradient in D(xᵢ) is
/// <c>gᵢ - Σ h / n</c>, for b depends on it too, and that in D(G(zⱼ)) is <c>hⱼ - Σ g / m</c>.
/// </remarks>
internal sealed class AverageTerm(LogitLoss ofReal, LogitLoss ofFake, LossSide[] sides, double weight) : LossTerm(sides, weight)
{
    /// <summary>Through the means, each loss depends on every logit of the other side.</summary>
    public override bool ScalesGradient => !IsByElement;

    protected override bool HasFaithfulGraph => ofReal.HasFaithfulGraph && ofFake.HasFaithfulGraph;

    public override LossTerm With(LossSide[] sides) => new AverageTerm(ofReal, ofFake, sides, Weight);

    public override double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Sides[0], Sides[1]);
        var fakeLosses = losses is null ? null : empty_like(losses);
        var (realMemory, fakeMemory) = (real.Memory, fake.Memory);
        var (realMean, fakeMean) = (MeanOf(real, realMemory), MeanOf(fake, fakeMemory));
        var (realFactor, fakeFactor) = (Weight * real.Factor, Weight * fake.Factor);
        var realSums = ofReal.OfShifted(Complete(realMemory, fakeMean, realFactor, gradients[0], losses), real.Logits.dtype);
        var fakeSums = ofFake.OfShifted(Complete(fakeMemory, realMean, fakeFactor, gradients[1], fakeLosses), fake.Logits.dtype);
        losses?.add_(fakeLosses!);
        Spread(gradients[0], real, fakeFactor * fakeSums.Slope);
        Spread(gradients[1], fake, realFactor * realSums.Slope);
        return realFactor * realSums.Loss + fakeFactor * fakeSums.Loss;
    }

    public override CudaLaunch[] Launches(Tensor?[] gradients, Tensor? losses, CudaOutput output) => CudaLosses.Average(
        ofReal.Trace,
        ofFake.Trace,
        Sides[0].Logits.dtype,
        CudaPass.Of(Sides[0], Weight, gradients[0], losses),
        CudaPass.Of(Sides[1], Weight, gradients[1], losses),
        output);

    public override Tensor Compose()
    {
        var (real, fake) = Centred();
        return Weighted(real.Reduction.Of(ofReal.Loss(real.Logits)).add(fake.Reduction.Of(ofFake.Loss(fake.Logits))));
    }

    public override Tensor[] Differentiate(Tensor incoming)
    {
        var (real, fake) = Centred();
        var weighted = Weighted(incoming);
        var realSlopes = SeparatePass.Differentiate(ofReal, real, weighted);
        var fakeSlopes = SeparatePass.Differentiate(ofFake, fake, weighted);
        return [realSlopes.sub(Share(real, fakeSlopes)), fakeSlopes.sub(Share(fake, realSlopes))];
    }

    /// <summary>D̃(x) and D̃(G(z)).</summary>
    private (LossSide Real, LossSide Fake) Centred()
    {
        var (real, fake) = (Sides[0], Sides[1]);
        var (r, f) = (real.Reduction.Covered(real.Logits), fake.Reduction.Covered(fake.Logits));
        // Covered once more: an infinite slope at 0 less the mean would reach the other side through the mean.
        return (real.With(real.Reduction.Covered(r.sub(fake.Reduction.MeanOf(f)))), fake.With(fake.Reduction.Covered(f.sub(real.Reduction.MeanOf(r)))));
    }

    private static LossMemory Complete(LossMemory memory, double mean, double factor, Tensor? gradient, Tensor? losses) => memory with
    {
        Shift = mean,
        Gradient = DeviceMemory.AddressOf(gradient),
        GradientFactor = factor,
        Losses = DeviceMemory.AddressOf(losses),
        LossFactor = factor,
    };

    private static double MeanOf(LossSide side, LossMemory memory) =>
        LossKernel.Run<LogitItself, PlainLogit>(default, memory with { Weights = 0 }, side.Logits.dtype).Loss / side.Reduction.CountOf(side.Logits);

    /// <summary>What the gradient of a side is less by, because the other side's losses depend on its mean.</summary>
    private static void Spread(Tensor? gradient, LossSide side, double slopes)
    {
        if (gradient is null)
            return;
        var share = slopes / side.Reduction.CountOf(side.Logits);
        if (side.Reduction.MaskOf(side.Logits) is { } mask)
            gradient.sub_(mask.to(gradient.dtype).mul(share));
        else
            gradient.sub_(share);
    }

    private static Tensor Share(LossSide side, Tensor slopes)
    {
        var share = side.Reduction.PerCount(slopes.sum(), side.Logits);
        return side.Reduction.MaskOf(side.Logits) is { } mask ? mask.to(share.dtype).mul(share) : share;
    }
}
