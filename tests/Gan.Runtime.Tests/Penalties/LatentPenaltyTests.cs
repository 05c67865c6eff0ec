using Gan.Runtime.Testing;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Penalties;

/// <summary>Penalties that call the generator, and the steps that hand it over.</summary>
public class LatentPenaltyTests
{
    private const ScalarType F64 = ScalarType.Float64;

    [Fact]
    public void Their_expectations_on_a_linear_generator()
    {
        LatentChecks.LinearGeneratorAndDiscriminator(new LatentConsistencyPenalty { Weight = 20, Deviation = 0.1 }.EvaluateWith(null), 3, 20 * 9 * 0.01);
        LatentChecks.LinearGenerator(new LatentDiversityPenalty { Weight = 0.5, Deviation = 2 }.EvaluateWith, 3, -0.5 * 9 * 4, -0.5 * 2 * 3 * 4);
        CheckFailure.AssertFails(() => LatentChecks.LinearGenerator(new LatentDiversityPenalty { Weight = 0.55 }.EvaluateWith, 3, -0.5 * 9 * 0.0025, -0.5 * 2 * 3 * 0.0025), "generator's slope 3");
        CheckFailure.AssertFails(() => LatentChecks.LinearGeneratorAndDiscriminator(new LatentConsistencyPenalty { Weight = 22 }.EvaluateWith(null), 3, 20 * 9 * 0.0025), "generator's slope 3");
    }

    [Fact]
    public void Nothing_leaks()
    {
        LatentChecks.NothingLeaks(new LatentDiversityPenalty().EvaluateWith);
        LatentChecks.NothingLeaksFromDiscriminator(new LatentConsistencyPenalty().EvaluateWith(null));
    }

    /// <summary>D(x) = w·x and G(z) = s·z of two numbers, with the drawn δ: (3 s δ₁ − 4 s δ₂)².</summary>
    [Fact]
    public void A_step_of_the_discriminator_calls_G_without_a_graph()
    {
        using var scope = NewDisposeScope();
        using var generator = FunctionNetOf(2);
        using var discriminator = FunctionNet.Linear(3, -4);
        var latents = randn(5, 2, dtype: F64);
        var objective = new LogisticObjective { Penalties = [new LatentConsistencyPenalty { Weight = 1, Deviation = 0.5, Every = 2 }] };
        random.manual_seed(4);
        var moved = Numbers.Of(randn_like(latents)).Chunk(2).Average(d => Math.Pow(0.5 * 2 * ((3 * d[0]) - (4 * d[1])), 2));
        random.manual_seed(4);
        using var terms = objective.DiscriminatorTerms(discriminator, ones(5, 2, dtype: F64), new GeneratedBatch(generator, latents), step: 2);
        Assert.Equal((2, 3), (generator.Calls, discriminator.Calls));
        Assert.Equal(2 * moved, Assert.Single(terms.Penalties).Value.item<double>(), 1e-10);
        Assert.Equal(Numbers.Of(discriminator.call(latents.mul(2))), Numbers.Of(terms.FakeLogits));
        terms.Backward();
        Assert.Empty(generator.Gradient);
        Assert.Equal(2, discriminator.Gradient.Length);
    }

    [Fact]
    public void Samples_that_are_there_are_not_made_again()
    {
        using var scope = NewDisposeScope();
        using var generator = FunctionNetOf(2);
        using var discriminator = FunctionNet.Linear(3, -4);
        var latents = randn(5, 2, dtype: F64);
        var fake = generator.call(latents);
        var generated = new GeneratedBatch(generator, latents) { Samples = fake };
        using var ofD = new LogisticObjective().DiscriminatorTerms(discriminator, fake, generated);
        using var ofG = new LogisticObjective().GeneratorTerms(discriminator, null, generated);
        Assert.Equal(1, generator.Calls);
        ofG.Backward();
        Assert.NotEmpty(generator.Gradient);
        Assert.Throws<ArgumentException>(() => new GeneratedBatch(generator, latents) { Samples = zeros(0, 2) });
    }

    [Fact]
    public void A_step_of_the_generator_trains_it_through_both_samples()
    {
        using var scope = NewDisposeScope();
        using var generator = FunctionNetOf(2);
        using var discriminator = FunctionNet.Linear(3, -4);
        var latents = randn(5, 2, dtype: F64);
        var objective = new LogisticObjective { GeneratorPenalties = [new LatentDiversityPenalty { Weight = 4, Deviation = 0.5 }] };
        random.manual_seed(4);
        var square = Numbers.Of(randn_like(latents)).Average(d => 0.25 * d * d);
        random.manual_seed(4);
        using var terms = objective.GeneratorTerms(discriminator, null, new GeneratedBatch(generator, latents));
        var term = Assert.Single(terms.Penalties);
        Assert.Equal(("LatentDiversity", -4 * 4 * square), (term.Name, Math.Round(term.Value.item<double>(), 12)), new Near());
        term.Value.backward();
        Assert.Equal(-4 * 2 * 2 * square, generator.Gradient.Single(), 1e-10);
        Assert.Empty(discriminator.Gradient);
    }

    [Fact]
    public void Without_the_generator_a_step_fails_before_it_calls_a_network()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(3, -4);
        var (real, latents) = (ones(5, 2, dtype: F64), randn(5, 2, dtype: F64));
        var ofD = Assert.Throws<InvalidOperationException>(() => new LogisticObjective { Penalties = [new LatentConsistencyPenalty()] }.DiscriminatorTerms(discriminator, real, real, 0, null));
        var ofG = Assert.Throws<InvalidOperationException>(() => new LogisticObjective { GeneratorPenalties = [new LatentDiversityPenalty()] }.GeneratorTerms(discriminator, real, latents, 0));
        Assert.Contains("pass new GeneratedBatch(generator, latents)", ofD.Message);
        Assert.Contains("pass new GeneratedBatch(generator, latents)", ofG.Message);
        Assert.Equal(0, discriminator.Calls);
    }

    /// <summary>With instance noise, D sees noise on the neighbours too: the penalty of a generator that ignores its latents is then the noise's.</summary>
    [Fact]
    public void Neighbours_have_the_noise_of_the_samples()
    {
        using var scope = NewDisposeScope();
        using var generator = FunctionNetOf(0);
        using var discriminator = FunctionNet.Linear(1);
        var objective = new LogisticObjective { InstanceNoise = 3, Penalties = [new LatentConsistencyPenalty { Weight = 1 }] };
        random.manual_seed(5);
        using var terms = objective.DiscriminatorTerms(discriminator, ones(20_000, 1, dtype: F64), new GeneratedBatch(generator, randn(20_000, 1, dtype: F64)));
        Assert.Equal(18, terms.Penalties[0].Value.item<double>(), 0.9);
    }

    [Fact]
    public void Conditional_networks_keep_their_conditions()
    {
        using var scope = NewDisposeScope();
        using var generator = new ConditionalNet(tensor(2.0), static (z, c, w) => z.mul(w).mul(c));
        using var discriminator = new ConditionalNet(tensor(3.0), static (x, c, w) => x.mul(w).add(c));
        var (latents, condition, labels) = (randn(4, 1, dtype: F64), tensor([1.0, 2, 3, 4]).reshape(4, 1), tensor([0.0, 0, 0, 7]).reshape(4, 1));
        var objective = new LogisticObjective { Penalties = [new LatentConsistencyPenalty { Weight = 1, Deviation = 1 }], GeneratorPenalties = [new LatentDiversityPenalty { Weight = 1, Deviation = 1 }] };
        var generated = new GeneratedBatch(generator, latents, condition);
        double[] c = [1, 2, 3, 4];
        random.manual_seed(6);
        var delta = Numbers.Of(randn_like(latents));
        random.manual_seed(6);
        using (var terms = objective.DiscriminatorTerms(discriminator, ones(4, 1, dtype: F64), generated, labels, labels))
            Assert.Equal(delta.Zip(c, static (d, label) => 36 * d * d * label * label).Average(), terms.Penalties[0].Value.item<double>(), 1e-10);
        random.manual_seed(6);
        using (var terms = objective.GeneratorTerms(discriminator, null, generated, labels, labels))
            Assert.Equal(-delta.Zip(c, static (d, label) => 4 * d * d * label * label).Average(), terms.Penalties[0].Value.item<double>(), 1e-10);
    }

    [Fact]
    public void What_is_no_generator_is_refused()
    {
        using var scope = NewDisposeScope();
        using var generator = FunctionNetOf(1);
        using var empty = new FunctionNet(tensor(1.0), static (z, _) => z.narrow(0, 0, 0));
        using var discriminator = FunctionNet.Linear(1);
        Assert.Throws<ArgumentNullException>(() => new GeneratedBatch((nn.Module<Tensor, Tensor>)null!, ones(1)));
        Assert.Throws<ArgumentNullException>(() => new GeneratedBatch(generator, null!));
        Assert.Throws<ArgumentNullException>(() => new LogisticObjective().DiscriminatorTerms(discriminator, ones(1, 1), (GeneratedBatch)null!));
        Assert.Throws<InvalidOperationException>(() => new LogisticObjective().DiscriminatorTerms(discriminator, ones(1, 1), new GeneratedBatch(empty, ones(1, 1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatentConsistencyPenalty { Deviation = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatentDiversityPenalty { Deviation = double.NaN });
    }

    private static FunctionNet FunctionNetOf(double scale) => new(tensor(scale), static (z, w) => z.mul(w));

    private sealed class Near : IEqualityComparer<(string, double)>
    {
        public bool Equals((string, double) x, (string, double) y) => x.Item1 == y.Item1 && Math.Abs(x.Item2 - y.Item2) < 1e-10;

        public int GetHashCode((string, double) obj) => 0;
    }
}

internal static class LatentPenaltyCalls
{
    public static Func<nn.Module<Tensor, Tensor>, GeneratedBatch, Tensor> EvaluateWith(this DiscriminatorPenalty penalty, Tensor? real) => (discriminator, generated) => penalty.EvaluateWith(discriminator, real, generated);
}
