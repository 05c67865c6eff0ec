using Gan.Dsl;
using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>CR, bCR and CT, against closed forms of networks and changes that are written here.</summary>
public class ConsistencyPenaltyTests
{
    private const ScalarType F64 = ScalarType.Float64;

    [Theory]
    [InlineData(ConsistencyChange.FlipAndShift, 0)]
    [InlineData(ConsistencyChange.FlipAndShift, 0.75)]
    [InlineData(ConsistencyChange.DiffAugment, 0)]
    public void Its_gradient_flows_through_both_logits(ConsistencyChange change, double margin) =>
        ConsistencyChecks.GradientOfBothLogits(new ConsistencyPenalty { Fake = 0.5, Change = change, Margin = margin }.Evaluate);

    /// <summary>A flip makes 2d of the difference d, in half of the draws. DiffAugment's contrast makes d·f of it, f ~ U(1/2, 3/2).</summary>
    [Fact]
    public void Its_expectation_over_the_changes()
    {
        ConsistencyChecks.TwoPixels(new ConsistencyPenalty().Evaluate, 3, 10 * 0.5 * 36);
        ConsistencyChecks.TwoPixels(new ConsistencyPenalty { Weight = 2, Real = 0.5, Fake = 3, Margin = 4 }.Evaluate, 3, 2 * 3.5 * 0.5 * 32);
        ConsistencyChecks.TwoPixels(new ConsistencyPenalty { Change = ConsistencyChange.DiffAugment }.Evaluate, 3, 10 * 9 / 12.0);
        ConsistencyChecks.Dropout(new ConsistencyPenalty { Change = ConsistencyChange.Dropout, Margin = 0.2 }.Evaluate, 0.5, 10 * 0.5 * 0.8);
        CheckFailure.AssertFails(() => ConsistencyChecks.TwoPixels(new ConsistencyPenalty { Weight = 9 }.Evaluate, 3, 10 * 0.5 * 36), "expected 180");
        CheckFailure.AssertFails(() => ConsistencyChecks.Dropout(new ConsistencyPenalty { Change = ConsistencyChange.Dropout, Weight = 11 }.Evaluate, 1, 10 * 0.5 * 4), "expected 20");
    }

    /// <summary>The pixel in column 3 of 8 is flipped to column 4, and shifted by −1, 0 or 1: E(s + f)² = 1/2 + 1/2 of D(x) = the pixel's column.</summary>
    [Fact]
    public void Its_shifts_go_up_to_an_eighth_of_the_image()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear([.. Enumerable.Range(0, 8).Select(static column => (double)column)]);
        var images = zeros(20_000, 1, 1, 8, dtype: F64);
        images[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Colon, 3] = 1;
        random.manual_seed(7);
        Assert.Equal(1, new ConsistencyPenalty { Weight = 1 }.Evaluate(discriminator, images, null).item<double>(), 0.05);
    }

    /// <summary>T(x) = x + 1 and D(x) = w·x of two logits: the mean of 1 and 4 a sample, which the margin lowers.</summary>
    [Fact]
    public void Its_cost_is_the_mean_over_the_logits_of_a_sample()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(tensor([1.0, -2.0]), static (x, w) => x.mul(w));
        using var term = new Shifted { Weight = 3, Real = 2, Fake = 0.5, Margin = 1 }.Evaluate(discriminator, rand(4, 1, dtype: F64), rand(3, 1, dtype: F64));
        Assert.Equal(3 * 2.5 * 1.5, term.item<double>(), 1e-12);
        term.backward();
        // d/dw of (w1² + w2²) / 2.
        Assert.Equal([3 * 2.5 * 1, 3 * 2.5 * -2], discriminator.Gradient.Select(static slope => Math.Round(slope, 10)));
    }

    [Fact]
    public void The_logits_of_the_loss_are_shared()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3);
        var objective = new LogisticObjective { Penalties = [new Shifted { Weight = 2, Fake = 1 }] };
        using var terms = objective.DiscriminatorTerms(discriminator, ones(2, 1, dtype: F64), zeros(2, 1, dtype: F64), step: 0, gradients: null);
        Assert.Equal(4, discriminator.Calls);
        Assert.Equal("Shifted", Assert.Single(terms.Penalties).Name);
        Assert.Equal(2 * 2 * 9, terms.Penalties[0].Value.item<double>(), 1e-12);
    }

    /// <summary>D(x) = 2·layer(x), layer(x) = w·x: 4w² of the logits, w² of the layer.</summary>
    [Theory]
    [InlineData(ConsistencyChange.FlipAndShift, 0.5)]
    [InlineData(ConsistencyChange.Dropout, 0)]
    public void A_layers_outputs_count_too(ConsistencyChange change, double layerWeight)
    {
        using var scope = NewDisposeScope();
        using var discriminator = new TwoLayers();
        var penalty = change == ConsistencyChange.Dropout
            ? new ConsistencyPenalty { Weight = 1, Change = change, Layer = "inner.layer", LayerWeight = layerWeight }
            : new Shifted { Weight = 1, Layer = "inner.layer", LayerWeight = layerWeight };
        using var term = penalty.Evaluate(discriminator, ones(5, 1, dtype: F64), null);
        Assert.Equal(change == ConsistencyChange.Dropout ? 0 : 9 * (4 + layerWeight), term.item<double>(), 1e-12);
        term.backward();
        Assert.Equal(change == ConsistencyChange.Dropout ? 0 : 2 * 3 * (4 + layerWeight), discriminator.Layer.Gradient.Single(), 1e-12);
        // The hook is gone.
        Assert.Equal(6, discriminator.call(ones(1, 1, dtype: F64)).item<double>());
    }

    [Fact]
    public void A_layer_that_is_not_there_is_named()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new TwoLayers();
        var error = Assert.Throws<InvalidOperationException>(() => new Shifted { Layer = "outer" }.Evaluate(discriminator, ones(5, 1, dtype: F64), null));
        Assert.Contains("no layer 'outer'. Its layers are inner, inner.layer", error.Message);
        Assert.Equal(0, discriminator.Layer.Calls);
        using var idle = new TwoLayers { SkipsLayer = true };
        Assert.Contains("does not call its layer", Assert.Throws<InvalidOperationException>(() => new Shifted { Layer = "inner.layer" }.Evaluate(idle, ones(5, 1, dtype: F64), null)).Message);
    }

    [Fact]
    public void A_change_of_another_shape_is_refused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3);
        using var change = nn.Flatten(0);
        Assert.Contains("must return samples of the shape [2, 1]", Assert.Throws<InvalidOperationException>(() => new ConsistencyPenalty { Augmentation = change }.Evaluate(discriminator, ones(2, 1), null)).Message);
        Assert.Equal("real", Assert.Throws<ArgumentException>(() => new ConsistencyPenalty().Evaluate(discriminator, ones(2, 1), null)).ParamName);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Equal((10, 1, 0, 0, 0.1, "Consistency"), (new ConsistencyPenalty().Weight, new ConsistencyPenalty().Real, new ConsistencyPenalty().Fake, new ConsistencyPenalty().Margin, new ConsistencyPenalty().LayerWeight, new ConsistencyPenalty().Name));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsistencyPenalty { Real = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsistencyPenalty { Fake = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsistencyPenalty { Margin = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsistencyPenalty { LayerWeight = double.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsistencyPenalty { Change = (ConsistencyChange)9 });
    }

    [Fact]
    public void Nothing_leaks()
    {
        ConsistencyChecks.NothingLeaks(new ConsistencyPenalty { Fake = 1 }.Evaluate);
        using var discriminator = new TwoLayers();
        using var real = ones(5, 1, dtype: F64);
        Live.AssertUnchanged(() =>
        {
            using var term = new Shifted { Layer = "inner.layer" }.Evaluate(discriminator, real, null);
            term.backward();
        });
    }

    /// <summary>T(x) = x + 1.</summary>
    private sealed class Shifted : ConsistencyPenalty
    {
        public Shifted() => Augmentation = new AddOne();
    }

    private sealed class AddOne() : nn.Module<Tensor, Tensor>(nameof(AddOne))
    {
        public override Tensor forward(Tensor input) => input.add(1);
    }

    private sealed class TwoLayers : nn.Module<Tensor, Tensor>
    {
        private readonly Inner inner = new();

        public TwoLayers()
            : base(nameof(TwoLayers)) => RegisterComponents();

        public bool SkipsLayer { get; init; }

        public FunctionNet Layer => inner.Of;

        public override Tensor forward(Tensor input) => SkipsLayer ? input : inner.call(input).mul(2);

        private sealed class Inner : nn.Module<Tensor, Tensor>
        {
            private readonly FunctionNet layer = FunctionNet.Linear(3);

            public Inner()
                : base(nameof(Inner)) => RegisterComponents();

            public FunctionNet Of => layer;

            public override Tensor forward(Tensor input) => layer.call(input);
        }
    }
}
