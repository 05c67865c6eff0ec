using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>What libtorch would refuse comes back as an exception that says whose mistake it is.</summary>
public class RefusedInputTests
{
    [Fact]
    public void A_network_that_does_not_take_the_samples_is_named_with_their_type()
    {
        using var scope = NewDisposeScope();
        using var half = nn.Linear(2, 1).to(ScalarType.Float16);
        var (real, fake) = (randn(3, 2), randn(3, 2).requires_grad_(true));
        Action[] calls =
        [
            () => GanStep.Discriminator(new NonSaturating(), half, real, fake, 0),
            () => GanStep.Discriminator(new LogisticR1(), half, real, fake, 0),
            () => GanStep.Generator(new NonSaturating(), half, fake),
            () => GanStep.Generator(new RelativisticPair(), half, real, fake),
            () => new NonSaturating().DiscriminatorTerms([half], real, fake, ListReduction.Mean),
            () => new R1Penalty().Evaluate(half, real, fake),
            () => new GradientPenalty().Evaluate(half, real, fake),
            () => new DriftPenalty().Evaluate(half, real, fake),
        ];
        Assert.All(calls, call => Assert.Contains("Float32 [3, 2] on cpu", Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Tensors_without_numbers_are_refused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1);
        var nowhere = ones(3, 2, device: META);
        Action[] calls =
        [
            () => new Hinge().DiscriminatorLoss(nowhere, nowhere),
            () => new Hinge().GeneratorLoss(nowhere),
            () => new RelativisticPair().GeneratorLoss(nowhere, nowhere),
            () => new LossReduction(nn.Reduction.Mean).Of(nowhere),
            () => GanStep.Discriminator(new Hinge(), discriminator, nowhere, nowhere, 0),
            () => new R1Penalty().Evaluate(discriminator, nowhere, null),
            () => FeatureMatching.Loss([nowhere], [nowhere], ListReduction.Mean),
            () => SpectralNorm.Of(nn.Linear(2, 1, device: META)),
            () => new PixelNorm().call(nowhere),
        ];
        Assert.All(calls, call => Assert.Contains("meta device", Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_float32_cannot_hold_is_refused()
    {
        Action[] calls =
        [
            () => _ = new Hinge { LossWeight = 1e308 },
            () => _ = new R1Penalty { Weight = 1e308 },
            () => _ = new GradientPenalty { Target = 1e308 },
            () => _ = new DraganPenalty { Scale = 1e308 },
            () => new LeastSquares { B = 1e308 }.DiscriminatorRealLoss(zeros(2)),
            () => WeightClipping.Clip(nn.Linear(1, 1), 1e308),
        ];
        Assert.All(calls, call => Assert.Contains("float32", Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_limit_beyond_a_half_type_clips_nothing()
    {
        using var scope = NewDisposeScope();
        using var half = nn.Linear(1, 1).to(ScalarType.Float16);
        var before = Numbers.Of(half.weight!);
        WeightClipping.Clip(half, 1e6);
        Assert.Equal(before, Numbers.Of(half.weight!));
        Assert.Equal(0, nn.Linear(1, 1).ClipGradientNorm(1e308));
    }

    [Fact]
    public void A_layer_that_does_not_take_the_input_says_so()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("Float32 [3, 5] on cpu", Assert.Throws<ArgumentException>("input", () => SpectralNorm.Of(nn.Linear(2, 1)).call(randn(3, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("Float32 [3, 5] on cpu", Assert.Throws<ArgumentException>("input", () => EqualizedLearningRate.Of(nn.Linear(2, 1)).call(randn(3, 5))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_of_an_inference_are_no_part_of_a_gradient()
    {
        using var scope = NewDisposeScope();
        using var mode = inference_mode(true);
        var inference = randn(3, 2);
        mode.Dispose();
        var tracked = randn(3, 2).requires_grad_(true);
        Func<Tensor>[] calls =
        [
            () => new Hinge().DiscriminatorLoss(tracked, inference),
            () => new RelativisticPair().GeneratorLoss(inference, tracked),
            () => new LossReduction(nn.Reduction.Mean) { Weights = inference }.Of(tracked),
        ];
        Assert.All(calls, call => Assert.Contains("inference", Assert.Throws<InvalidOperationException>(call).Message, StringComparison.OrdinalIgnoreCase));
        using var loss = new Hinge().DiscriminatorLoss(tracked.detach(), inference);
        Assert.True(double.IsFinite(loss.item<float>()));
    }

    [Fact]
    public void A_network_that_writes_over_what_its_gradient_needs_says_so()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new FunctionNet(ones(2), (x, w) => x.mul(w).exp().add_(1));
        Assert.Contains("cannot be differentiated", Assert.Throws<InvalidOperationException>(() => new R1Penalty().Evaluate(discriminator, randn(3, 2), null)).Message, StringComparison.Ordinal);
    }
}
