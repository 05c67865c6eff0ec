using System.Diagnostics;
using Gan.Dsl;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Steps;

public class OwnershipTests
{
    private static readonly LogisticObjective Objective = new()
    {
        Penalties = [new R1Penalty(), new R2Penalty(), new GradientPenalty(), new GradientPenalty { At = PenaltyPoint.Fake }, new DraganPenalty()],
    };

    [Fact]
    public void Steps_leave_no_tensor_when_their_terms_are_disposed()
    {
        using var discriminator = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1));
        using var real = randn(6, 4);
        using var fake = randn(6, 4).requires_grad_(true);
        Live.AssertUnchanged(() =>
        {
            using (var terms = GanStep.Discriminator(Objective, discriminator, real, fake, step: 0))
                terms.Total.backward();
            using (var terms = GanStep.Generator(Objective, discriminator, fake))
                terms.Total.backward();
        });
    }

    [Fact]
    public void They_leave_no_tensor_when_something_throws()
    {
        using var discriminator = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1));
        using var real = randn(6, 4);
        using var fake = randn(5, 4);
        using var mismatched = randn(6, 3);
        Live.AssertUnchanged(() =>
        {
            Assert.Throws<ArgumentException>(() => GanStep.Discriminator(Objective, discriminator, real, fake, step: 0));
            Assert.ThrowsAny<Exception>(() => GanStep.Generator(Objective, discriminator, mismatched));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Terms_live_in_the_callers_scope_and_die_with_it(bool withPenalties)
    {
        var objective = withPenalties ? Objective : new LogisticObjective();
        using var discriminator = nn.Linear(4, 1);
        using var real = randn(6, 4);
        DiscriminatorTerms forD;
        GeneratorTerms forG;
        using (NewDisposeScope())
        {
            forD = GanStep.Discriminator(objective, discriminator, real, real, step: 0);
            forG = GanStep.Generator(objective, discriminator, real);
            Assert.All(Tensors(), tensor => Assert.False(tensor.IsInvalid));
        }

        Assert.All(Tensors(), tensor => Assert.True(tensor.IsInvalid));
        forD.Dispose();
        forG.Dispose();

        IEnumerable<Tensor> Tensors() =>
            [forD.Total, forD.Adversarial, forD.RealLogits, forD.FakeLogits, .. forD.Penalties.Select(p => p.Value), forG.Total, forG.Adversarial, forG.FakeLogits];
    }

    [Fact]
    public void Without_a_scope_they_live_until_disposed_and_that_is_harmless_twice()
    {
        using var discriminator = nn.Linear(4, 1);
        using var real = randn(6, 4);
        var terms = GanStep.Discriminator(Objective, discriminator, real, real, step: 0);
        Assert.False(terms.Total.IsInvalid);
        terms.Dispose();
        terms.Dispose();
        Assert.True(terms.Total.IsInvalid);
    }

    [Fact]
    public void Graphs_are_freed_with_the_terms()
    {
        // Each step's graph holds megabytes: a cycle through an input's gradient would keep them.
        // One thread: a second one only waits when the machine is busy.
        set_num_threads(1);
        using var discriminator = FunctionNet.Quadratic(0.1);
        using var real = randn(16, 4096, dtype: ScalarType.Float64);
        for (var i = 0; i < 10; i++)
            Step();
        var before = Resident();
        for (var i = 0; i < 40; i++)
            Step();
        Assert.InRange(Resident() - before, long.MinValue, 50L << 20);

        void Step()
        {
            using var terms = GanStep.Discriminator(Objective, discriminator, real, real, step: 0);
            terms.Total.backward();
        }
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
