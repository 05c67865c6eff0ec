using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

public class SpectralNormStateTests
{
    [Fact]
    public void Training_moves_the_vectors_and_evaluation_lets_them_rest()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(40, 30));
        var x = randn(2, 40);
        double[] Vectors() => [.. Numbers.Of(layer.state_dict()["u"]), .. Numbers.Of(layer.state_dict()["v"])];
        var before = Vectors();
        layer.eval();
        var first = Numbers.Of(layer.call(x));
        Assert.Equal(first, Numbers.Of(layer.call(x)));
        Assert.Equal(before, Vectors());
        layer.train();
        layer.call(x);
        Assert.NotEqual(before, Vectors());
    }

    [Fact]
    public void A_layer_that_was_never_trained_is_normalised()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(2, 2, dtype: ScalarType.Float64));
        using var expected = linalg.svdvals(SampleLayer.Parameter(layer, "layer.weight").detach()).max();
        Assert.InRange(layer.Sigma().ToDouble() / expected.ToDouble(), 0.5, 1 + 1e-12);
    }

    [Fact]
    public void The_state_dict_makes_another_layer_the_same()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Conv2d(2, 3, 3));
        using var other = SpectralNorm.Of(nn.Conv2d(2, 3, 3));
        var x = randn(2, 2, 5, 5);
        layer.call(x);
        Assert.Equal(["layer.bias", "layer.weight", "u", "v"], layer.state_dict().Keys.Order());
        other.load_state_dict(layer.state_dict());
        Assert.Equal(Numbers.Of(layer.call(x)), Numbers.Of(other.call(x)));
        Assert.Equal(Numbers.Of(layer.state_dict()["u"]), Numbers.Of(other.state_dict()["u"]));
    }

    [Fact]
    public void A_seed_decides_everything()
    {
        using var scope = NewDisposeScope();
        double[] Run()
        {
            manual_seed(7);
            using var layer = SpectralNorm.Of(nn.Linear(5, 4));
            return Numbers.Of(layer.call(randn(3, 5)));
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Two_calls_share_one_backward_pass()
    {
        // As for real and generated samples: the second call's iteration must not spoil the first one's graph.
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(3, 2));
        layer.call(randn(4, 3)).square().sum().add(layer.call(randn(4, 3)).square().sum()).backward();
        Assert.All(Numbers.Of(SampleLayer.Parameter(layer, "layer.weight").grad!), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Penalties_differentiate_through_it_twice()
    {
        // With one output sigma is ||w|| and the gradient w / ||w||: R1 of weight 5 is 5, the distance from norm 1 is 0, and no weight changes that.
        using var scope = NewDisposeScope();
        using var discriminator = SpectralNorm.Of(nn.Linear(3, 1, dtype: ScalarType.Float64));
        var (real, fake) = (randn(4, 3, dtype: ScalarType.Float64), randn(4, 3, dtype: ScalarType.Float64));
        using var r1 = new R1Penalty { Weight = 5 }.Evaluate(discriminator, real, null);
        using var gradientPenalty = new GradientPenalty().Evaluate(discriminator, real, fake);
        Assert.Equal(5, r1.ToDouble(), 1e-12);
        Assert.Equal(0, gradientPenalty.ToDouble(), 1e-12);
        r1.backward();
        Numbers.AssertEqual([0, 0, 0], SampleLayer.Parameter(discriminator, "layer.weight").grad!, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_without_a_direction_leaves_the_vectors(float value)
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(3, 2, hasBias: false));
        var before = Numbers.Of(layer.state_dict()["u"]);
        Fill(layer, value);
        var y = Numbers.Of(layer.call(ones(1, 3)));
        Assert.All(y, number => Assert.Equal(value == 0, number == 0));
        Assert.Equal(before, Numbers.Of(layer.state_dict()["u"]));
        Fill(layer, 1);
        layer.call(ones(1, 3));
        Assert.Equal(Math.Sqrt(6), layer.Sigma().ToDouble(), 1e-5);
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    public void It_moves_to_another_dtype(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(3, 3));
        layer.to(type);
        Assert.Equal(type, layer.call(randn(2, 3).to(type)).dtype);
        Assert.All(layer.state_dict().Values, tensor => Assert.Equal(type, tensor.dtype));
        Assert.Equal(linalg.svdvals(SampleLayer.Parameter(layer, "layer.weight").to(ScalarType.Float64)).max().ToDouble(), layer.Sigma().ToDouble(), 0.05);
    }

    [Fact]
    public void It_leaks_nothing_and_outlives_the_scope_it_was_made_in()
    {
        SpectralNorm layer;
        using (NewDisposeScope())
            layer = SpectralNorm.Of(nn.Linear(3, 2));
        using (layer)
        {
            Live.AssertUnchanged(() =>
            {
                using var x = ones(2, 3);
                using var y = layer.call(x);
                using var sum = y.sum();
                sum.backward();
                using var sigma = layer.Sigma();
                layer.zero_grad();
            });
            using var embedding = SpectralNorm.Of(nn.Embedding(3, 2));
            Live.AssertUnchanged(() =>
            {
                using var index = ones(2, dtype: ScalarType.Int64);
                using var y = embedding.call(index);
            });
            using var inner = nn.Linear(3, 2);
            Live.AssertUnchanged(() =>
            {
                // The wrapper is let go of without the layer, which TorchSharp itself does not free whole.
                foreach (var (_, buffer) in SpectralNorm.Of(inner).named_buffers(false))
                    buffer.Dispose();
            });
        }
    }

    [Fact]
    public void What_cannot_be_normalised_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentNullException>("layer", () => SpectralNorm.Of(null!));
        Assert.Contains("ReLU", Assert.Throws<ArgumentException>("layer", () => SpectralNorm.Of(nn.ReLU())).Message);
        var disposed = nn.Linear(2, 2);
        disposed.Dispose();
        Assert.Throws<ArgumentException>("layer", () => SpectralNorm.Of(disposed));
        var embedding = nn.Embedding(2, 2);
        embedding.Dispose();
        Assert.Contains("disposed", Assert.Throws<ArgumentException>("layer", () => SpectralNorm.Of(embedding)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("iterations", () => SpectralNorm.Of(nn.Linear(2, 2), iterations: 0));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => SpectralNorm.Of(nn.Linear(2, 2), epsilon: 0));
        using var layer = SpectralNorm.Of(nn.Linear(2, 2));
        Assert.Throws<ArgumentNullException>("input", () => layer.call(null!));
        Assert.Throws<ArgumentException>("input", () => layer.call(ones(2, 2, dtype: ScalarType.Int64)));
    }

    private static void Fill(SpectralNorm layer, float value)
    {
        using var withoutGraph = no_grad();
        SampleLayer.Parameter(layer, "layer.weight").fill_(value);
    }
}
