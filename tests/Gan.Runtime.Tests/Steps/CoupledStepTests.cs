using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>A relativistic pair with every kind of discriminator, against softplus of differences written out here.</summary>
public class CoupledStepTests
{
    private static readonly double[,] s_real = { { 1, 2 }, { -1, 0.5 }, { 0.25, 3 } };
    private static readonly double[,] s_fake = { { 0, 1 }, { 2, -0.5 }, { 1, 1 } };

    [Fact]
    public void With_labels_of_each_batch_and_latents()
    {
        using var scope = NewDisposeScope();
        using var discriminator = ConditionalNet.Classes(new double[,] { { 1, -1 }, { 0.5, 2 } });
        var objective = new LogisticObjective { Coupled = true, GeneratorPenalties = [new PathLengthPenalty()] };
        var latents = tensor(s_fake).requires_grad_(true);
        var (real, fake) = (tensor(s_real).requires_grad_(true), latents.mul(1));
        var (realLabels, fakeLabels) = (tensor(new long[] { 0, 1, 0 }), tensor(new long[] { 1, 1, 0 }));
        using var terms = objective.GeneratorTerms(discriminator, real, fake, realLabels, fakeLabels, latents, 0);

        // D(x) = -1, 0.5, -2.75 of the rows 0, 1, 0; D(G(z)) = 2, 0, 0 of the rows 1, 1, 0.
        Assert.Equal((Softplus(-1 - 2) + Softplus(0.5 - 0) + Softplus(-2.75 - 0)) / 3, terms.Adversarial.item<double>(), 1e-14);
        Assert.Equal("PathLength", Assert.Single(terms.Penalties).Name);
        terms.Total.backward();
        Assert.NotNull(latents.grad);
        Assert.Null(real.grad);
        Assert.True(discriminator.Weight is { requires_grad: true, grad: null });
    }

    [Fact]
    public void With_several_discriminators_and_penalties_at_their_points()
    {
        using var scope = NewDisposeScope();
        using var first = FunctionNet.Linear(1, -1);
        using var second = FunctionNet.Linear(0.5, 2);
        IGanObjective objective = new R3Gan { HalfGamma = 3 };
        var (real, fake) = (tensor(s_real).requires_grad_(true), tensor(s_fake).requires_grad_(true));
        // D(G(z)) - D(x), by the first and by the second.
        double[] ofFirst = [-1 + 1, 2.5 + 1.5, 0 + 2.75];
        double[] ofSecond = [2 - 4.5, 0 - 0.5, 2.5 - 6.125];

        using (var terms = objective.DiscriminatorTerms([first, second], real, fake, ListReduction.Sum))
        {
            // A linear D's gradient is its weight: R1 and R2 are 3·2 each by the first, 3·4.25 by the second.
            Assert.Equal(ofFirst.Average(Softplus) + ofSecond.Average(Softplus) + (2 * 3 * (2 + 4.25)), terms.Total.item<double>(), 1e-12);
        }

        using (var terms = objective.GeneratorTerms([first, second], real, fake, ListReduction.Mean))
        {
            Assert.Equal((ofFirst.Average(t => Softplus(-t)) + ofSecond.Average(t => Softplus(-t))) / 2, terms.Total.item<double>(), 1e-14);
            terms.Total.backward();
        }

        Assert.NotNull(fake.grad);
        Assert.Null(real.grad);
        Assert.All([first, second], static d => Assert.True(d.Weight is { requires_grad: true, grad: null }));
    }

    [Fact]
    public void Without_real_samples_the_message_names_the_step_and_D_is_thawed()
    {
        using var scope = NewDisposeScope();
        using var plain = FunctionNet.Linear(1, 1);
        using var labelled = ConditionalNet.Classes(new double[,] { { 1, 1 } });
        var objective = new LogisticObjective { Coupled = true };
        var fake = tensor(s_fake);
        foreach (var step in new Func<object>[]
        {
            () => GanStep.Generator(objective, plain, fake),
            () => objective.GeneratorTerms(plain, fake, null, 0),
            () => objective.GeneratorTerms(labelled, fake, zeros(3, ScalarType.Int64)),
            () => objective.GeneratorTerms([plain, plain], fake, ListReduction.Sum),
        })
        {
            Assert.StartsWith(
                "The generator's loss of LogisticObjective compares generated samples with real ones: call GeneratorTerms(discriminator, real, fake)",
                Assert.Throws<InvalidOperationException>(step).Message);
        }

        Assert.Equal(0, plain.Calls);
        Assert.True(plain.Weight.requires_grad);
        var withPath = new LogisticObjective { Coupled = true, GeneratorPenalties = [new PathLengthPenalty()] };
        Assert.Contains("GeneratorTerms(discriminator, real, fake, latents, step)", Assert.Throws<InvalidOperationException>(() => GanStep.Generator(withPath, plain, fake, fake)).Message);
    }

    [Fact]
    public void Batches_that_do_not_pair_up_are_refused_by_both_steps()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1);
        IGanObjective objective = new RelativisticPair();
        var (real, fake) = (tensor(s_real), zeros(2, 2, ScalarType.Float64));
        foreach (var step in new Func<object>[]
        {
            () => objective.DiscriminatorTerms(discriminator, real, fake),
            () => objective.GeneratorTerms(discriminator, real, fake),
            () => objective.GeneratorTerms([discriminator], real, fake, ListReduction.Sum),
        })
        {
            Assert.StartsWith("A relativistic pair needs a real logit for each fake one: realLogits are [3], fakeLogits [2].", Assert.Throws<ArgumentException>(step).Message);
        }

        Assert.True(discriminator.Weight.requires_grad);
    }

    [Fact]
    public void Nothing_leaks()
    {
        using var discriminator = FunctionNet.Linear(1, 2);
        Live.AssertUnchanged(() => Steps(discriminator));
    }

    private static void Steps(FunctionNet discriminator)
    {
        using var real = tensor(s_real);
        using var fake = tensor(s_fake).requires_grad_(true);
        foreach (IGanObjective objective in new IGanObjective[] { Objectives.R3Gan, Objectives.RelativisticAverage })
        {
            using var ofD = objective.DiscriminatorTerms(discriminator, real, fake);
            ofD.Total.backward();
            using var ofG = objective.GeneratorTerms(discriminator, real, fake);
            ofG.Total.backward();
            using var several = objective.GeneratorTerms([discriminator, discriminator], real, fake, ListReduction.Sum);
            several.Total.backward();
        }

        fake.grad?.Dispose();
        fake.grad = null;
        discriminator.Weight.grad?.Dispose();
        discriminator.Weight.grad = null;
    }

    private static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));
}
