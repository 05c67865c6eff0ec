using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Kernels;

/// <summary>The pass over logits, of lengths around the widths of vectors and from addresses that are no multiple of theirs, against sums written out in double precision.</summary>
public sealed class LossPassTests
{
    private static readonly Dictionary<string, (IGanObjective Objective, Func<double, double> Loss, Func<double, double> Slope)> Known = new()
    {
        ["softplus"] = (Objectives.Logistic, t => Softplus(-t), t => -1 / (1 + Math.Exp(t))),
        ["squares"] = (Objectives.LeastSquares, t => (t - 1) * (t - 1), t => 2 * (t - 1)),
        ["identity"] = (Objectives.Wasserstein, t => -t, _ => -1),
        ["exponential"] = (Objectives.Exponential, t => Math.Exp(-t), t => -Math.Exp(-t)),
        ["smoothed"] = (new SmoothedLogistic(), t => Softplus(-t), t => -1 / (1 + Math.Exp(t))),
    };

    public static TheoryData<string> Names => new(Known.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryLengthAndEveryAddressIsRead(string name)
    {
        var (objective, loss, slope) = Known[name];
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var memory = randn([100], generator: generator).mul(3);
        var numbers = memory.data<float>().ToArray();
        for (var count = 1; count <= 70; count++)
        {
            foreach (var start in new[] { 0, 1, 3, 7, 17 })
            {
                using var inner = NewDisposeScope();
                var logits = memory.narrow(0, start, count).detach().requires_grad_(true);
                var actual = objective.GeneratorLoss(logits);
                actual.backward();
                var t = numbers.AsSpan(start, count).ToArray();
                AssertClose(t.Average(x => loss(x)), actual.ToDouble(), t.Average(x => Math.Abs(loss(x))));
                var gradient = logits.grad!.data<float>().ToArray();
                for (var i = 0; i < count; i++)
                    AssertClose(slope(t[i]) / count, gradient[i], Math.Abs(slope(t[i]) / count));
            }
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void OneNaNIsSeenWhereverItStands(ScalarType type)
    {
        foreach (var objective in Objectives.All)
        {
            for (var place = 0; place < 70; place += 3)
            {
                using var scope = NewDisposeScope();
                var (logits, others) = (zeros(70, dtype: type), zeros(70, dtype: type));
                logits[place] = double.NaN;
                Assert.True(double.IsNaN(objective.DiscriminatorLoss(logits, others).ToDouble()), $"{objective.Info.Name}, D, real, {place}");
                Assert.True(double.IsNaN(objective.DiscriminatorLoss(others, logits).ToDouble()), $"{objective.Info.Name}, D, fake, {place}");
                Assert.True(double.IsNaN(objective.GeneratorLoss(others, logits).ToDouble()), $"{objective.Info.Name}, G, {place}");
            }
        }
    }

    [Fact]
    public void ExtremeLogitsHaveExactLosses()
    {
        using var scope = NewDisposeScope();
        foreach (var (t, loss, slope) in new[] { (float.PositiveInfinity, 0, 0), (float.NegativeInfinity, float.PositiveInfinity, -1), (float.MaxValue, 0, 0), (float.MinValue, float.MaxValue, -1), (float.Epsilon, MathF.Log(2), -0.5f), (-float.Epsilon, MathF.Log(2), -0.5f) })
        {
            // In the middle of a vector and alone.
            foreach (var count in new[] { 1, 32 })
            {
                var logits = full(count, t).requires_grad_(true);
                var actual = Objectives.Logistic.GeneratorLoss(logits, nn.Reduction.Mean);
                actual.backward();
                Assert.Equal(loss, actual.item<float>());
                Assert.Equal(slope / count, logits.grad![count / 2].item<float>());
            }
        }
    }

    [Fact]
    public void TheWholeRangeOfFloatsHasAccurateLossesAndSlopes()
    {
        using var scope = NewDisposeScope();
        var numbers = Enumerable.Range(0, (int)(uint.MaxValue / 4099)).Select(static i => BitConverter.UInt32BitsToSingle(4099 * (uint)i)).Where(float.IsFinite).ToArray();
        var logits = tensor(numbers).requires_grad_(true);
        var losses = Objectives.Logistic.GeneratorLoss(logits, nn.Reduction.None);
        losses.sum().backward();
        // Math.Exp overflows to infinity, whose reciprocal is 0, as it should.
        Ulps.AssertWithin(2.6, numbers, logits.grad!.data<float>().ToArray(), static t => -1 / (1 + Math.Exp(t)));
        Ulps.AssertWithin(2.6, numbers, losses.data<float>().ToArray(), static t => Softplus(-t));
    }

    [Fact]
    public void TinyLossesKeepTheirAccuracy()
    {
        using var scope = NewDisposeScope();
        // softplus(-20.7) is 1e-9: 1 + it is 1 in single precision.
        foreach (var count in new[] { 1, 64, 100_000 })
        {
            var logits = full(count, 20.7f);
            AssertClose(Softplus(-20.7f), Objectives.Logistic.GeneratorLoss(logits).ToDouble(), Softplus(-20.7f));
        }
    }

    [Fact]
    public void AMillionLossesAreAddedInDoublePrecision()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var logits = randn([1_000_003], generator: generator).mul(4);
        var numbers = logits.data<float>().ToArray();
        foreach (var (name, (objective, loss, _)) in Known)
        {
            var expected = numbers.Average(t => loss(t));
            var scale = numbers.Average(t => Math.Abs(loss(t)));
            Assert.True(Math.Abs(objective.GeneratorLoss(logits).ToDouble() - expected) <= 2e-7 * scale, name);
        }
    }

    private static void AssertClose(double expected, double actual, double scale) =>
        Assert.True(Math.Abs(expected - actual) <= 5e-7 * scale + 1e-37, $"expected {expected:R}, actual {actual:R}");

    private static double Softplus(double t) => Math.Max(t, 0) + Log1p(Math.Exp(-Math.Abs(t)));

    private static double Log1p(double x) => Math.Abs(x) < 1e-5 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);
}
