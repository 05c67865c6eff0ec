using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The reduced loss of one batch of logits, each taken by itself.</summary>
internal sealed class SeparateTerm<TFormula>(TFormula formula, LossSide side, double weight) : LossTerm([side], weight)
    where TFormula : struct, ILossFormula
{
    public override LossTerm With(LossSide[] sides) => new SeparateTerm<TFormula>(formula, sides[0], Weight);

    public override double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses) => SeparatePass.Run(formula, Sides[0], Weight, gradients[0], losses);

    public override Tensor Compose() => SeparatePass.Compose(formula, Sides[0]).mul(Weight);

    public override Tensor[] Differentiate(Tensor incoming) => [SeparatePass.Differentiate(formula, Sides[0], incoming.mul(Weight))];
}
