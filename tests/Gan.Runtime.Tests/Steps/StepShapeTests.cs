using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>Conditions, several discriminators, latents and kept gradients go together in every way: against sums over samples, by hand.</summary>
public sealed class StepShapeTests
{
    private static readonly double[][] s_first = [[0.3, -0.4], [0.2, 0.1]], s_second = [[-0.5, 0.25], [0.75, 0.5]];
    private static readonly double[][] s_real = [[1, 2], [3, -1], [0.5, 0.5]], s_fake = [[1, 0], [0, -1], [2, 1]];
    private static readonly long[] s_realLabels = [0, 1, 1], s_fakeLabels = [1, 1, 0];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_conditional_discriminator_learns_by_kept_gradients(bool hasTwoConditions, bool isKept)
    {
        using var scope = NewDisposeScope();
        using var discriminator = Net(s_first);
        using var kept = new LogitGradients();
        var fakeLabels = hasTwoConditions ? s_fakeLabels : s_realLabels;
        var expected = OfDiscriminator(s_first, fakeLabels);
        Tensor? memory = null;
        for (var step = 0; step < 2; step++)
        {
            discriminator.zero_grad();
            using var terms = hasTwoConditions
                ? new LogisticR1().DiscriminatorTerms(discriminator, Samples(s_real), Samples(s_fake), Labels(s_realLabels), Labels(s_fakeLabels), step, isKept ? kept : null)
                : new LogisticR1().DiscriminatorTerms(discriminator, Samples(s_real), Samples(s_fake), Labels(s_realLabels), step, isKept ? kept : null);
            terms.Backward();
            Assert.Equal(expected.Loss, terms.Loss, 1e-12);
            Assert.Equal(expected.Loss + expected.Penalty, terms.Total.item<double>(), 1e-12);
            Assert.Equal(expected.Gradient, discriminator.Gradient, Near);
            Assert.Equal(isKept ? expected.Loss : double.NaN, kept.Loss, 1e-12);
            Assert.True(step == 0 || ReferenceEquals(memory, kept.Real));
            memory = kept.Real;
        }
    }

    [Theory]
    [InlineData(ListReduction.Sum, 1, false, false)]
    [InlineData(ListReduction.Sum, 1, true, true)]
    [InlineData(ListReduction.Mean, 0.5, false, true)]
    [InlineData(ListReduction.Mean, 0.5, true, false)]
    public void Several_conditional_discriminators_learn(ListReduction reduction, double factor, bool hasTwoConditions, bool isKept)
    {
        using var scope = NewDisposeScope();
        using var first = Net(s_first);
        using var second = Net(s_second);
        using LogitGradients a = new(), b = new();
        var gradients = isKept ? new[] { a, b } : null;
        var fakeLabels = hasTwoConditions ? s_fakeLabels : s_realLabels;
        var expected = new[] { OfDiscriminator(s_first, fakeLabels), OfDiscriminator(s_second, fakeLabels) };
        using var terms = hasTwoConditions
            ? new LogisticR1().DiscriminatorTerms([first, second], Samples(s_real), Samples(s_fake), Labels(s_realLabels), Labels(s_fakeLabels), reduction, gradients: gradients)
            : new LogisticR1().DiscriminatorTerms([first, second], Samples(s_real), Samples(s_fake), Labels(s_realLabels), reduction, gradients: gradients);
        terms.Backward();
        Assert.Equal(factor * expected.Sum(static of => of.Loss + of.Penalty), terms.Total.item<double>(), 1e-12);
        Assert.Equal(expected[0].Gradient.Select(g => factor * g), first.Gradient, Near);
        Assert.Equal(expected[1].Gradient.Select(g => factor * g), second.Gradient, Near);
        Assert.Equal(isKept ? expected[1].Loss : double.NaN, b.Loss, 1e-12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Several_discriminators_learn_by_kept_gradients(bool isKept)
    {
        using var scope = NewDisposeScope();
        using var first = FunctionNet.Linear(s_first[0]);
        using var second = FunctionNet.Linear(s_second[1]);
        using LogitGradients a = new(), b = new();
        long[] none = [0, 0, 0];
        var expected = new[] { OfDiscriminator([s_first[0], [0, 0]], none, none), OfDiscriminator([s_second[1], [0, 0]], none, none) };
        using var terms = new LogisticR1().DiscriminatorTerms([first, second], Samples(s_real), Samples(s_fake), ListReduction.Mean, 0, isKept ? [a, b] : null);
        terms.Backward();
        Assert.Equal(expected[0].Gradient.Take(2).Select(static g => g / 2), first.Gradient, Near);
        Assert.Equal(expected[1].Gradient.Take(2).Select(static g => g / 2), second.Gradient, Near);
        Assert.Equal(isKept ? expected[0].Loss : double.NaN, a.Loss, 1e-12);
    }

    [Theory]
    [InlineData(ListReduction.Sum, 1, false)]
    [InlineData(ListReduction.Sum, 1, true)]
    [InlineData(ListReduction.Mean, 0.5, false)]
    [InlineData(ListReduction.Mean, 0.5, true)]
    public void The_generator_learns_from_several_conditional_discriminators(ListReduction reduction, double factor, bool isKept)
    {
        using var scope = NewDisposeScope();
        using var first = Net(s_first);
        using var second = Net(s_second);
        using LogitGradients a = new(), b = new();
        var expected = new[] { OfGenerator(s_first), OfGenerator(s_second) };
        var gradients = isKept ? new[] { a, b } : null;
        var fake = Samples(s_fake).requires_grad_();
        using var terms = new LogisticR1().GeneratorTerms([first, second], real: null, fake.mul(1), Labels(s_fakeLabels), reduction, gradients);
        terms.Backward();
        Assert.Equal(factor * expected.Sum(static of => of.Loss), terms.Total.item<double>(), 1e-12);
        Assert.Equal([expected[0].Loss, expected[1].Loss], terms.Losses.Select(static loss => loss.item<double>()), Near);
        Assert.Equal(expected[0].Gradient.Zip(expected[1].Gradient, (x, y) => factor * (x + y)), Numbers.Of(fake.grad!), Near);
        Assert.Empty(first.Gradient);
        Assert.Equal(isKept ? expected[0].Loss : double.NaN, a.Loss, 1e-12);

        // The graph, asked for afterwards, is of the same loss.
        using var withoutReal = new LogisticR1().GeneratorTerms([first, second], fake.mul(1), Labels(s_fakeLabels), reduction);
        fake.grad!.zero_();
        withoutReal.Total.backward();
        Assert.Equal(expected[0].Gradient.Zip(expected[1].Gradient, (x, y) => factor * (x + y)), Numbers.Of(fake.grad!), Near);
    }

    /// <summary>StyleGAN2's path length, of samples 2w: J is twice the identity, so that a norm is 2 |y|, which is random; the sum of parts is not.</summary>
    [Fact]
    public void Latents_go_with_conditions_lists_and_kept_gradients()
    {
        using var scope = NewDisposeScope();
        using var first = Net(s_first);
        using var second = Net(s_second);
        using LogitGradients a = new(), b = new();
        var expected = OfGenerator(s_first).Loss + OfGenerator(s_second).Loss;
        var latents = Samples(s_fake).div(2).requires_grad_();
        var objective = new StyleGan2();
        using var terms = objective.GeneratorTerms([first, second], null, latents.mul(2), Labels(s_realLabels), Labels(s_fakeLabels), latents, ListReduction.Sum, 0, [a, b]);
        terms.Backward();
        Assert.Equal(expected, terms.Adversarial.item<double>(), 1e-12);
        Assert.Equal(expected + Assert.Single(terms.Penalties).Value.item<double>(), terms.Total.item<double>(), 1e-12);
        Assert.Equal(expected, a.Loss + b.Loss, 1e-12);

        using var one = objective.GeneratorTerms(first, null, latents.mul(2), Labels(s_fakeLabels), latents, 4, a);
        using var notDue = objective.GeneratorTerms(first, null, latents.mul(2), Labels(s_realLabels), Labels(s_fakeLabels), latents: null, 5, b);
        using var several = objective.GeneratorTerms([first, second], null, latents.mul(2), Labels(s_fakeLabels), latents, ListReduction.Mean, 8);
        Assert.Equal(OfGenerator(s_first).Loss, one.Loss, 1e-12);
        Assert.Equal((1, 0, 1), (one.Penalties.Count, notDue.Penalties.Count, several.Penalties.Count));
        Assert.Equal(one.Loss, b.Loss, 1e-12);
    }

    [Fact]
    public void A_coupled_objective_takes_real_samples_and_conditions_in_every_shape()
    {
        using var scope = NewDisposeScope();
        using var discriminator = Net(s_first);
        using var kept = new LogitGradients();
        var objective = new RelativisticPair();
        // softplus(D(x, c) - D(y, c')), sample by sample.
        var expected = Enumerable.Range(0, 3).Average(i => SampleLoss.Softplus.Value(Logit(s_first, s_real[i], s_realLabels[i]) - Logit(s_first, s_fake[i], s_fakeLabels[i])));
        using var single = objective.GeneratorTerms(discriminator, Samples(s_real), Samples(s_fake).requires_grad_(), Labels(s_realLabels), Labels(s_fakeLabels), kept);
        using var several = objective.GeneratorTerms([discriminator, discriminator], Samples(s_real), Samples(s_fake).requires_grad_(), Labels(s_realLabels), Labels(s_fakeLabels), ListReduction.Mean);
        Assert.Equal(expected, single.Loss, 1e-12);
        Assert.Equal(expected, kept.Loss, 1e-12);
        Assert.Equal(expected, several.Total.item<double>(), 1e-12);
        Assert.Throws<InvalidOperationException>(() => objective.GeneratorTerms([discriminator], Samples(s_fake), Labels(s_fakeLabels), ListReduction.Sum));
        Assert.Throws<ArgumentNullException>("real", () => objective.GeneratorTerms([discriminator], null, Samples(s_fake), Labels(s_fakeLabels), ListReduction.Sum));
    }

    [Fact]
    public void Memory_for_gradients_is_one_for_each_discriminator()
    {
        using var scope = NewDisposeScope();
        using var net = FunctionNet.Linear(s_first[0]);
        using var kept = new LogitGradients();
        var (real, fake) = (Samples(s_real), Samples(s_fake).requires_grad_());
        Assert.Throws<ArgumentException>("gradients", () => new LogisticR1().DiscriminatorTerms([net, net], real, fake, ListReduction.Sum, 0, [kept]));
        Assert.Throws<ArgumentException>("gradients", () => new LogisticR1().GeneratorTerms([net], null, fake, ListReduction.Sum, [kept, kept]));
        Assert.Throws<ArgumentException>("gradients", () => new LogisticR1().GeneratorTerms([net, net], null, fake, ListReduction.Sum, [kept, null!]));
        using var twice = new LogisticR1().GeneratorTerms([net, net], null, fake, ListReduction.Sum, [kept, kept]);
        Assert.Contains("give each its own", Assert.Throws<InvalidOperationException>(twice.Backward).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var first = Net(s_first);
        using var second = Net(s_second);
        using LogitGradients a = new(), b = new();
        Run();
        var before = Tensor.TotalCount;
        Run();
        Assert.Equal(before, Tensor.TotalCount);

        void Run()
        {
            using var real = Samples(s_real);
            using var fake = Samples(s_fake).requires_grad_();
            using var realLabels = Labels(s_realLabels);
            using var fakeLabels = Labels(s_fakeLabels);
            using (var terms = new LogisticR1().DiscriminatorTerms([first, second], real, fake, realLabels, fakeLabels, ListReduction.Mean, 0, [a, b]))
                terms.Backward();
            using (var terms = new LogisticR1().DiscriminatorTerms(first, real, fake, realLabels, 0, a))
                terms.Backward();
            using (var terms = new LogisticR1().GeneratorTerms([first, second], real, fake, realLabels, fakeLabels, ListReduction.Mean, [a, b]))
                terms.Backward();
            using (var terms = new LogisticR1().GeneratorTerms([first, second], fake, fakeLabels, ListReduction.Sum))
                _ = (terms.Total, terms.Losses, terms.Adversarial);
            Assert.Throws<ArgumentNullException>("condition", () => new LogisticR1().GeneratorTerms([first, second], real, fake, null!, ListReduction.Mean));
            first.zero_grad(set_to_none: true);
            second.zero_grad(set_to_none: true);
            fake.grad?.Dispose();
        }
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-12;

    /// <summary>D(x, c) = w_c x.</summary>
    private static ConditionalNet Net(double[][] weight) => ConditionalNet.Classes(new[,] { { weight[0][0], weight[0][1] }, { weight[1][0], weight[1][1] } });

    private static double Logit(double[][] weight, double[] sample, long label) => (weight[label][0] * sample[0]) + (weight[label][1] * sample[1]);

    /// <summary>softplus(-D(x, c)) + softplus(D(y, c')) and R1 with γ = 10, which is 5 |w_c|² here; the gradient in w.</summary>
    private static (double Loss, double Penalty, double[] Gradient) OfDiscriminator(double[][] weight, long[] fakeLabels, long[]? realLabels = null)
    {
        var (loss, penalty, gradient) = (0.0, 0.0, new double[4]);
        realLabels ??= s_realLabels;
        for (var i = 0; i < 3; i++)
        {
            var (real, fake) = (Logit(weight, s_real[i], realLabels[i]), Logit(weight, s_fake[i], fakeLabels[i]));
            loss += (SampleLoss.Softplus.Value(-real) + SampleLoss.Softplus.Value(fake)) / 3;
            for (var k = 0; k < 2; k++)
            {
                var w = weight[realLabels[i]][k];
                penalty += 5 * w * w / 3;
                gradient[(2 * realLabels[i]) + k] += ((-SampleLoss.Sigmoid(-real) * s_real[i][k]) + (10 * w)) / 3;
                gradient[(2 * fakeLabels[i]) + k] += SampleLoss.Sigmoid(fake) * s_fake[i][k] / 3;
            }
        }

        return (loss, penalty, gradient);
    }

    /// <summary>softplus(-D(y, c')), and the gradient in y.</summary>
    private static (double Loss, double[] Gradient) OfGenerator(double[][] weight)
    {
        var logits = s_fake.Select((sample, i) => Logit(weight, sample, s_fakeLabels[i])).ToArray();
        return (logits.Average(t => SampleLoss.Softplus.Value(-t)), [.. logits.SelectMany((t, i) => weight[s_fakeLabels[i]].Select(w => -SampleLoss.Sigmoid(-t) * w / 3))]);
    }

    private static Tensor Samples(double[][] samples) => tensor(new[,] { { samples[0][0], samples[0][1] }, { samples[1][0], samples[1][1] }, { samples[2][0], samples[2][1] } });

    private static Tensor Labels(long[] labels) => tensor(labels);
}
