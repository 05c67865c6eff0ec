using Gan.Experiments.Metrics.Features;
using Gan.Experiments.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Experiments.Tests.Metrics;

public sealed class PrincipalComponentsTests
{
    // Points m ± 3 (0.6, 0.8) and m ± 1 (-0.8, 0.6): these are the directions, by falling variance.
    private static readonly double[][] Ellipse = Rows.Times([[3, 0], [-3, 0], [0, 1], [0, -1]], [[0.6, 0.8], [-0.8, 0.6]]).Select(row => new[] { row[0] + 5, row[1] - 7 }).ToArray();

    [Fact]
    public void TheyAreTheAxesOfAnEllipse()
    {
        using var scope = NewDisposeScope();
        using var one = PrincipalComponents.Of(new TableData(Ellipse), components: 1);
        Assert.Equal((1, "1 principal components"), (one.Size, one.Name));
        var values = one.Of(tensor([5f, -7f, 5.6f, -6.2f, 4.2f, -6.4f]).reshape(3, 2)).data<double>().ToArray().Select(Math.Abs).ToArray();
        Assert.Equal(0, values[0], 1e-5);
        Assert.Equal(1, values[1], 1e-5);
        Assert.Equal(0, values[2], 1e-5);
    }

    [Fact]
    public void AllOfThemAreARotation()
    {
        using var scope = NewDisposeScope();
        using var data = new Digits();
        using var features = PrincipalComponents.Of(data);
        Assert.Equal(64, features.Size);
        var samples = data.Samples([0, 1, 2, 3, 4, 5, 6, 7]);
        // A corner pixel is the same in all digits: it counts nevertheless.
        var other = samples.clone();
        other[.., 0, 0, 0] += 1.5f;
        var distances = features.Of(samples).sub(features.Of(other)).square().sum(1).sqrt().data<double>().ToArray();
        Assert.All(distances, distance => Assert.Equal(1.5, distance, 1e-5));
    }

    // More values than samples: by the samples' own matrix.
    [Fact]
    public void OfLongSamplesTheyAreTheDirectionsToo()
    {
        using var scope = NewDisposeScope();
        var rows = Ellipse.Select(point => Enumerable.Range(0, 1200).Select(i => i == 3 ? point[0] : i == 900 ? point[1] : 0.25).ToArray()).ToArray();
        using var features = PrincipalComponents.Of(new TableData(rows));
        Assert.Equal(2, features.Size);
        var sample = tensor(rows[0].Select(value => (float)value).ToArray()).reshape(1, 1200);
        // The last column is of the largest variance.
        var values = features.Of(sample).data<double>().ToArray();
        Assert.Equal(0, values[0], 1e-4);
        Assert.Equal(3, Math.Abs(values[1]), 1e-4);
    }

    [Fact]
    public void RefusesWrongArguments()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentNullException>(() => PrincipalComponents.Of(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrincipalComponents.Of(new TableData(Ellipse), 0));
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(new TableData(Ellipse), samples: 1));
        Assert.Contains("does not vary", Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(new TableData([new double[1100], new double[1100]]))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => PrincipalComponents.Of(new TableData([[1, double.NaN], [2, 3]])));
        using var features = PrincipalComponents.Of(new TableData(Ellipse));
        Assert.Throws<ArgumentException>(() => features.Of(zeros(1, 3)));
        Assert.Throws<ArgumentException>(() => features.Of(zeros(0, 2)));
    }

    [Fact]
    public void LeavesNoTensorBehind() => Live.AssertUnchanged(() =>
    {
        using var scope = NewDisposeScope();
        var outside = zeros(1, 2);
        PrincipalComponents features;
        using (NewDisposeScope())
            features = PrincipalComponents.Of(new TableData(Ellipse));
        features.Of(outside);
        features.Dispose();
    });
}
