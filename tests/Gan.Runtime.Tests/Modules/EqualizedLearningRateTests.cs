using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

public class EqualizedLearningRateTests
{
    [Theory]
    [MemberData(nameof(SampleLayer.Names), MemberType = typeof(SampleLayer))]
    public void The_output_is_that_of_the_scaled_weight_and_bias(string name)
    {
        using var scope = NewDisposeScope();
        var sample = SampleLayer.Find(name);
        using var layer = EqualizedLearningRate.Of(sample.Make(), gain: Math.Sqrt(2), multiplier: 0.01, bias: 3);
        var x = sample.Input();
        var weight = SampleLayer.Parameter(layer, "layer.weight").mul(Math.Sqrt(2) / Math.Sqrt(sample.FanIn) * 0.01);
        var bias = SampleLayer.Parameter(layer, "layer.bias").mul(0.01);
        Assert.All(Numbers.Of(bias), value => Assert.Equal(3, value, 1e-12));
        var y = layer.call(x);
        Numbers.AssertEqual(Numbers.Of(sample.Formula(x, weight, bias)), y, 1e-12);
    }

    [Fact]
    public void Weights_are_drawn_with_the_deviation_1_over_the_multiplier()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var layer = EqualizedLearningRate.Of(nn.Linear(300, 300), multiplier: 0.1);
        var weight = SampleLayer.Parameter(layer, "layer.weight");
        // Of 90,000 draws the deviation has the relative standard error 1 / sqrt(180,000), the mean 10 / 300.
        Assert.Equal(10, weight.std().ToDouble(), 10 * 4 / Math.Sqrt(180_000));
        Assert.Equal(0, weight.mean().ToDouble(), 4 * 10 / 300.0);
        Assert.All(Numbers.Of(SampleLayer.Parameter(layer, "layer.bias")), value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_gradient_has_the_scale_of_the_weight()
    {
        // y = s w x + m b with s = 0.5 * 3 / sqrt(1): dy/dw = s x, dy/db = m.
        using var scope = NewDisposeScope();
        using var layer = EqualizedLearningRate.Of(nn.Linear(1, 1, dtype: ScalarType.Float64), gain: 3, multiplier: 0.5);
        layer.call(tensor(new double[,] { { 4 } })).sum().backward();
        Assert.Equal(0.5 * 3 * 4, SampleLayer.Parameter(layer, "layer.weight").grad!.ToDouble(), 1e-12);
        Assert.Equal(0.5, SampleLayer.Parameter(layer, "layer.bias").grad!.ToDouble(), 1e-12);
    }

    [Fact]
    public void The_state_dict_makes_another_layer_the_same()
    {
        using var scope = NewDisposeScope();
        using var layer = EqualizedLearningRate.Of(nn.Linear(3, 2), multiplier: 0.5);
        using var other = EqualizedLearningRate.Of(nn.Linear(3, 2), multiplier: 0.5);
        other.load_state_dict(layer.state_dict());
        var x = randn(4, 3);
        Assert.Equal(["layer.bias", "layer.weight"], layer.state_dict().Keys.Order());
        Assert.Equal(Numbers.Of(layer.call(x)), Numbers.Of(other.call(x)));
    }

    [Fact]
    public void It_needs_no_bias_and_leaks_nothing()
    {
        using var inner = nn.Linear(3, 2, hasBias: false);
        using var layer = EqualizedLearningRate.Of(inner, multiplier: 0.5);
        Live.AssertUnchanged(() =>
        {
            using var x = ones(2, 3);
            using var y = layer.call(x);
        });
        Live.AssertUnchanged(() => EqualizedLearningRate.Of(inner));
    }

    [Fact]
    public void What_cannot_be_scaled_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentNullException>("layer", () => EqualizedLearningRate.Of(null!));
        Assert.Throws<ArgumentException>("layer", () => EqualizedLearningRate.Of(nn.ReLU()));
        Assert.Throws<ArgumentException>("layer", () => EqualizedLearningRate.Of(nn.Embedding(2, 2)));
        foreach (var wrong in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("gain", () => EqualizedLearningRate.Of(nn.Linear(2, 2), gain: wrong));
            Assert.Throws<ArgumentOutOfRangeException>("multiplier", () => EqualizedLearningRate.Of(nn.Linear(2, 2), multiplier: wrong));
        }

        Assert.Throws<ArgumentOutOfRangeException>("bias", () => EqualizedLearningRate.Of(nn.Linear(2, 2), bias: double.NaN));
    }
}
