using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The reduced loss of one batch of logits, each taken by itself.</summary>
internal sealed class SeparateTerm(LogitLoss loss, LossSide side, double weight) : LossTerm([side], weight)
{
    // Where the gradient is one number, autograd expands it and needs no memory for it: less than the calls into a Function where logits are few, and than new memory where they are many.
    private const int FewLogits = 8192;

    protected override bool IsForAutograd => loss.HasConstantSlope && (Sides[0].Logits.numel() < FewLogits || IsLarge(Sides[0].Logits));

    protected override bool HasFaithfulGraph => loss.HasFaithfulGraph;

    public override LossTerm With(LossSide[] sides) => new SeparateTerm(loss, sides[0], Weight);

    public override double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses) => SeparatePass.Run(loss, Sides[0], Weight, gradients[0], losses);

    public override CudaLaunch[] Launches(Tensor?[] gradients, Tensor? losses, CudaOutput output) =>
        CudaLosses.Separate(loss.Trace, Sides[0].Logits.dtype, CudaPass.Of(Sides[0], Weight, gradients[0], losses), output);

    public override Tensor Compose() => Weighted(SeparatePass.Compose(loss, Sides[0]));

    public override Tensor[] Differentiate(Tensor incoming) => [SeparatePass.Differentiate(loss, Sides[0], Weighted(incoming))];
}
