using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The reduced loss of one batch of logits, each taken by itself.</summary>
internal sealed class SeparateTerm<TFormula>(TFormula formula, LossSide side, double weight) : LossTerm([side], weight)
    where TFormula : struct, ILossFormula
{
    // Where the gradient is one number, autograd expands it: below this, that is less than the calls into a Function.
    private const int FewLogits = 4096;

    public override bool IsForAutograd => TFormula.HasConstantSlope && Sides[0].Logits.numel() < FewLogits;

    public override LossTerm With(LossSide[] sides) => new SeparateTerm<TFormula>(formula, sides[0], Weight);

    public override double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses) => SeparatePass.Run(formula, Sides[0], Weight, gradients[0], losses);

    public override Tensor Compose() => Weighted(SeparatePass.Compose(formula, Sides[0]));

    public override Tensor[] Differentiate(Tensor incoming) => [SeparatePass.Differentiate(formula, Sides[0], Weighted(incoming))];
}
