using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

/// <summary>Steps of objectives with batch functions: G's loss gets the real logits where it reads their batch, and only there.</summary>
public class BatchStepTests
{
    private static readonly double[,] s_real = { { 1, 2 }, { -1, 0.5 }, { 0.25, 3 } };
    private static readonly double[,] s_fake = { { 0, 1 }, { 2, -0.5 } };

    // D(x) = x₁ - x₂.
    private static readonly double[] s_ofReal = [-1, -1.5, -2.75];
    private static readonly double[] s_ofFake = [-1, 2.5];

    [Fact]
    public void A_generator_that_reads_the_real_batch()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, -1);
        var objective = new Contrast();
        var (real, fake) = (tensor(s_real).requires_grad_(true), tensor(s_fake).requires_grad_(true));
        using (var terms = objective.GeneratorTerms(discriminator, real, fake))
        {
            Assert.Equal(s_ofFake.Average(t => Math.Log(1 + Math.Exp(LogSumExp(s_ofReal) - t))), terms.Adversarial.item<double>(), 1e-14);
            terms.Backward();
        }

        Assert.Null(real.grad);
        Assert.Equal(-0.5 / (1 + Math.Exp(2.5 - LogSumExp(s_ofReal))), fake.grad![1, 0].item<double>(), 1e-14);
        Assert.True(discriminator.Weight is { requires_grad: true, grad: null });
        Assert.Throws<InvalidOperationException>(() => ((IGanObjective)objective).GeneratorTerms(discriminator, fake));
    }

    [Fact]
    public void A_generator_that_reads_the_fakes_alone()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, -1);
        var objective = new VariationalBound { LossWeight = 2 };
        var fake = tensor(s_fake).requires_grad_(true);
        using (var terms = objective.GeneratorTerms(discriminator, fake))
        {
            Assert.Equal(-2 * s_ofFake.Average(), terms.Adversarial.item<double>(), 1e-14);
            terms.Backward();
        }

        Assert.Equal(-1, fake.grad![0, 0].item<double>(), 1e-14);
    }

    [Fact]
    public void A_discriminators_step_with_several_discriminators()
    {
        using var scope = NewDisposeScope();
        using var first = FunctionNet.Linear(1, -1);
        using var second = FunctionNet.Linear(2, -2);
        var objective = new VariationalBound();
        using var terms = objective.DiscriminatorTerms([first, second], tensor(s_real), tensor(s_fake), ListReduction.Sum);
        var expected = Loss(1) + Loss(2);
        Assert.Equal(expected, terms.Total.item<double>(), 1e-13);
        terms.Backward();
        // D's weight w scales its logits: ∂/∂w of each loss, along (1, -1).
        var slope = (Loss(1 + 1e-5) - Loss(1 - 1e-5)) / 2e-5;
        var gradient = first.Weight!.grad!.data<double>().ToArray();
        Assert.Equal(slope, gradient[0] - gradient[1], 1e-8);

        static double Loss(double w) => LogSumExp([.. s_ofFake.Select(t => w * t)]) - Math.Log(2) - s_ofReal.Average(t => w * t);
    }

    private static double LogSumExp(double[] t) => Math.Log(t.Sum(Math.Exp));
}
