using Gan.Dsl;
using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

[assembly: GanObjectiveTests(typeof(Gan.Runtime.Tests.Steps.ScheduledTopK))]

namespace Gan.Runtime.Tests.Steps;

/// <summary>Top-k training: the generator's loss over the samples with the highest logits, against formulas that are written here.</summary>
public class TopKTests
{
    private const ScalarType F64 = ScalarType.Float64;

    private static readonly double[] Logits = [0.5, -1, 3, 2, -0.25];

    /// <summary>Of 5 samples 0.4 are those with the logits 3 and 2.</summary>
    [Fact]
    public void The_loss_is_the_mean_over_the_highest_logits()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        var fake = Samples();
        using var terms = new ConstantTopK().GeneratorTerms(discriminator, fake);
        Assert.Equal((Softplus(-3) + Softplus(-2)) / 2, terms.Loss, 1e-12);
        Assert.Equal(Logits, Numbers.Of(terms.FakeLogits));
        terms.Backward();
        Assert.Equal([0, 0, -Sigmoid(-3) / 2, -Sigmoid(-2) / 2, 0], Numbers.Of(fake.grad!).Select(static slope => slope), new Close());
    }

    /// <summary>The graph, the closed form and the mask agree; D's loss does not change.</summary>
    [Fact]
    public void It_is_the_loss_with_the_mask()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        var (fake, again) = (Samples(), Samples());
        var objective = new ConstantTopK { LossWeight = 3 };
        using var terms = objective.GeneratorTerms(discriminator, fake);
        terms.Total.backward();
        var masked = objective.GeneratorLoss(again, new LossReduction(nn.Reduction.Mean) { Mask = TopK.Mask(again, 0.4) });
        masked.backward();
        Assert.Equal(masked.item<double>(), terms.Total.item<double>(), 1e-12);
        Assert.Equal(Numbers.Of(again.grad!), Numbers.Of(fake.grad!), new Close());
        using var ofD = objective.DiscriminatorTerms(discriminator, fake, fake);
        Assert.Equal(Logits.Average(static t => Softplus(-t) + Softplus(t)), ofD.Loss, 1e-12);
    }

    [Theory]
    [InlineData(0.4, new[] { false, false, true, true, false })]
    [InlineData(0.79, new[] { true, false, true, true, false })]
    [InlineData(0.01, new[] { false, false, true, false, false })]
    [InlineData(1, new[] { true, true, true, true, true })]
    public void A_share_of_the_samples_counts(double share, bool[] expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, TopK.Mask(tensor(Logits), share).data<bool>().ToArray());
        Assert.Equal(expected, TopK.Mask(tensor(Logits).neg(), share, LogitSign.Energy).data<bool>().ToArray());
        Assert.Equal(29, TopK.Mask(rand(100), 0.29).sum().item<long>());
    }

    /// <summary>Means (0, 2, 1) of maps: samples 1 and 2 of three.</summary>
    [Fact]
    public void The_mean_of_a_samples_logits_decides()
    {
        using var scope = NewDisposeScope();
        var maps = tensor(new[] { 9.0, -9, 2, 2, 0, 2 }).reshape(3, 1, 2);
        Assert.Equal([false, true, true], TopK.Mask(maps, 0.7).data<bool>().ToArray());
        using var discriminator = new FunctionNet(tensor(1.0), static (x, w) => x.mul(w));
        using var terms = new ConstantTopK().GeneratorTerms(discriminator, maps.requires_grad_(true));
        Assert.Equal(Softplus(-2), terms.Loss, 1e-12);
    }

    /// <summary>The share 1 − step/10, at least 1/2, at D's steps.</summary>
    [Fact]
    public void A_schedule_moves_the_share()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        var objective = new ScheduledTopK();
        foreach (var (step, count) in new[] { (0, 5), (2, 4), (5, 2), (100, 2) })
        {
            objective.MoveTo(step);
            using var terms = objective.GeneratorTerms(discriminator, Samples());
            Assert.Equal(Logits.OrderDescending().Take(count).Average(static t => Softplus(-t)), terms.Loss, 1e-12);
        }

        Assert.Equal(1, objective.Info.TopShare);
        Assert.Contains("Sinha et al. 2020, arXiv 2002.06224", objective.Info.Sources);
        Assert.Null(objective.Info.Analysis.GeneratorDivergence);
    }

    [Fact]
    public void An_energy_is_low_for_good_samples()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        using var terms = new EnergyTopK().GeneratorTerms(discriminator, Samples());
        Assert.Equal((Softplus(-1) + Softplus(-0.25)) / 2, terms.Loss, 1e-12);
    }

    [Fact]
    public void Several_discriminators_choose_each_for_themselves()
    {
        using var scope = NewDisposeScope();
        using var up = FunctionNet.Linear(1);
        using var down = FunctionNet.Linear(-1);
        var fake = Samples();
        using var terms = new ConstantTopK().GeneratorTerms([up, down], fake, ListReduction.Sum);
        terms.Backward();
        Assert.Equal([0, Sigmoid(-1) / 2, -Sigmoid(-3) / 2, -Sigmoid(-2) / 2, Sigmoid(-0.25) / 2], Numbers.Of(fake.grad!), new Close());
    }

    [Fact]
    public void What_is_no_share_is_refused()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1);
        foreach (var share in new[] { 0, -1, 1.01, double.NaN })
        {
            Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => TopK.Mask(ones(3), share)).ParamName);
            Assert.Throws<ArgumentOutOfRangeException>(() => GanStep.Generator(new LogisticObjective { TopShare = share }, discriminator, Samples()));
        }

        Assert.Throws<ArgumentException>(() => TopK.Mask(tensor(1.0), 0.5));
        Assert.Throws<ArgumentException>(() => TopK.Mask(ones(3, dtype: ScalarType.Int64), 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopK.Mask(ones(3), 0.5, (LogitSign)7));
        Assert.Contains("TopShare must be 1", Assert.Throws<InvalidOperationException>(() => GanStep.Generator(new LogisticObjective { TopShare = 0.5, Coupled = true }, discriminator, ones(5, 1, dtype: F64), Samples())).Message);
    }

    [Fact]
    public void Nothing_leaks()
    {
        using var discriminator = FunctionNet.Linear(1);
        using var fake = Samples().DetachFromDisposeScope();
        var objective = new ConstantTopK();
        Live.AssertUnchanged(() =>
        {
            using var terms = objective.GeneratorTerms(discriminator, fake);
            terms.Backward();
        });
        Live.AssertUnchanged(() => TopK.Mask(fake, 0.5).Dispose());
    }

    private static Tensor Samples() => tensor(Logits).reshape(5, 1).requires_grad_(true);

    private static double Softplus(double t) => Math.Log(1 + Math.Exp(t));

    private static double Sigmoid(double t) => 1 / (1 + Math.Exp(-t));

    private sealed class Close : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-12;

        public int GetHashCode(double value) => 0;
    }
}

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[TopK(0.4)]
public sealed partial class ConstantTopK;

[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
[TopK(nameof(Share))]
public sealed partial class ScheduledTopK
{
    [Hyperparameter(Min = 0.5, Max = 1), Schedule("linear(step, 1, 0.5, 5)")]
    public partial double Share { get; }
}

[GanObjective(Real = "softplus(t)", Fake = "softplus(-t)", Generator = "softplus(t)", Sign = LogitSign.Energy)]
[TopK(0.4)]
public sealed partial class EnergyTopK;
