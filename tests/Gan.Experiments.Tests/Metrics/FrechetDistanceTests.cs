using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class FrechetDistanceTests
{
    private static readonly double[][] Rotation = [[0.8, -0.6, 0], [0.6, 0.8, 0], [0, 0, 1]];

    // Of one number the distance is (μ₁ - μ₂)² + (σ₁ - σ₂)².
    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(1, 2, -3, 0.5)]
    [InlineData(5, 0, 2, 0)]
    [InlineData(1e6, 1e-3, 1e6, 2)]
    public void OfOneNumberItIsThatOfMeansAndDeviations(double mean1, double deviation1, double mean2, double deviation2)
    {
        var expected = Math.Pow(mean1 - mean2, 2) + Math.Pow(deviation1 - deviation2, 2);
        Assert.Equal(expected, Distance(Rows.Cross([mean1], [deviation1]), Rows.Cross([mean2], [deviation2])), 1e-9 * (1 + expected));
    }

    // Of commuting covariances it is |μ₁ - μ₂|² + Σ (σ₁ᵢ - σ₂ᵢ)²: here 1 + 4 + 9 and 4 + 0 + 0.25. A rotation changes nothing.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OfCommutingCovariancesItIsThatOfTheirDeviations(bool rotated)
    {
        var (x, y) = (Rows.Cross([1, 2, 3], [1, 2, 0.5]), Rows.Cross([2, 0, 0], [3, 2, 1]));
        if (rotated)
            (x, y) = (Rows.Times(x, Rotation), Rows.Times(y, Rotation));
        Assert.Equal(18.25, Distance(x, y), 1e-10);
        Assert.Equal(18.25, Distance(y, x), 1e-10);
    }

    // The root M of a 2×2 product has Tr M = sqrt(Tr M² + 2 sqrt(det M²)), by Cayley and Hamilton.
    [Fact]
    public void OfTwoNumbersItIsTheClosedForm()
    {
        var (x, y) = (Rows.Normal(1, 40, 2), Rows.Times(Rows.Normal(2, 30, 2), [[2, 1.5], [0, 0.7]]));
        var (a, b) = (Covariance(x), Covariance(y));
        var trace = (a[0] * b[0]) + (2 * a[1] * b[1]) + (a[2] * b[2]);
        var determinant = ((a[0] * a[2]) - (a[1] * a[1])) * ((b[0] * b[2]) - (b[1] * b[1]));
        var shift = Enumerable.Range(0, 2).Sum(i => Math.Pow(x.Average(row => row[i]) - y.Average(row => row[i]), 2));
        Assert.Equal(shift + a[0] + a[2] + b[0] + b[2] - (2 * Math.Sqrt(trace + (2 * Math.Sqrt(determinant)))), Distance(x, y), 1e-10);
    }

    // Fewer samples than numbers, in spaces at right angles: the root has no trace. Each covariance has the trace Σ |x - μ|² / (n - 1) = 1, the means are a third of (1, 1, 1, -1, -1, -1).
    [Fact]
    public void SingularCovariancesOfDifferentSpacesAddUp()
    {
        var (first, second) = (new double[3][], new double[3][]);
        for (var i = 0; i < 3; i++)
            (first[i], second[i]) = ([.. Unit(6, i)], [.. Unit(6, i + 3)]);
        Assert.Equal(2 + (6.0 / 9), Distance(first, second), 1e-12);
        Assert.Equal(0, Distance(first, first), 1e-12);
    }

    [Fact]
    public void EqualMomentsAreAtNoDistance()
    {
        var x = Rows.Normal(3, 300, 64, 10);
        Assert.InRange(Distance(x, x), 0, 1e-8);
        Assert.InRange(Distance(x, [.. x.Reverse()]), 0, 1e-8);
    }

    [Fact]
    public void AShiftAddsItsSquare()
    {
        var x = Rows.Normal(4, 100, 5);
        Assert.Equal(5 * 4, Distance(x, [.. x.Select(row => row.Select(value => value + 2).ToArray())]), 1e-9);
    }

    [Fact]
    public void HalfTypesAndGraphsAreTaken()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Rows.Of(Rows.Cross([1, 2], [1, 2])), Rows.Of(Rows.Cross([0, 0], [1, 1])));
        Assert.Equal(6, FrechetDistance.Of(x.to(ScalarType.Float32).requires_grad_(true), y.to(ScalarType.Float16)), 1e-2);
    }

    [Fact]
    public void RefusesWhatIsNoTable()
    {
        using var scope = NewDisposeScope();
        var good = rand(4, 3);
        var dead = rand(4, 3);
        dead.Dispose();
        Assert.Throws<ArgumentNullException>(() => FrechetDistance.Of(null!, good));
        Assert.Throws<ArgumentException>(() => FrechetDistance.Of(good, dead));
        Assert.Contains("n at least 2", Assert.Throws<ArgumentException>(() => FrechetDistance.Of(good, rand(1, 3))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FrechetDistance.Of(good, rand(4)));
        Assert.Throws<ArgumentException>(() => FrechetDistance.Of(rand(4, 0), rand(4, 0)));
        Assert.Throws<ArgumentException>(() => FrechetDistance.Of(good, ones(4, 3, dtype: ScalarType.Int64)));
        Assert.Contains("generated has 2", Assert.Throws<ArgumentException>(() => FrechetDistance.Of(good, rand(4, 2))).Message, StringComparison.Ordinal);
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity })
            Assert.Contains("Row 2 of generated", Assert.Throws<ArgumentException>(() => FrechetDistance.Of(good, Rows.Of([1, 2, 3], [1, 2, 4], [1, bad, 2]))).Message, StringComparison.Ordinal);
        Assert.Contains("overflows", Assert.Throws<ArgumentException>(() => FrechetDistance.Of(Rows.Of([1e200], [-1e200]), Rows.Of([1], [2]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var scope = NewDisposeScope();
        var (x, y, bad) = (rand(20, 4), rand(20, 4), full(20, 4, double.NaN));
        Live.AssertUnchanged(() => FrechetDistance.Of(x, y));
        Live.AssertUnchanged(() => Assert.Throws<ArgumentException>(() => FrechetDistance.Of(x, bad)));
    }

    private static double Distance(double[][] x, double[][] y)
    {
        using var scope = NewDisposeScope();
        return FrechetDistance.Of(Rows.Of(x), Rows.Of(y));
    }

    private static IEnumerable<double> Unit(int size, int axis) => Enumerable.Range(0, size).Select(i => i == axis ? 1.0 : 0);

    /// <summary>The unbiased covariance: xx, xy, yy.</summary>
    private static double[] Covariance(double[][] rows)
    {
        double[] mean = [rows.Average(row => row[0]), rows.Average(row => row[1])];
        double Of(int i, int j) => rows.Sum(row => (row[i] - mean[i]) * (row[j] - mean[j])) / (rows.Length - 1);
        return [Of(0, 0), Of(0, 1), Of(1, 1)];
    }
}
