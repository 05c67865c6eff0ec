using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Discriminators;

public class FeatureMatchingTests
{
    private static readonly double[][] Reals = [[0.5, -1, 2, 0], [3, 3]];
    private static readonly double[][] Fakes = [[0.25, 1, 2.5, -1], [1, 4]];

    [Theory]
    [InlineData(ListReduction.Sum, FeatureDistance.L1)]
    [InlineData(ListReduction.Mean, FeatureDistance.L1)]
    [InlineData(ListReduction.Sum, FeatureDistance.Squared)]
    [InlineData(ListReduction.Mean, FeatureDistance.Squared)]
    public void Each_layer_counts_by_its_mean(ListReduction layers, FeatureDistance distance)
    {
        using var scope = NewDisposeScope();
        var reals = Reals.Select(layer => tensor(layer).requires_grad_(true)).ToArray();
        var fakes = Fakes.Select(layer => tensor(layer).requires_grad_(true)).ToArray();
        var loss = FeatureMatching.Loss(reals, fakes, layers, distance);
        double[] means = [.. Reals.Zip(Fakes, (x, g) => x.Zip(g, (a, b) => distance == FeatureDistance.L1 ? Math.Abs(a - b) : (a - b) * (a - b)).Average())];
        Assert.Equal(layers == ListReduction.Sum ? means.Sum() : means.Average(), loss.item<double>(), 1e-12);

        loss.backward();
        Assert.All(reals, layer => Assert.Null(layer.grad));
        for (var i = 0; i < 2; i++)
        {
            var share = (layers == ListReduction.Sum ? 1.0 : 0.5) / Fakes[i].Length;
            Numbers.AssertEqual(
                [.. Reals[i].Zip(Fakes[i], (a, b) => share * (distance == FeatureDistance.L1 ? Math.Sign(b - a) : 2 * (b - a)))], fakes[i].grad!, 1e-12);
        }
    }

    [Fact]
    public void Over_several_discriminators_the_reductions_are_apart()
    {
        using var scope = NewDisposeScope();
        Tensor[] reals = [.. Reals.Select(layer => tensor(layer))], fakes = [.. Fakes.Select(layer => tensor(layer))];
        // Layers: (0.25 + 2 + 0.5 + 1) / 4 and (2 + 1) / 2. The second discriminator has the first layer alone.
        const double a = 3.75 / 4, b = 1.5;
        Assert.Equal(a + b + a, Loss(ListReduction.Sum, ListReduction.Sum), 1e-12);
        Assert.Equal(((a + b) / 2) + a, Loss(ListReduction.Mean, ListReduction.Sum), 1e-12);
        Assert.Equal((a + b + a) / 2, Loss(ListReduction.Sum, ListReduction.Mean), 1e-12);
        Assert.Equal((((a + b) / 2) + a) / 2, Loss(ListReduction.Mean, ListReduction.Mean), 1e-12);

        double Loss(ListReduction layers, ListReduction discriminators) =>
            FeatureMatching.Loss([reals, [reals[0]]], [fakes, [fakes[0]]], layers, discriminators).item<double>();
    }

    [Fact]
    public void Equal_features_are_at_distance_0_with_gradient_0()
    {
        using var scope = NewDisposeScope();
        var fake = ones(3, 4).requires_grad_(true);
        foreach (var distance in Enum.GetValues<FeatureDistance>())
        {
            using var loss = FeatureMatching.Loss([ones(3, 4)], [fake], ListReduction.Sum, distance);
            loss.backward();
            Assert.Equal(0, loss.item<float>());
            Assert.All(Numbers.Of(fake.grad!), value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void Half_features_are_compared_in_float32()
    {
        using var scope = NewDisposeScope();
        using var loss = FeatureMatching.Loss([full([2], 300.0, ScalarType.Float16)], [zeros(2, dtype: ScalarType.Float16)], ListReduction.Sum, FeatureDistance.Squared);
        Assert.Equal((ScalarType.Float32, 90000f), (loss.dtype, loss.item<float>()));
    }

    [Fact]
    public void Mistakes_are_refused_by_name_and_nothing_is_left()
    {
        using var good = ones(2, 3);
        using var wide = ones(2, 4);
        using var exact = ones(2, 3, dtype: ScalarType.Float64);
        using var integers = ones(2, 3, dtype: ScalarType.Int64);
        using var empty = zeros(0);
        Live.AssertUnchanged(() =>
        {
            FeatureMatching.Loss([good], [good], ListReduction.Sum).Dispose();
            FeatureMatching.Loss([[good], [wide]], [[good], [wide]], ListReduction.Sum, ListReduction.Mean).Dispose();
            Assert.Throws<ArgumentNullException>("realFeatures", () => FeatureMatching.Loss(null!, [good], ListReduction.Sum));
            Assert.Throws<ArgumentException>("realFeatures", () => FeatureMatching.Loss((Tensor[])[], [good], ListReduction.Sum));
            Assert.Throws<ArgumentException>("fakeFeatures", () => FeatureMatching.Loss([good], [good, good], ListReduction.Sum));
            Assert.Throws<ArgumentException>("fakeFeatures", () => FeatureMatching.Loss([good], [(Tensor)null!], ListReduction.Sum));
            Assert.Contains("Layer 1 is [2, 3]", Assert.Throws<ArgumentException>("fakeFeatures", () => FeatureMatching.Loss([wide, good], [wide, wide], ListReduction.Sum)).Message);
            Assert.Throws<ArgumentException>("fakeFeatures", () => FeatureMatching.Loss([good], [exact], ListReduction.Sum));
            Assert.Throws<ArgumentException>("realFeatures", () => FeatureMatching.Loss([integers], [good], ListReduction.Sum));
            Assert.Throws<ArgumentException>("fakeFeatures", () => FeatureMatching.Loss([good], [empty], ListReduction.Sum));
            Assert.Throws<ArgumentOutOfRangeException>("layers", () => FeatureMatching.Loss([good], [good], (ListReduction)7));
            Assert.Throws<ArgumentOutOfRangeException>("distance", () => FeatureMatching.Loss([good], [good], ListReduction.Sum, (FeatureDistance)7));
            Assert.Throws<ArgumentException>("fakeFeatures", () => FeatureMatching.Loss([[good]], [[good], [good]], ListReduction.Sum, ListReduction.Sum));
        });
    }
}
