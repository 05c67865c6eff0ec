/// <remarks>
/// <code>
/// L_D = E[square(D(x) - E D(G(z)) - 1)] + E[square(D(G(z)) - E D(x) + 1)]
/// L_G = E[square(D(x) - E D(G(z)) + 1)] + E[square(D(G(z)) - E D(x) - 1)]
/// real, t = D(x) - E D(G(z)): f_D(-t) = square(t - 1), slope 2 * (t - 1)
/// fake, t = D(G(z)) - E D(x): f_D(t) = square(t + 1), slope 2 * (t + 1)
/// real, t = D(x) - E D(G(z)), for G: f_G(t) = square(t + 1), slope 2 * (t + 1)
/// fake, t = D(G(z)) - E D(x), for G: f_G(-t) = square(t - 1), slope 2 * (t - 1)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±4i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Jolicoeur-Martineau 2018, arXiv 1807.00734.</para>
/// </remarks>
RelativisticAverageLeastSquares
    LogitLoss IRelativisticAverageObjective.GeneratorReal => LogitLoss.Of(new RelativisticAverageLeastSquaresFake());
    LogitLoss IRelativisticAverageObjective.GeneratorFake => LogitLoss.Of(new RelativisticAverageLeastSquaresReal());

// square(t - 1) of a logit t, with the slope 2 * (t - 1).
RelativisticAverageLeastSquaresReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t - T.All(1.0);
    loss = x * x;
    unit = T.All(0.0);
    slope = T.All(2.0) * x;
    public Tensor Loss(Tensor logit) => (logit - 1.0).square();
    public Tensor Slope(Tensor logit) => (logit - 1.0) * 2.0;

// square(t + 1) of a logit t, with the slope 2 * (t + 1).
RelativisticAverageLeastSquaresFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t + T.All(1.0);
    loss = x * x;
    unit = T.All(0.0);
    slope = T.All(2.0) * x;
    public Tensor Loss(Tensor logit) => (logit + 1.0).square();
    public Tensor Slope(Tensor logit) => (logit + 1.0) * 2.0;

RelativisticAverageLeastSquaresDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "RelativisticAverageLeastSquares",
        Real = new("square(t - 1)", "(t - 1)^{2}"), RealSlope = new("2 * (t - 1)", "2 \\, (t - 1)"),
        Fake = new("square(t + 1)", "(t + 1)^{2}"), FakeSlope = new("2 * (t + 1)", "2 \\, (t + 1)"),
        Generator = new("square(t - 1)", "(t - 1)^{2}"), GeneratorSlope = new("2 * (t - 1)", "2 \\, (t - 1)"),
        DiscriminatorLoss = new("E[square(D(x) - E D(G(z)) - 1)] + E[square(D(G(z)) - E D(x) + 1)]", "\\mathbb{E}_x\\!\\left[(D(x) - \\mathbb{E}_z D(G(z)) - 1)^{2}\\right] + \\mathbb{E}_z\\!\\left[(D(G(z)) - \\mathbb{E}_x D(x) + 1)^{2}\\right]"),
        GeneratorLoss = new("E[square(D(x) - E D(G(z)) + 1)] + E[square(D(G(z)) - E D(x) - 1)]", "\\mathbb{E}_x\\!\\left[(D(x) - \\mathbb{E}_z D(G(z)) + 1)^{2}\\right] + \\mathbb{E}_z\\!\\left[(D(G(z)) - \\mathbb{E}_x D(x) - 1)^{2}\\right]"),
        Coupling = global::Gan.Dsl.Coupling.RelativisticAverage,
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "square(t - 1) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, square(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "square(t + 1) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, square(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "f_D is bounded below") { Certificate = "bounded(0 + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Unknown, "the loss depends only on differences of logits"),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±4i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            DiracGanEigenvalues = "±4i",
        },
        Sources = ["Jolicoeur-Martineau 2018, arXiv 1807.00734"],
    };

