using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

/// <summary>Whatever came upon the weight since the vectors were last moved, a call in evaluation mode divides by its largest singular value.</summary>
public class SpectralNormStaleTests
{
    private static readonly Dictionary<string, Action<SpectralNorm, SampleLayer>> Changes = new()
    {
        ["untouched"] = (_, _) => { },
        ["initialised anew"] = (layer, _) => Weight(layer).normal_(),
        ["of the other sign"] = (layer, _) => Weight(layer).neg_(),
        ["scaled"] = (layer, _) => Weight(layer).mul_(1e-3),
        ["loaded without the vectors"] = (layer, _) => layer.load_state_dict(Normal(layer, "layer."), strict: false),
        ["loaded with vectors of another weight"] = (layer, _) => layer.load_state_dict(Normal(layer, "")),
        ["loaded with vectors that are zero"] = (layer, _) => layer.load_state_dict(WithVectors(layer, like => zeros_like(like))),
        ["loaded with vectors that are NaN"] = (layer, _) => layer.load_state_dict(WithVectors(layer, like => full_like(like, double.NaN))),
        ["of rank one"] = (layer, _) => Weight(layer).copy_(ones_like(Weight(layer))),
        ["moved through half precision"] = (layer, _) => layer.to(ScalarType.BFloat16).to(ScalarType.Float64),
        ["initialised anew, then trained once"] = (layer, sample) =>
        {
            Weight(layer).normal_();
            layer.train();
            layer.call(sample.Input());
        },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sigma_is_the_largest_singular_value_of_the_weight_as_it_is(string change)
    {
        foreach (var sample in SampleLayer.All.Append(s_wide).Append(s_single))
        {
            using var scope = NewDisposeScope();
            manual_seed(5);
            using var layer = SpectralNorm.Of(sample.Make());
            layer.eval();
            using (no_grad())
                Changes[change](layer, sample);
            layer.eval();

            layer.call(sample.Input());
            var state = layer.state_dict();
            var matrix = Matrix(layer, sample);
            var expected = linalg.svdvals(matrix).max().ToDouble();
            Assert.Equal(expected, layer.Sigma().ToDouble(), (change == "moved through half precision" ? 0.01 : 1e-9) * expected);
            Assert.Equal(layer.Sigma().ToDouble(), state["u"].dot(matrix.mv(state["v"])).ToDouble(), 1e-9 * expected);
        }
    }

    [Fact]
    public void What_it_found_is_kept_and_the_next_call_is_the_same_to_the_bit()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(40, 30));
        using (no_grad())
            Weight(layer).normal_();
        layer.eval();
        var x = randn(2, 40);
        var first = Numbers.Of(layer.call(x));
        var vectors = Numbers.Of(layer.state_dict()["v"]);
        Assert.Equal(first, Numbers.Of(layer.call(x)));
        Assert.Equal(vectors, Numbers.Of(layer.state_dict()["v"]));
    }

    [Fact]
    public void Asking_for_sigma_does_not_train()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(40, 30, dtype: ScalarType.Float64));
        using (no_grad())
            Weight(layer).normal_();
        var before = Numbers.Of(layer.state_dict()["u"]);
        var expected = linalg.svdvals(Weight(layer).detach()).max().ToDouble();
        Assert.Equal(expected, layer.Sigma().ToDouble(), 1e-9 * expected);
        Assert.Equal(before, Numbers.Of(layer.state_dict()["u"]));
    }

    [Theory]
    [InlineData(1e-25f)]
    [InlineData(1e25f)]
    public void Squares_of_the_weight_may_leave_the_range_of_float32(float size)
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(40, 30), epsilon: 1e-30);
        using (no_grad())
            Weight(layer).normal_().mul_(size);
        layer.eval();
        var expected = linalg.svdvals(Weight(layer).detach().to(ScalarType.Float64)).max().ToDouble();
        Assert.Equal(expected, layer.Sigma().ToDouble(), 1e-5 * expected);
    }

    [Fact]
    public void A_weight_too_large_to_decompose_is_iterated_on()
    {
        using var scope = NewDisposeScope();
        using var layer = SpectralNorm.Of(nn.Linear(1030, 1026));
        layer.eval();
        using (no_grad())
            Weight(layer).normal_().select(0, 3).mul_(4);
        var expected = linalg.svdvals(Weight(layer).detach().to(ScalarType.Float64)).max().ToDouble();
        Assert.Equal(expected, layer.Sigma().ToDouble(), 1e-3 * expected);
    }

    [Fact]
    public void The_search_leaks_nothing()
    {
        using var layer = SpectralNorm.Of(nn.Linear(40, 30));
        layer.eval();
        Live.AssertUnchanged(() =>
        {
            using var scope = NewDisposeScope();
            using (no_grad())
                Weight(layer).normal_();
            layer.call(randn(2, 40)).sum().backward();
            layer.zero_grad();
        });
    }

    private static readonly SampleLayer s_wide = new("wide", () => nn.Linear(300, 200, dtype: ScalarType.Float64), () => zeros([1, 300], dtype: ScalarType.Float64), (x, _, _) => x, false, 300);

    // One row: its left vector is a sign, and says nothing of the right one.
    private static readonly SampleLayer s_single = new("single", () => nn.Linear(50, 1, dtype: ScalarType.Float64), () => zeros([1, 50], dtype: ScalarType.Float64), (x, _, _) => x, false, 50);

    private static Tensor Weight(SpectralNorm layer) => SampleLayer.Parameter(layer, "layer.weight");

    private static Tensor Matrix(SpectralNorm layer, SampleLayer sample)
    {
        var weight = Weight(layer).detach();
        return (sample.Transposed ? weight.transpose(0, 1) : weight).flatten(1);
    }

    private static Dictionary<string, Tensor> Normal(SpectralNorm layer, string prefix) =>
        layer.state_dict().Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(entry => entry.Key, entry => randn_like(entry.Value));

    private static Dictionary<string, Tensor> WithVectors(SpectralNorm layer, Func<Tensor, Tensor> vector) =>
        layer.state_dict().ToDictionary(entry => entry.Key, entry => entry.Key is "u" or "v" ? vector(entry.Value) : randn_like(entry.Value));
}
