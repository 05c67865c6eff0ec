using Gan.Generators.Formulas.BigFloats;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.FunctionTable;

/// <summary>The functions of a whole batch that a formula may use: the table.</summary>
internal static class BatchFunctions
{
    /// <summary>Every entry, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<BatchFunction> All =
        [new MeanOfBatch(), new SumOfBatch(), new MaxOfBatch(), new MinOfBatch(), new VarianceOfBatch(), new StdOfBatch(), new LogSumExpOfBatch(), new LogMeanExpOfBatch(), new MedianOfBatch()];

    public static IEnumerable<string> Names => All.Select(static f => f.Name);

    public static BatchFunction? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    private static Ball? Mean(BallMath math, IReadOnlyList<Ball> elements) => Ball.Divide(elements.Aggregate(static (x, y) => x + y), math.Whole(elements.Count));

    private sealed class MeanOfBatch : BatchFunction
    {
        public override string Name => "mean";

        public override string Kind => "Mean";

        public override string Definition => "Σ eᵢ / n";

        public override string Gradient => "1/n";

        public override string Latex => @"\mathbb{E}";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements) => Mean(math, elements);
    }

    private sealed class SumOfBatch : BatchFunction
    {
        public override string Name => "sum";

        public override string Kind => "Sum";

        public override string Definition => "Σ eᵢ";

        public override string Gradient => "1";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements) => elements.Aggregate(static (x, y) => x + y);

        public override Expr OfEqual(Expr element, Expr n) => n * element;
    }

    private sealed class MaxOfBatch : BatchFunction
    {
        public override string Name => "max";

        public override string Kind => "Max";

        public override string Definition => "the greatest eᵢ";

        public override string Gradient => "1/k for each of the k greatest, 0 for the others";

        public override string Latex => @"\max";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements) => elements.Aggregate(math.Greater);
    }

    private sealed class MinOfBatch : BatchFunction
    {
        public override string Name => "min";

        public override string Kind => "Min";

        public override string Definition => "the least eᵢ";

        public override string Gradient => "1/k for each of the k least, 0 for the others";

        public override string Latex => @"\min";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements) => -elements.Select(static x => -x).Aggregate(math.Greater);
    }

    private sealed class VarianceOfBatch : BatchFunction
    {
        public override string Name => "variance";

        public override string Kind => "Variance";

        public override string Definition => "Σ (eᵢ − mean(e))² / n, the variance of the batch itself, divided by n and not by n − 1";

        public override string Gradient => "2 (eᵢ − mean(e)) / n";

        public override string Latex => @"\operatorname{Var}";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements) => Of(math, elements);

        public static Ball? Of(BallMath math, IReadOnlyList<Ball> elements)
            => Mean(math, elements) is { } mean ? Mean(math, [.. elements.Select(x => (x - mean) * (x - mean))]) : null;

        public override Expr OfEqual(Expr element, Expr n) => 0;
    }

    private sealed class StdOfBatch : BatchFunction
    {
        public override string Name => "std";

        public override string Kind => "Std";

        public override string Definition => "√variance(e)";

        public override string Gradient => "(eᵢ − mean(e)) / (n std(e)), and 0 where std(e) is 0";

        public override string Latex => @"\operatorname{Std}";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements) => VarianceOfBatch.Of(math, elements) is { } variance ? BallMath.Sqrt(variance) : null;

        public override Expr OfEqual(Expr element, Expr n) => 0;
    }

    private sealed class LogSumExpOfBatch : BatchFunction
    {
        public override string Name => "logsumexp";

        public override string Kind => "LogSumExp";

        public override string Definition => "log Σ exp(eᵢ), without overflow";

        public override string Gradient => "exp(eᵢ − logsumexp(e))";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements) => Of(math, elements);

        public static Ball? Of(BallMath math, IReadOnlyList<Ball> elements) => math.Log(elements.Select(math.Exp).Aggregate(static (x, y) => x + y));

        public override Expr OfEqual(Expr element, Expr n) => element + Functions.Log.Of(n);
    }

    private sealed class LogMeanExpOfBatch : BatchFunction
    {
        public override string Name => "logmeanexp";

        public override string Kind => "LogMeanExp";

        public override string Definition => "log(Σ exp(eᵢ) / n), without overflow";

        public override string Gradient => "exp(eᵢ − logmeanexp(e)) / n";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements)
            => LogSumExpOfBatch.Of(math, elements) is { } sum && math.Log(math.Whole(elements.Count)) is { } count ? sum - count : null;
    }

    private sealed class MedianOfBatch : BatchFunction
    {
        public override string Name => "median";

        public override string Kind => "Median";

        public override string Definition => "the middle eᵢ, or the mean of the two middle ones";

        public override string Gradient => "1 for the middle eᵢ, or ½ for each of the two; equal elements share it";

        public override Ball? Exact(BallMath math, IReadOnlyList<Ball> elements)
        {
            Ball[] sorted = [.. elements];
            // Exchanged only where it is certain; what is too close to tell is a kink.
            for (var i = 1; i < sorted.Length; i++)
            {
                for (var j = i; j > 0 && math.SideOf(sorted[j - 1] - sorted[j]) > 0; j--) (sorted[j - 1], sorted[j]) = (sorted[j], sorted[j - 1]);
            }

            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]).Scaled(-1);
        }
    }
}
