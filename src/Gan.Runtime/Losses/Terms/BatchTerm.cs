using Gan.Runtime.Cuda.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The reduced losses of logits that depend on statistics of the batches, by passes over memory or by tensor operations.</summary>
/// <remarks>
/// The gradient goes through the statistics in reverse: with Aₖ the derivative of the loss in the statistic sₖ, a logit x of its batch gets Aₖ (∂sₖ/∂e) e′(x), and a statistic sⱼ in the formula e gets
/// Σ Aₖ (∂sₖ/∂e) ∂e/∂sⱼ.
/// </remarks>
/// <param name="loss">The losses and the statistics they read.</param>
/// <param name="sides">The real and the fake logits, or the fake ones alone.</param>
/// <param name="weight">The factor of the whole.</param>
internal sealed class BatchTerm(BatchLoss loss, LossSide[] sides, double weight) : LossTerm(sides, weight)
{
    /// <summary>Through the statistics, each loss depends on every logit.</summary>
    public override bool ScalesGradient => !IsByElement;

    /// <summary>Statistics are differentiated in closed form, which knows what to do at ties and at a variance of 0.</summary>
    protected override bool HasFaithfulGraph => false;

    public override LossTerm With(LossSide[] sides) => new BatchTerm(loss, sides, Weight);

    public override LossPath Choose(LossPath wanted) => BatchPathRule.Choose(wanted, Sides);

    public override double Pass(ReadOnlySpan<Tensor?> gradients, Tensor? losses)
    {
        using var scope = NewDisposeScope();
        return new BatchPass(loss, Sides, Weight).Run(gradients, losses);
    }

    public override CudaLaunch[] Launches(Tensor?[] gradients, Tensor? losses, CudaOutput output) => throw new InvalidOperationException(BatchPathRule.NoCudaKernel);

    public override Tensor Compose()
    {
        var values = new StatisticValue[loss.Statistics.Count];
        for (var k = 0; k < values.Length; k++)
            values[k] = new(ElementsOf(k, values).Value(loss.Statistics[k].Kind));
        return Weighted(Parts().Select(part => part.Side.Reduction.Of(Losses(part.Formula, part.Side, values))).Aggregate(static (sum, next) => sum.add(next)));
    }

    public override Tensor[] Differentiate(Tensor incoming)
    {
        var (statistics, weighted) = (loss.Statistics, Weighted(incoming));
        var (values, elements) = (new StatisticValue[statistics.Count], new BatchElements[statistics.Count]);
        for (var k = 0; k < values.Length; k++)
        {
            elements[k] = ElementsOf(k, values);
            values[k] = new(elements[k].Value(statistics[k].Kind));
        }

        var (gradients, adjoints) = (new Tensor?[Sides.Length], new Tensor?[statistics.Count]);
        foreach (var (formula, index) in loss.FormulasOf(Sides.Length))
        {
            var side = Sides[index];
            Add(ref gradients[index], side.Reduction.Weighted(Slopes(formula, side, values), weighted, isOwned: false));
            foreach (var (j, slope) in formula.SlopesAt(values))
                Add(ref adjoints[j], side.Reduction.Weighted(InTypeOf(side, slope.Loss(side.Reduction.Covered(side.Logits))), weighted, isOwned: false).to(ScalarType.Float64).sum());
        }

        for (var k = statistics.Count - 1; k >= 0; k--)
        {
            if (adjoints[k] is not { } adjoint)
                continue;
            var (statistic, index) = (statistics[k], loss.IndexOf(k, Sides.Length));
            var side = Sides[index];
            var share = elements[k].Slopes(statistic.Kind, values[k].Tensor).mul(adjoint).expand_as(side.Logits);
            var slopes = statistic.Element.IsLogit ? share : Masked(side, Slopes(statistic.Element, side, values).to(ScalarType.Float64)).mul(share);
            Add(ref gradients[index], slopes.to(side.Logits.dtype));
            foreach (var (j, slope) in statistic.Element.SlopesAt(values))
                Add(ref adjoints[j], Masked(side, slope.Loss(side.Reduction.Covered(side.Logits)).to(ScalarType.Float64)).mul(share).sum());
        }

        return [.. Sides.Select((side, i) => gradients[i] ?? zeros_like(side.Logits))];
    }

    private static void Add(ref Tensor? sum, Tensor term) => sum = sum is null ? term : sum.add(term);

    private IEnumerable<(BatchFormula Formula, LossSide Side)> Parts() => loss.FormulasOf(Sides.Length).Select(part => (part.Formula, Sides[part.Side]));

    private BatchElements ElementsOf(int k, StatisticValue[] values)
    {
        var (statistic, side) = (loss.Statistics[k], Sides[loss.IndexOf(k, Sides.Length)]);
        return new(Losses(statistic.Element, side, values), side.Reduction.MaskOf(side.Logits)?.expand_as(side.Logits));
    }

    private static Tensor Losses(BatchFormula formula, LossSide side, StatisticValue[] values) => InTypeOf(side, formula.At(values).Loss(side.Reduction.Covered(side.Logits)));

    private static Tensor Slopes(BatchFormula formula, LossSide side, StatisticValue[] values) => InTypeOf(side, formula.At(values).Slope(side.Reduction.Covered(side.Logits)));

    // A statistic is a double: with a scalar logit, or by itself, it makes a double of what it meets.
    private static Tensor InTypeOf(LossSide side, Tensor tensor) => tensor.to(side.Logits.dtype);

    private static Tensor Masked(LossSide side, Tensor tensor) => side.Reduction.Covered(tensor);
}
