using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>Sums, single losses, weights and masks, and their gradients. What is masked is NaN: whoever reads it shows it.</summary>
internal static class ReductionCheck
{
    private const double Masked = double.NaN;

    public static void Run(Func<Tensor, LossReduction, Tensor> loss, IReadOnlyList<LogitValue> expected)
    {
        var failures = new Failures();
        foreach (var format in FloatFormat.Full)
        {
            // A sum of some of them must not overflow.
            var points = expected.Where(point => Math.Abs(point.Value) < format.Largest / 1024 && Math.Abs(point.Slope) < format.Largest / 1024).ToArray();
            if (points.Length == 0)
                throw new ArgumentException($"There is nothing to check: no expected number is finite in {format.Type}.", nameof(expected));
            foreach (var reduction in Cases(points.Length))
                Check(loss, format, points, reduction, failures);
        }

        failures.ThrowIfAny();
    }

    private static IEnumerable<Case> Cases(int count)
    {
        var ones = Enumerable.Repeat(1.0, count).ToArray();
        var weights = Enumerable.Range(0, count).Select(static i => 0.5 + (i % 3)).ToArray();
        var every = Enumerable.Repeat(true, count).ToArray();
        var some = Enumerable.Range(0, count).Select(i => i % 2 == 0).ToArray();
        yield return new("the sum", nn.Reduction.Sum, ones, every, false);
        yield return new("each loss", nn.Reduction.None, ones, every, false);
        yield return new("the mean with a weight for each sample", nn.Reduction.Mean, weights, every, true);
        yield return new("the sum with weights of the logits' shape", nn.Reduction.Sum, weights, every, false);
        yield return new("the mean under a mask", nn.Reduction.Mean, ones, some, true);
        yield return new("the sum with weights under a mask", nn.Reduction.Sum, weights, some, false);
        yield return new("each loss with weights under a mask", nn.Reduction.None, weights, some, true);
    }

    private static void Check(Func<Tensor, LossReduction, Tensor> loss, FloatFormat format, LogitValue[] points, Case reduction, Failures failures)
    {
        using var scope = NewDisposeScope();
        var what = $"{reduction.Name} in {format.Type}";
        var tolerance = new Tolerance(format, points);
        var logits = tensor(points.Select((p, i) => reduction.Counts[i] ? p.Logit : Masked).ToArray(), format.Type).requires_grad_(true);
        var result = loss(logits.view(-1, 1), reduction.Make(format.Type));

        var factors = points.Select((_, i) => reduction.FactorOf(i)).ToArray();
        if (reduction.Kind == nn.Reduction.None)
        {
            Scalars.Alive(result, what);
            if (result.numel() != points.Length)
                throw new ObjectiveCheckException($"{what}: expected {points.Length} losses, actual {TensorChecks.Shape(result)}.");
            var losses = Scalars.Numbers(result);
            for (var i = 0; i < points.Length; i++)
                failures.Expect(format, $"loss {i} of {what}", losses[i], factors[i] * points[i].Value, Math.Abs(factors[i]) * tolerance.OfValue(points[i]));
            result = result.sum();
        }
        else
        {
            failures.Expect(format, what, Scalars.Read(result, format.Type, what), points.Zip(factors).Sum(static p => p.First.Value * p.Second), points.Zip(factors).Sum(p => tolerance.OfValue(p.First) * p.Second));
        }

        var gradient = Scalars.Gradient(result, logits, what);
        for (var i = 0; i < points.Length; i++)
            failures.Expect(format, $"gradient of logit {points[i].Logit:R} in {what}", gradient[i], factors[i] * points[i].Slope, factors[i] * tolerance.OfSlope(points[i]));
    }

    // Per sample: weights and mask of shape [N], else [N, 1].
    private sealed record Case(string Name, nn.Reduction Kind, double[] Weights, bool[] Counts, bool IsPerSample)
    {
        public LossReduction Make(ScalarType type) => new(Kind)
        {
            Weights = Weights.All(static w => w == 1) ? null : Shaped(tensor(Weights, type)),
            Mask = Counts.All(static c => c) ? null : Shaped(tensor(Counts)),
        };

        public double FactorOf(int index)
            => (Counts[index] ? Weights[index] : 0) / (Kind == nn.Reduction.Mean ? Counts.Count(static c => c) : 1);

        private Tensor Shaped(Tensor flat) => IsPerSample ? flat : flat.view(-1, 1);
    }
}
