using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The reduced loss of t = D(G(z)) - D(x), each fake logit against the real one at its place.</summary>
internal sealed class PairTerm(LogitLoss loss, LossSide[] sides, double weight) : LossTerm(sides, weight)
{
    protected override bool HasFaithfulGraph => loss.HasFaithfulGraph;

    public override LossTerm With(LossSide[] sides) => new PairTerm(loss, sides, Weight);

    public override double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses)
    {
        var (real, fake) = (Sides[0], Sides[1]);
        var factor = Weight * fake.Factor;
        var memory = fake.Memory with
        {
            Others = DeviceMemory.AddressOf(real.Logits),
            Gradient = DeviceMemory.AddressOf(gradients[1]),
            OtherGradient = DeviceMemory.AddressOf(gradients[0]),
            GradientFactor = factor,
            Losses = DeviceMemory.AddressOf(losses),
            LossFactor = Weight,
        };
        return factor * loss.OfDifferences(memory, fake.Logits.dtype).Loss;
    }

    // Both sides have one reduction, which counts pairs.
    public override CudaLaunch[] Launches(Tensor?[] gradients, Tensor? losses, CudaOutput output) => CudaLosses.Pair(
        loss.Trace,
        Sides[0].Logits.dtype,
        CudaPass.Of(Sides[0] with { Reduction = LossReduction.Sum }, Weight, gradients[0], losses: null),
        CudaPass.Of(Sides[1], Weight, gradients[1], losses),
        output);

    public override Tensor Compose() => Weighted(SeparatePass.Compose(loss, Difference));

    public override Tensor[] Differentiate(Tensor incoming)
    {
        var gradient = SeparatePass.Differentiate(loss, Difference, Weighted(incoming));
        return [gradient.neg(), gradient];
    }

    // Both sides have one reduction, whose mask covers pairs.
    private LossSide Difference => Sides[1].With(Sides[1].Logits.sub(Sides[0].Logits));
}
