using CudaKernels;
using Gan.Runtime.Losses.Terms;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>The printed kernels, compiled as C++, against the passes of the lanes.</summary>
public sealed class KernelTextTests(CatalogueKernels kernels) : IClassFixture<CatalogueKernels>
{
    // Less than a thread takes, less than a tile, some tiles and a rest.
    private static readonly int[] s_counts = [1, 7, 64, 2048, 5003];

    public static TheoryData<string> Losses => [.. CatalogueTerm.All.Select(static term => term.Name)];

    [CppTheory]
    [MemberData(nameof(Losses))]
    public void MeansAreThoseOfTheLanes(string name)
    {
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            foreach (var count in s_counts)
                AssertEqual(Find(name), type, count, (count + 1) / 2, LossReduction.Mean, LossReduction.Mean, weight: 1);
        }
    }

    private void AssertEqual(CatalogueTerm term, ScalarType type, int realCount, int fakeCount, LossReduction ofReal, LossReduction ofFake, double weight)
    {
        using var scope = NewDisposeScope();
        if (term.Kind == TermKind.Pair)
            realCount = fakeCount;
        var (real, fake) = (Logits(realCount, type, 3), Logits(fakeCount, type, 4));
        LossSide[] sides = [LossSide.Of(real, nameof(real), ofReal), LossSide.Of(fake, nameof(fake), ofFake)];
        if (term.Kind is TermKind.Both)
            weight = 1;
        var expectedGradients = new Tensor?[] { real, fake };
        var lossTerm = DeviceTerm.Of(term, sides, weight);
        if (term.Kind == TermKind.Separate)
            expectedGradients = [fake];
        var expected = LossEvaluation.Evaluate(lossTerm, LossPath.Kernel, expectedGradients);
        var isByElement = ofFake.Kind == nn.Reduction.None;
        var actual = DeviceTerm.Run(kernels.Compiled, term, sides, weight, isByElement);
        var what = $"{term.Name}, {type}, {realCount} and {fakeCount} logits";
        // Losses of both signs may cancel.
        AssertClose(expected, actual.Loss, leastScale: 1, what + ", loss");
        // The means of the logits are added in another order.
        var isExact = term.Kind != TermKind.Average;
        if (term.Kind != TermKind.Separate)
            AssertGradient(expectedGradients[0]!, actual.Real, isExact, what + ", real");
        AssertGradient(expectedGradients[^1]!, actual.Fake, isExact, what + ", fake");
    }

    private static void AssertGradient(Tensor expected, Tensor actual, bool isExact, string what)
    {
        if (isExact)
            Assert.True(expected.equal(actual).logical_or(expected.isnan().logical_and(actual.isnan())).all().item<bool>(), what);
        else
            AssertClose(expected, actual, leastScale: 0, what);
    }

    private static void AssertClose(Tensor expected, Tensor actual, double leastScale, string what)
    {
        var tolerance = expected.dtype == ScalarType.Float32 ? 1e-6 : 1e-14;
        var difference = (expected.to(ScalarType.Float64) - actual.to(ScalarType.Float64)).abs().max().item<double>();
        var scale = Math.Max(expected.abs().to(ScalarType.Float64).max().item<double>(), leastScale);
        Assert.True(difference <= tolerance * scale, $"{what}: differs by {difference:R} of {scale:R}");
    }

    private static CatalogueTerm Find(string name) => CatalogueTerm.All.Single(term => term.Name == name);

    private static Tensor Logits(int count, ScalarType type, int seed)
    {
        using var generator = new Generator((ulong)seed);
        return randn([count], dtype: ScalarType.Float64, generator: generator).mul(3).to(type);
    }
}
