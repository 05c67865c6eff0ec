using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests;

/// <summary>
/// The losses of the gallery against the formulas of their papers, written out here in double precision: D on real logits, D on fake ones, G.
/// </summary>
public sealed class GalleryTests
{
    private static readonly double[] s_real = [0.4, -1.3, 2.2, 0.9];
    private static readonly double[] s_fake = [-0.6, 0.7, 1.6, -2.1];

    public static TheoryData<string, Func<double, double>, Func<double, double>, Func<double, double>> Separate => new()
    {
        { "KullbackLeibler", static t => -1 - t, static t => Math.Exp(t), static t => -Math.Exp(t) },
        { "ReverseKullbackLeibler", static t => Math.Exp(-t), static t => t - 1, static t => 1 - t },
        { "PearsonChiSquared", static t => -2 * (Math.Exp(t) - 1), static t => Math.Exp(2 * t) - 1, static t => 1 - Math.Exp(2 * t) },
        { "NeymanChiSquared", static t => Math.Exp(-2 * t) - 1, static t => 2 - (2 * Math.Exp(-t)), static t => (2 * Math.Exp(-t)) - 2 },
        { "SquaredHellinger", static t => Math.Exp(-t / 2) - 1, static t => Math.Exp(t / 2) - 1, static t => 1 - Math.Exp(t / 2) },
        { "JensenShannon", static t => Softplus(-t) - Math.Log(2), static t => Softplus(t) - Math.Log(2), static t => Math.Log(2) - Softplus(t) },
        { "TotalVariation", static t => -0.5 * Math.Tanh(t), static t => 0.5 * Math.Tanh(t), static t => -0.5 * Math.Tanh(t) },
        { "Exponential", static t => Math.Exp(-t), static t => Math.Exp(t), static t => Math.Exp(-t) },
        { "BoundarySeeking", static t => Softplus(-t), static t => Softplus(t), static t => 0.5 * Math.Pow(Math.Log(Sigmoid(t)) - Math.Log(1 - Sigmoid(t)), 2) },
        { "EnergyBased", static t => t, static t => Math.Max(0, 10 - t), static t => t },
        { "AsymmetricHinge", static t => Math.Max(0, 1 - t), static t => Math.Max(0, 1 + t), static t => -t },
        { "SmoothedLogistic", static t => -(0.9 * Math.Log(Sigmoid(t))) - (0.1 * Math.Log(1 - Sigmoid(t))), static t => Softplus(t), static t => Softplus(-t) },
        { "LeCamHinge", static t => Math.Max(0, 1 - t), static t => Math.Max(0, 1 + t), static t => -t },
        { "Dragan", static t => Softplus(-t), static t => Softplus(t), static t => Softplus(-t) },
        { "StyleGan2", static t => Softplus(-t), static t => Softplus(t), static t => Softplus(-t) },
    };

    [Theory]
    [MemberData(nameof(Separate))]
    public void EachLogitByItself(string name, Func<double, double> real, Func<double, double> fake, Func<double, double> generator)
    {
        using var scope = NewDisposeScope();
        var objective = Objectives.Find(name)!;
        Assert.Equal(s_real.Average(real) + s_fake.Average(fake), objective.DiscriminatorLoss(tensor(s_real), tensor(s_fake)).item<double>(), 1e-13);
        Assert.Equal(s_fake.Average(generator), objective.GeneratorLoss(tensor(s_fake)).item<double>(), 1e-13);
    }

    public static TheoryData<string, Func<double, double>> Averages => new()
    {
        { "RelativisticAverage", Softplus },
        { "RelativisticAverageHinge", static t => Math.Max(0, 1 + t) },
        { "RelativisticAverageLeastSquares", static t => (1 + t) * (1 + t) },
    };

    /// <summary>With the critic's values C of Jolicoeur-Martineau 2018, section 4: the losses of C(x) - E C(y) and C(y) - E C(x), swapped for G.</summary>
    [Theory]
    [MemberData(nameof(Averages))]
    public void AgainstTheMeanOfTheOtherSide(string name, Func<double, double> f)
    {
        using var scope = NewDisposeScope();
        var objective = Objectives.Find(name)!;
        var (real, fake) = (s_real.Select(x => x - s_fake.Average()), s_fake.Select(y => y - s_real.Average()));
        Assert.Equal(real.Average(t => f(-t)) + fake.Average(f), objective.DiscriminatorLoss(tensor(s_real), tensor(s_fake)).item<double>(), 1e-13);
        Assert.Equal(real.Average(f) + fake.Average(t => f(-t)), objective.GeneratorLoss(tensor(s_real), tensor(s_fake)).item<double>(), 1e-13);
    }

    [Theory]
    [InlineData("RelativisticPair")]
    [InlineData("R3Gan")]
    public void PairByPair(string name)
    {
        using var scope = NewDisposeScope();
        var objective = Objectives.Find(name)!;
        Assert.Equal(s_fake.Zip(s_real).Average(static p => Softplus(p.First - p.Second)), objective.DiscriminatorLoss(tensor(s_real), tensor(s_fake)).item<double>(), 1e-13);
        Assert.Equal(s_fake.Zip(s_real).Average(static p => Softplus(p.Second - p.First)), objective.GeneratorLoss(tensor(s_real), tensor(s_fake)).item<double>(), 1e-13);
    }

    /// <summary>D(x) = w·x has the gradient w everywhere: R1 and R2 are γ/2·‖w‖² each.</summary>
    [Fact]
    public void R3GanHasBothPenaltiesOfOneGamma()
    {
        using var scope = NewDisposeScope();
        using var discriminator = FunctionNet.Linear(1, 1, 1);
        var objective = new R3Gan { Gamma = 0.2 };
        Assert.Equal((0.2, 0.1), (objective.Gamma, objective.HalfGamma));
        using var terms = objective.DiscriminatorTerms(discriminator, rand([4, 3], ScalarType.Float64), rand([4, 3], ScalarType.Float64));
        Assert.Equal(["R1", "R2"], terms.Penalties.Select(static p => p.Name));
        Assert.All(terms.Penalties, static p => Assert.Equal(0.1 * 3, p.Value.item<double>(), 1e-14));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new R3Gan { Gamma = -1 });
    }

    [Fact]
    public void StyleGan2IsLazy()
    {
        var r1 = Assert.IsType<R1Penalty>(Assert.Single(Objectives.StyleGan2.Penalties));
        Assert.Equal((5, 16), (r1.Weight, r1.Every));
        var path = Assert.IsType<PathLengthPenalty>(Assert.Single(Objectives.StyleGan2.GeneratorPenalties));
        Assert.Equal((2, 4, 0.99), (path.Weight, path.Every, path.Decay));
        Assert.Equal((0.3, 0.99), Assert.Single(Objectives.LeCamHinge.Penalties) is LeCamPenalty leCam ? (leCam.Weight, leCam.Decay) : default);
    }

    /// <summary>What has a state is not one for all.</summary>
    [Fact]
    public void WhoAsksForAnObjectiveWithAStateGetsOneOfTheirOwn()
    {
        Assert.NotSame(Objectives.LeCamHinge, Objectives.LeCamHinge);
        Assert.NotSame(Objectives.StyleGan2, Objectives.StyleGan2);
        Assert.Same(Objectives.Hinge, Objectives.Hinge);
    }

    /// <summary>Least squares as public code has it, at D(x) = 0.5 and D(G(z)) = 2: (0.5 - 1)² = 0.25, 2² = 4, (2 - 1)² = 1.</summary>
    [Fact]
    public void TheNamedConventions()
    {
        Expect(LeastSquares.TensorFlowGan, 0.125 + 2, 0.5);
        Expect(LeastSquares.MMGeneration, 0.25 + 4, 1);
        Expect(LeastSquares.CycleGan, 0.125 + 2, 1);
        Expect(LeastSquares.HiFiGan, 0.25 + 4, 1);
        // ½(0.5 - 1)² + ½(2 + 1)², ½ 2².
        Expect(LeastSquares.PearsonLabels, 0.125 + 4.5, 2);
        Expect(NonSaturating.RealEsrgan, Softplus(-0.5) + Softplus(2), 0.1 * Softplus(-2));

        static void Expect(IGanObjective objective, double discriminator, double generator)
        {
            using var scope = NewDisposeScope();
            var (real, fake) = (tensor(new[] { 0.5 }), tensor(new[] { 2.0 }));
            Assert.Equal(discriminator, objective.DiscriminatorLoss(real, fake).item<double>(), 1e-14);
            Assert.Equal(generator, objective.GeneratorLoss(fake).item<double>(), 1e-14);
        }
    }

    [Fact]
    public void TheHingeOfTwoMargins()
    {
        using var scope = NewDisposeScope();
        var objective = new AsymmetricHinge { RealMargin = 2, FakeMargin = 0.5 };
        var (real, fake) = (tensor(new[] { 0.5, 3 }), tensor(new[] { -1.0, 1 }));
        Assert.Equal((1.5 / 2) + (1.5 / 2), objective.DiscriminatorLoss(real, fake).item<double>(), 1e-14);
    }

    private static double Softplus(double t) => Math.Max(t, 0) + Math.Log(1 + Math.Exp(-Math.Abs(t)));

    private static double Sigmoid(double t) => 1 / (1 + Math.Exp(-t));
}
