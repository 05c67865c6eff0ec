using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The sum of the reduced losses of real and of fake logits, each logit taken by itself.</summary>
internal sealed class SeparateSumTerm(LogitLoss real, LogitLoss fake, LossSide[] sides) : LossTerm(sides, weight: 1)
{
    protected override bool IsForAutograd => real.HasConstantSlope && fake.HasConstantSlope && IsLarge(Sides[0].Logits);

    protected override bool HasFaithfulGraph => real.HasFaithfulGraph && fake.HasFaithfulGraph;

    public override LossTerm With(LossSide[] sides) => new SeparateSumTerm(real, fake, sides);

    public override double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses)
    {
        using var scope = losses is null ? null : NewDisposeScope();
        var ofFake = losses is null ? null : empty_like(losses);
        var sum = SeparatePass.Run(real, Sides[0], 1, gradients[0], losses) + SeparatePass.Run(fake, Sides[1], 1, gradients[1], ofFake);
        losses?.add_(ofFake!);
        return sum;
    }

    public override CudaLaunch[] Launches(Tensor?[] gradients, Tensor? losses, CudaOutput output) => CudaLosses.Both(
        real.Trace,
        fake.Trace,
        Sides[0].Logits.dtype,
        CudaPass.Of(Sides[0], 1, gradients[0], losses),
        CudaPass.Of(Sides[1], 1, gradients[1], losses),
        output);

    public override Tensor Compose() => SeparatePass.Compose(real, Sides[0]).add(SeparatePass.Compose(fake, Sides[1]));

    public override Tensor[] Differentiate(Tensor incoming) =>
        [SeparatePass.Differentiate(real, Sides[0], incoming), SeparatePass.Differentiate(fake, Sides[1], incoming)];
}
