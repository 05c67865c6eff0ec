using CudaKernels;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>The printed kernels, compiled as C++, against the passes of the lanes.</summary>
public sealed class KernelTextTests(CatalogueKernels kernels) : IClassFixture<CatalogueKernels>
{
    // Less than a thread takes, less than a tile, some tiles and a rest.
    private static readonly int[] s_counts = [1, 7, 64, 2048, 5003];

    private static readonly ScalarType[] s_types = [ScalarType.Float32, ScalarType.Float64];

    public static TheoryData<string> Losses => [.. CatalogueTerm.All.Select(static term => term.Name)];

    public static TheoryData<string> OfHalfTypes => [.. CatalogueKernels.HalfTypes.Select(static term => term.Name)];

    [CppTheory]
    [MemberData(nameof(Losses))]
    public void MeansOfEveryLength(string name)
    {
        foreach (var type in s_types)
        {
            foreach (var count in s_counts)
                AssertEqual(name, type, Logits(type, count, 3), Logits(type, (count + 1) / 2, 4), (LossReduction.Mean, LossReduction.Mean), weight: 1);
        }
    }

    [CppTheory]
    [MemberData(nameof(Losses))]
    public void EveryReductionWithWeightsAndMasks(string name)
    {
        foreach (var type in s_types)
        {
            foreach (var kind in new[] { nn.Reduction.Mean, nn.Reduction.Sum, nn.Reduction.None })
            {
                using var scope = NewDisposeScope();
                const int Count = 2053;
                var mask = rand(Count) < 0.7;
                mask[0] = true;
                var weighted = new LossReduction(kind) { Weights = rand(Count) + 0.5 };
                var masked = new LossReduction(kind) { Weights = weighted.Weights, Mask = mask };
                var (real, fake) = (Logits(type, Count, 5), Logits(type, Count, 6));
                AssertEqual(name, type, real, fake, (new(kind), new(kind)), weight: 0.7);
                AssertEqual(name, type, real, fake, (weighted, weighted), weight: 0.7);
                // Whatever is masked is not looked at.
                fake[mask.logical_not()] = double.NaN;
                real[mask.logical_not()] = double.NaN;
                AssertEqual(name, type, real, fake, (masked, masked), weight: 0.7);
            }
        }
    }

    [CppTheory]
    [MemberData(nameof(OfHalfTypes))]
    public void HalfTypesAreRoundedOnce(string name)
    {
        foreach (var type in new[] { ScalarType.Float16, ScalarType.BFloat16 })
        {
            foreach (var count in s_counts)
                AssertEqual(name, type, Logits(type, count, 7), Logits(type, count, 8), (LossReduction.Mean, LossReduction.Mean), weight: 1);
            AssertEqual(name, type, Logits(type, 2053, 7), Logits(type, 2053, 8), (LossReduction.None, LossReduction.None), weight: 1);
        }
    }

    [CppTheory]
    [MemberData(nameof(OfHalfTypes))]
    public void NoAddressNeedBeAligned(string name)
    {
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.Float16, ScalarType.BFloat16 })
        {
            using var scope = NewDisposeScope();
            AssertEqual(name, type, Logits(type, 4100, 9).narrow(0, 1, 4099), Logits(type, 4100, 10).narrow(0, 3, 4097), (LossReduction.Mean, LossReduction.Mean), weight: 1);
        }
    }

    [CppTheory]
    [MemberData(nameof(Losses))]
    public void ExtremeLogitsAndNaN(string name)
    {
        foreach (var type in s_types)
        {
            // Alone, for what they make of a mean; then among others, each for itself.
            foreach (var t in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, 1, -1, 104, -104, 3e38, -3e38, 1e-40 })
            {
                // A huge logit less a mean of such ones is what rounding left of it.
                if (Find(name).Kind == TermKind.Average && Math.Abs(t) > 1e30)
                    continue;
                using var scope = NewDisposeScope();
                AssertEqual(name, type, full(3, t, dtype: type), full(3, -t, dtype: type), (LossReduction.Mean, LossReduction.Mean), weight: 1);
                AssertEqual(name, type, full(3, t, dtype: type), full(3, t, dtype: type), (LossReduction.None, LossReduction.None), weight: 1);
            }
        }
    }

    /// <summary>As of more logits than all blocks take at once.</summary>
    [CppTheory]
    [MemberData(nameof(OfHalfTypes))]
    public void ABlockTakesManyTiles(string name)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits(ScalarType.Float32, 9001, 12), Logits(ScalarType.Float32, 9001, 13));
        var (term, reductions) = (Find(name), (LossReduction.Mean, LossReduction.Mean));
        var expected = DeviceTerm.Run(kernels.Compiled, term, real, fake, reductions, weight: 1);
        foreach (var blocks in new[] { 1, 2, 3 })
        {
            var actual = DeviceTerm.Run(kernels.Compiled, term, real, fake, reductions, weight: 1, blocks);
            AssertClose(expected.Loss, actual.Loss, leastScale: 1, $"{name}, {blocks} blocks");
            AssertGradient(expected.Fake, actual.Fake, term.Kind != TermKind.Average, $"{name}, {blocks} blocks");
        }
    }

    /// <summary>2 to the power of their number: the product of what is under the logarithms leaves the range of a double.</summary>
    [CppFact]
    public void LogarithmsOfManyLogits()
    {
        using var scope = NewDisposeScope();
        var logits = zeros(1_000_003);
        var actual = DeviceTerm.Run(kernels.Compiled, Find("LogisticR1 G"), logits, logits, (LossReduction.Mean, LossReduction.Mean), weight: 1, blocks: 1);
        Assert.Equal((float)Math.Log(2), actual.Loss.item<float>());
    }

    private void AssertEqual(string name, ScalarType type, Tensor real, Tensor fake, (LossReduction Real, LossReduction Fake) reductions, double weight)
    {
        using var scope = NewDisposeScope();
        var term = Find(name);
        if (term.Kind == TermKind.Pair)
            real = Logits(type, (int)fake.numel(), 11);
        if (term.Kind == TermKind.Both)
            weight = 1;
        LossSide[] sides = [LossSide.Of(real, nameof(real), reductions.Real), LossSide.Of(fake, nameof(fake), reductions.Fake)];
        var expectedGradients = new Tensor?[] { sides[0].Logits, sides[1].Logits };
        if (term.Kind == TermKind.Separate)
            expectedGradients = [sides[1].Logits];
        var expected = Gan.Runtime.Losses.LossEvaluation.Evaluate(DeviceTerm.Of(term, sides, weight), LossPath.Kernel, expectedGradients);
        var actual = DeviceTerm.Run(kernels.Compiled, term, real, fake, reductions, weight);
        var what = $"{term.Name}, {type}, {real.numel()} and {fake.numel()} logits, {reductions.Fake.Kind}{(reductions.Fake.Weights is null ? "" : ", weights")}{(reductions.Fake.Mask is null ? "" : ", mask")}";
        // Losses of both signs may cancel.
        AssertClose(expected, actual.Loss, reductions.Fake.Kind == nn.Reduction.Sum ? 100 : 1, what + ", loss");
        // The means of the logits are added in another order.
        var isExact = term.Kind != TermKind.Average;
        if (term.Kind != TermKind.Separate)
            AssertGradient(expectedGradients[0]!, actual.Real, isExact, what + ", real");
        AssertGradient(expectedGradients[^1]!, actual.Fake, isExact, what + ", fake");
    }

    private static CatalogueTerm Find(string name) => CatalogueTerm.All.Single(term => term.Name == name);

    private static void AssertGradient(Tensor expected, Tensor actual, bool isExact, string what)
    {
        if (isExact)
            Assert.True(Same(expected.to(actual.dtype), actual).all().item<bool>(), what);
        else
            AssertClose(expected.to(actual.dtype), actual, leastScale: 0, what);
    }

    private static Tensor Same(Tensor expected, Tensor actual) => expected.eq(actual).logical_or(expected.isnan().logical_and(actual.isnan()));

    private static void AssertClose(Tensor expected, Tensor actual, double leastScale, string what)
    {
        var tolerance = actual.dtype switch { ScalarType.Float64 => 1e-14, ScalarType.Float32 => 1e-6, ScalarType.Float16 => 1e-3, _ => 1e-2 };
        var (wanted, got) = (expected.to(ScalarType.Float64), actual.to(ScalarType.Float64));
        var difference = where(Same(wanted, got), 0, (wanted - got).abs()).max().item<double>();
        var scale = Math.Max(where(wanted.isfinite(), wanted.abs(), 0).max().item<double>(), leastScale);
        Assert.True(difference <= tolerance * scale, $"{what}: differs by {difference:R} of {scale:R}");
    }

    private static Tensor Logits(ScalarType type, int count, int seed)
    {
        using var generator = new Generator((ulong)seed);
        return randn([count], dtype: ScalarType.Float64, generator: generator).mul(3).to(type);
    }
}
