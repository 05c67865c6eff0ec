using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class SampleMetricsTests
{
    private static readonly string[] OfFeatures =
        ["frechet_distance", "kernel_distance", "kernel_distance_error", "precision", "recall", "density", "coverage"];

    private static readonly MetricOptions Few = new() { Samples = 300, KernelBlocks = 6, BatchSize = 64 };

    // Principal components of points of the plane are a rotation, which these metrics do not see.
    [Fact]
    public void TheReportHoldsTheMetricsOfAllSamples()
    {
        using var scope = NewDisposeScope();
        var (real, made) = (Rows.Normal(1, 100, 2), Rows.Of(Rows.Normal(2, 100, 2, 1.3, 0.2)));
        using var metrics = new SampleMetrics(new TableData(real), Few);
        var taken = 0;
        var report = metrics.Of((count, _) => made.narrow(0, (taken += count) - count, count));
        var x = Rows.Of(real).to(ScalarType.Float32);
        Assert.Equal(("Table", "2 principal components", 100, 100), (report.Data, report.Features, report.Samples, metrics.Samples));
        Assert.Equal(OfFeatures, report.Metrics.Select(metric => metric.Name));
        Assert.Equal(FrechetDistance.Of(x, made), report[MetricNames.FrechetDistance], 1e-9);
        Assert.Equal(PrecisionRecall.Of(x, made), new PrecisionRecall(report[MetricNames.Precision], report[MetricNames.Recall]));
        Assert.Equal(DensityCoverage.Of(x, made), new DensityCoverage(report[MetricNames.Density], report[MetricNames.Coverage]));
        Assert.Equal(
            [MetricDirection.LowerIsBetter, MetricDirection.LowerIsBetter, MetricDirection.None, .. Enumerable.Repeat(MetricDirection.HigherIsBetter, 4)],
            report.Metrics.Select(metric => metric.Direction));
        Assert.Contains("the metrics are frechet_distance, ", Assert.Throws<KeyNotFoundException>(() => report[MetricNames.Modes]).Message, StringComparison.Ordinal);
    }

    // Four samples are two blocks of two, dealt out in some way.
    [Fact]
    public void TheKernelDistanceIsThatOfTheSamples()
    {
        using var scope = NewDisposeScope();
        double[][] real = [[1, 0], [0, 2], [-1, 1], [0.5, -1]], made = [[2, 1], [0, 0], [1, -1], [3, 2]];
        var deals = KernelReference.Deals(real, made);
        using var features = new SignClassifier();
        for (var seed = 0; seed < 10; seed++)
        {
            using var metrics = new SampleMetrics(new TableData(real), new() { Samples = 4, ManifoldNeighbours = 1, DensityNeighbours = 1, Seed = seed }, features);
            var report = metrics.Of((_, _) => Rows.Of(made));
            var (mean, error) = (report[MetricNames.KernelDistance], report[MetricNames.KernelDistanceError]);
            Assert.Contains(deals, deal => Math.Abs(deal.Mean - mean) < 1e-9 && Math.Abs(deal.Error - error) < 1e-9);
        }
    }

    [Fact]
    public void AMixtureCountsItsModes()
    {
        using var data = new GaussianMixture(GaussianMixture.Ring(), 0.02, 2000);
        using var other = new GaussianMixture(GaussianMixture.Ring(), 0.02, 2000, seed: 1);
        using var metrics = new SampleMetrics(data, Few);
        var good = metrics.Of((count, _) => other.Samples([.. Enumerable.Range(0, count)]));
        Assert.Equal([.. OfFeatures, "modes", "high_quality"], good.Metrics.Select(metric => metric.Name));
        Assert.Equal(8, good[MetricNames.Modes]);
        Assert.InRange(good[MetricNames.HighQuality], 0.95, 1);
        var collapsed = metrics.Of((count, random) => randn([count, 2], generator: random).mul(0.02).add(tensor(new float[] { 2, 0 })));
        Assert.Equal(1, collapsed[MetricNames.Modes]);
        Assert.InRange(collapsed[MetricNames.Coverage], 0, 0.2);
        // From eight modes of a circle of radius 2 around 0, with the variance 2 on each axis, to one point: 4 + 2 + 2, but for the deviations and the choice of samples.
        Assert.InRange(collapsed[MetricNames.FrechetDistance], 7, 9);
        Assert.InRange(good[MetricNames.FrechetDistance], 0, 0.1);
    }

    [Fact]
    public void ClassesCountWhereTheClassifierKnowsThem()
    {
        double[][] points = [.. Enumerable.Range(0, 40).Select(i => new[] { i < 10 ? -1 - i : 1 + i, 0.5 * i })];
        int[] labels = [.. points.Select(point => point[0] < 0 ? 0 : 1)];
        using var features = new SignClassifier();
        Func<int, Generator, Tensor> oneSided = (count, random) => rand([count, 2], generator: random).add(0.5);
        using (var metrics = new SampleMetrics(new TableData(points, labels: labels), Few, features))
        {
            var report = metrics.Of(oneSided);
            Assert.Equal([.. OfFeatures, "classes", "class_divergence", "class_total_variation", "class_confidence"], report.Metrics.Select(metric => metric.Name));
            Assert.Equal(1, report[MetricNames.Classes]);
            // The real shares are 1/4 and 3/4, the generated ones 0 and 1.
            Assert.Equal(Math.Log(4 / 3.0), report[MetricNames.ClassDivergence], 1e-12);
            Assert.Equal(0.25, report[MetricNames.ClassVariation], 1e-12);
        }
        foreach (var unknown in new[] { new TableData(points), new TableData(points, labels: [.. labels.Select(label => 1 - label)]), new TableData(points, labels: [.. labels.Select(label => 2 * label)]) })
        {
            using var metrics = new SampleMetrics(unknown, Few, features);
            Assert.Equal(OfFeatures, metrics.Of(oneSided).Metrics.Select(metric => metric.Name));
        }
        Assert.False(features.IsDisposed);
    }

    [Fact]
    public void DataMayBringFeaturesOfTheirOwn()
    {
        double[][] points = [.. Enumerable.Range(0, 40).Select(i => new[] { i < 10 ? -1 - i : 1 + i, 0.5 * i })];
        var made = new SignClassifier();
        using (var metrics = new SampleMetrics(new TableData(points) { Features = () => made }, Few))
            Assert.Equal("points", metrics.Of((count, random) => randn([count, 2], generator: random)).Features);
        Assert.True(made.IsDisposed);
        // Features that are passed come before those.
        using var passed = new SignClassifier();
        new SampleMetrics(new TableData(points) { Features = () => throw new InvalidOperationException("They are not asked for.") }, Few, passed).Dispose();
        Assert.False(passed.IsDisposed);
    }

    [Fact]
    public void PicturesAreMeasuredByTheClassifier()
    {
        using var data = new FashionMnist();
        using var metrics = new SampleMetrics(data, Few);
        var good = metrics.Of((count, _) => data.Samples([.. Enumerable.Range(0, count)]));
        var noise = metrics.Of((count, random) => rand([count, 1, 28, 28], generator: random).mul(2).sub(1));
        Assert.Equal("classifier of FashionMnist", good.Features);
        Assert.Equal(10, good[MetricNames.Classes]);
        Assert.InRange(good[MetricNames.ClassVariation], 0, 0.2);
        Assert.InRange(noise[MetricNames.Classes], 1, 5);
        Assert.True(noise[MetricNames.FrechetDistance] > 10 * good[MetricNames.FrechetDistance], $"{noise[MetricNames.FrechetDistance]} of noise, {good[MetricNames.FrechetDistance]} of pictures");
        Assert.True(noise[MetricNames.KernelDistance] > good[MetricNames.KernelDistance] + (4 * good[MetricNames.KernelDistanceError]));
        Assert.Equal(0, noise[MetricNames.Recall]);
        Assert.InRange(good[MetricNames.Coverage], 0.5, 1);
    }

    [Fact]
    public void OtherPicturesAreMeasuredByComponents()
    {
        using var data = new Digits();
        using var metrics = new SampleMetrics(data, Few);
        var report = metrics.Of((count, _) => data.Samples([.. Enumerable.Range(100, count)]));
        Assert.Equal("64 principal components", report.Features);
        Assert.Equal(OfFeatures, report.Metrics.Select(metric => metric.Name));
        Assert.InRange(report[MetricNames.Precision], 0.5, 1);
    }

    [Fact]
    public void TheSeedAloneMakesTheReport()
    {
        using var data = new GaussianMixture(GaussianMixture.Grid(), 0.05, 2000);
        IEnumerable<double> Values(long seed)
        {
            using var metrics = new SampleMetrics(data, Few with { Seed = seed });
            var first = metrics.Of((count, random) => randn([count, 2], generator: random)).Metrics.Select(metric => metric.Value).ToArray();
            Assert.Equal(first, metrics.Of((count, random) => randn([count, 2], generator: random)).Metrics.Select(metric => metric.Value));
            return first;
        }
        manual_seed(3);
        using var expected = rand(4);
        manual_seed(3);
        Assert.Equal(Values(1), Values(1));
        Assert.NotEqual(Values(1), Values(2));
        using var actual = rand(4);
        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
    }

    [Fact]
    public void RefusesWhatAGeneratorMustNotMake()
    {
        using var scope = NewDisposeScope();
        using var data = new GaussianMixture(GaussianMixture.Ring(), 0.02, 200);
        using var metrics = new SampleMetrics(data, Few);
        void Refuses(string message, Func<int, Tensor> make) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => metrics.Of((count, _) => make(count))).Message, StringComparison.Ordinal);
        Refuses("[n, 2]", count => zeros(count, 3));
        Refuses("but 64 were requested", count => zeros(count - 1, 2));
        Refuses("diverged", count => full(count, 2, double.NaN));
        Refuses("float", count => zeros([count, 2], dtype: ScalarType.Int64));
        Assert.Throws<ArgumentNullException>(() => metrics.Of((_, _) => null!));
        Assert.Throws<ArgumentNullException>(() => metrics.Of(null!));
        metrics.Dispose();
        Assert.Throws<ObjectDisposedException>(() => metrics.Of((count, _) => zeros(count, 2)));
    }

    [Fact]
    public void RefusesWrongFeaturesAndOptions()
    {
        using var data = new TableData(Rows.Normal(1, 30, 2));
        void Broken(string message, Func<Tensor, Tensor> make)
        {
            using var scope = NewDisposeScope();
            Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => new SampleMetrics(data, Few, new SignClassifier { Make = make })).Message, StringComparison.Ordinal);
        }
        Broken("no tensor", _ => null!);
        Broken("not floating point [30, 2]", samples => samples.flatten());
        Broken("Int64", samples => samples.to(ScalarType.Int64));
        Broken("The features points are not finite", samples => samples.mul(double.PositiveInfinity));
        // Those of the generator's samples alone.
        using (var metrics = new SampleMetrics(data, Few, new SignClassifier { Make = samples => samples.div(samples) }))
        {
            using var scope = NewDisposeScope();
            Assert.Contains("The features points are not finite", Assert.Throws<InvalidOperationException>(() => metrics.Of((count, _) => zeros(count, 2))).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentNullException>(() => new SampleMetrics(null!));
        Assert.Contains("neighbours", Assert.Throws<ArgumentException>(() => new SampleMetrics(data, Few with { DensityNeighbours = 30 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Few with { Samples = 3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Few with { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Few with { KernelBlocks = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Few with { ManifoldNeighbours = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Few with { LeastSamples = 0 });
    }

    [Fact]
    public void RefusesWrongLogits()
    {
        double[][] points = Rows.Normal(1, 30, 2);
        using var data = new TableData(points, labels: [.. points.Select(point => point[0] < 0 ? 0 : 1)]);
        void Broken(string message, Func<Tensor, Tensor> make)
        {
            using var scope = NewDisposeScope();
            Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => new SampleMetrics(data, Few, new SignClassifier { MakeLogits = make })).Message, StringComparison.Ordinal);
        }
        Broken("The logits of points are no tensor", _ => null!);
        Broken("not floating point [30, 2]", _ => zeros(30, 3));
        Broken("not floating point [30, 2]", _ => zeros(29, 2));
        Broken("Int64", features => features.to(ScalarType.Int64));
        Broken("The logits of points are not finite", features => features.mul(double.NaN));
        // Those of the generator's samples alone.
        using var ones = new SampleMetrics(data, Few, new SignClassifier { MakeLogits = features => features.narrow(1, 0, 1).mul(tensor(new float[] { -1, 1 })).div(features.narrow(1, 0, 1).abs()) });
        using var outer = NewDisposeScope();
        Assert.Contains("The logits of points are not finite", Assert.Throws<InvalidOperationException>(() => ones.Of((count, _) => zeros(count, 2))).Message, StringComparison.Ordinal);
        using var few = new TableData(Rows.Normal(1, 3, 2));
        Assert.Contains("Table has 3 samples: metrics need at least 4", Assert.Throws<ArgumentException>(() => new SampleMetrics(few, Few with { ManifoldNeighbours = 1, DensityNeighbours = 1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesNoTensorBehind()
    {
        using var data = new GaussianMixture(GaussianMixture.Ring(), 0.02, 200);
        Live.AssertUnchanged(() =>
        {
            using var metrics = new SampleMetrics(data, Few);
            metrics.Of((count, random) => randn([count, 2], generator: random));
            Assert.Throws<ArgumentException>(() => metrics.Of((count, _) => zeros(count, 3)));
        });
    }
}
