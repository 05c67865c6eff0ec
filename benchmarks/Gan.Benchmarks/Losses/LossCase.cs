using Gan.Runtime;
using static Gan.Benchmarks.HandWritten;
using static TorchSharp.torch;
using Catalogue = Gan.Runtime.Objectives;

namespace Gan.Benchmarks;

/// <summary>A distinct pair of losses, by hand, and the objectives of the catalogue that have it: the penalties in which these differ are no part of the loss.</summary>
internal sealed class LossCase
{
    private LossCase(Func<Tensor, Tensor, Tensor> discriminator, Func<Tensor, Tensor> generator, params IReadOnlyList<IGanObjective> objectives)
        : this(discriminator, (_, fake) => generator(fake), objectives)
    {
    }

    /// <summary>Coupled ones, whose generator has the discriminator's loss with real and fake swapped.</summary>
    private LossCase(Func<Tensor, Tensor, Tensor> discriminator, params IReadOnlyList<IGanObjective> objectives)
        : this(discriminator, (real, fake) => discriminator(fake, real), objectives)
    {
    }

    private LossCase(Func<Tensor, Tensor, Tensor> discriminator, Func<Tensor, Tensor, Tensor> generator, IReadOnlyList<IGanObjective> objectives) =>
        (Discriminator, Generator, Objectives) = (discriminator, generator, objectives);

    public static IReadOnlyList<LossCase> All { get; } = Checked(
    [
        new(D.Logistic, G.Saturating, Catalogue.Vanilla),
        new(D.Logistic, G.NonSaturating, Catalogue.NonSaturating, Catalogue.LogisticR1, Catalogue.StyleGan2, Catalogue.Dragan),
        new(D.Logistic, G.BoundarySeeking, Catalogue.BoundarySeeking),
        new(D.SmoothedLogistic, G.NonSaturating, Catalogue.SmoothedLogistic),
        new(D.Hinge, G.Critic, Catalogue.Hinge, Catalogue.LeCamHinge),
        new(D.Hinge, G.Critic, Catalogue.AsymmetricHinge),
        new(D.LeastSquares, G.LeastSquares, Catalogue.LeastSquares),
        new(D.LeastSquaresSymmetric, G.LeastSquares, Catalogue.LeastSquaresSymmetric),
        new(D.Wasserstein, G.Critic, Catalogue.Wasserstein, Catalogue.WassersteinGradientPenalty, Catalogue.SinGan),
        new(D.EnergyBased, G.Energy, Catalogue.EnergyBased),
        new(D.Exponential, G.Exponential, Catalogue.Exponential),
        new(D.JensenShannon, G.JensenShannon, Catalogue.JensenShannon),
        new(D.KullbackLeibler, G.KullbackLeibler, Catalogue.KullbackLeibler),
        new(D.ReverseKullbackLeibler, G.ReverseKullbackLeibler, Catalogue.ReverseKullbackLeibler),
        new(D.PearsonChiSquared, G.PearsonChiSquared, Catalogue.PearsonChiSquared),
        new(D.NeymanChiSquared, G.NeymanChiSquared, Catalogue.NeymanChiSquared),
        new(D.SquaredHellinger, G.SquaredHellinger, Catalogue.SquaredHellinger),
        new(D.TotalVariation, G.TotalVariation, Catalogue.TotalVariation),
        new(D.RelativisticPair, Catalogue.RelativisticPair, Catalogue.R3Gan),
        new(D.RelativisticAverage, Catalogue.RelativisticAverage),
        new(D.RelativisticAverageHinge, Catalogue.RelativisticAverageHinge),
        new(D.RelativisticAverageLeastSquares, Catalogue.RelativisticAverageLeastSquares),
    ]);

    public Func<Tensor, Tensor, Tensor> Discriminator { get; }

    public Func<Tensor, Tensor, Tensor> Generator { get; }

    public IReadOnlyList<IGanObjective> Objectives { get; }

    /// <summary>The one that is measured.</summary>
    public IGanObjective Objective => Objectives[0];

    public string Name => Objective.Info.Name;

    /// <summary>The case of an objective, whichever of those that share it.</summary>
    public static LossCase Of(string name) => All.FirstOrDefault(loss => loss.Objectives.Any(objective => objective.Info.Name == name))
        ?? throw new ArgumentException($"There is no objective '{name}': there are {string.Join(", ", Catalogue.All.Select(static o => o.Info.Name))}.", nameof(name));

    /// <summary>Every objective of the catalogue is in one case, and those of one case have the same formulas.</summary>
    private static LossCase[] Checked(LossCase[] cases)
    {
        var listed = cases.SelectMany(static loss => loss.Objectives).Select(static objective => objective.Info.Name).Order();
        if (!listed.SequenceEqual(Catalogue.All.Select(static objective => objective.Info.Name).Order()))
            throw new InvalidOperationException("The cases do not have every objective of the catalogue once.");
        foreach (var loss in cases)
        {
            if (loss.Objectives.DistinctBy(static o => (o.Info.Real, o.Info.Fake, o.Info.Generator, o.Info.Coupling)).Skip(1).FirstOrDefault() is { } other)
                throw new InvalidOperationException($"{other.Info.Name} does not have the formulas of {loss.Name}.");
        }

        return cases;
    }
}
