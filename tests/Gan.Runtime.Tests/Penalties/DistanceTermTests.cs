using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>Terms of G's loss that are distances: between samples of different latents, and between tensors that the caller gives.</summary>
public class DistanceTermTests
{
    private const ScalarType F64 = ScalarType.Float64;

    [Fact]
    public void Mode_seeking_is_the_inverse_of_the_ratio_of_the_distances()
    {
        LatentChecks.SamplesOfLinearGenerator(new ModeSeekingPenalty { Weight = 2 }.Evaluate, 4, 2 / 4.00001, -2 / (4.00001 * 4.00001));
        CheckFailure.AssertFails(() => LatentChecks.SamplesOfLinearGenerator(new ModeSeekingPenalty { Weight = 2 }.Evaluate, 4, 2 / 4.0, -2 / 16.0), "slope 4");
        LatentChecks.NothingLeaksFromSamples(new ModeSeekingPenalty().Evaluate);
    }

    /// <summary>Pairs (0, 2) and (1, 3) of five: |1 − 5| and |2 − 8| against |0 − 1| and |0 − 3|, 5 / 2.</summary>
    [Fact]
    public void Mode_seeking_pairs_the_two_halves_of_a_batch()
    {
        using var scope = NewDisposeScope();
        var fake = tensor([1.0, 2, 5, 8, 100]).reshape(5, 1);
        var latents = tensor([0.0, 0, 1, 3, -100]).reshape(5, 1);
        Assert.Equal(1 / (2.5 + 1e-5), new ModeSeekingPenalty().Evaluate(fake, latents).item<double>(), 1e-12);
        Assert.Equal(0, new ModeSeekingPenalty().Evaluate(ones(4, 2), ones(4, 2)).item<float>());
        Assert.Equal("fake", Assert.Throws<ArgumentException>(() => new ModeSeekingPenalty().Evaluate(ones(1, 2), ones(1, 2))).ParamName);
        Assert.Equal("latents", Assert.Throws<ArgumentException>(() => new ModeSeekingPenalty().Evaluate(ones(4, 2), ones(3, 2))).ParamName);
    }

    /// <summary>Differences 1, −3, 2 and 0 in float32, and in half types without overflow.</summary>
    [Theory]
    [InlineData(false, 1.5)]
    [InlineData(true, 3.5)]
    public void A_distance_is_the_mean_over_all_numbers(bool squared, double expected)
    {
        using var scope = NewDisposeScope();
        var first = tensor(new[,] { { 1.0, 2 }, { 3, 4 } }).requires_grad_(true);
        var second = tensor(new[,] { { 0.0, 5 }, { 1, 4 } });
        var penalty = new DistancePenalty("Cycle") { Weight = 10, Squared = squared };
        var generated = new GeneratedBatch(first) { Pairs = OrthogonalPenaltyTests.Pairs(first, second) };
        using var term = penalty.EvaluateWith(generated);
        Assert.Equal(10 * expected, term.item<double>(), 1e-12);
        term.backward();
        Assert.Equal(squared ? [5, -15, 10, 0] : [2.5, -2.5, 2.5, 0], Numbers.Of(first.grad!));
        var half = penalty.EvaluateWith(new GeneratedBatch(first) { Pairs = OrthogonalPenaltyTests.Pairs(full(4, 300, dtype: ScalarType.Float16), zeros(4, dtype: ScalarType.Float16)) });
        Assert.Equal((ScalarType.Float32, squared ? 900_000f : 3000f), (half.dtype, half.item<float>()));
        Assert.Equal("Cycle", penalty.Name);
    }

    [Fact]
    public void A_step_without_the_pair_fails_before_it_calls_D()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        var objective = new LogisticObjective { GeneratorPenalties = [new DistancePenalty("Cycle")] };
        var fake = ones(2, 1, dtype: F64).requires_grad_(true);
        Assert.Contains("[\"Cycle\"] = (first, second)", Assert.Throws<InvalidOperationException>(() => objective.GeneratorTerms(discriminator, null, new GeneratedBatch(fake))).Message);
        foreach (var (first, second) in new[] { (ones(2), ones(3)), (ones(2), ones(2, dtype: F64)), (ones(0), ones(0)), (ones(2, dtype: ScalarType.Int64), ones(2, dtype: ScalarType.Int64)), (null!, ones(2)) })
            Assert.ThrowsAny<ArgumentException>(() => objective.GeneratorTerms(discriminator, null, new GeneratedBatch(fake) { Pairs = OrthogonalPenaltyTests.Pairs(first, second) }));
        Assert.Equal(0, discriminator.Calls);
        using var terms = objective.GeneratorTerms(discriminator, null, new GeneratedBatch(fake) { Pairs = OrthogonalPenaltyTests.Pairs(fake, fake.detach().add(2)) });
        Assert.Equal(2, terms.Penalties[0].Value.item<double>(), 1e-12);
        Assert.Equal(terms.Adversarial.item<double>() + 2, terms.Total.item<double>(), 1e-12);
    }

    [Fact]
    public void Nothing_leaks()
    {
        using var first = ones(3).requires_grad_(true);
        using var second = zeros(3);
        var generated = new GeneratedBatch(first) { Pairs = OrthogonalPenaltyTests.Pairs(first, second) };
        Live.AssertUnchanged(() =>
        {
            using var term = new DistancePenalty("Cycle").EvaluateWith(generated);
            term.backward();
        });
    }
}
