/// <remarks>
/// <code>
/// L_D = E[softplus(-(D(x) - E D(G(z))))] + E[softplus(D(G(z)) - E D(x))]
/// L_G = E[softplus(D(x) - E D(G(z)))] + E[softplus(-(D(G(z)) - E D(x)))]
/// real, t = D(x) - E D(G(z)): f_D(-t) = softplus(-t), slope -sigmoid(-t)
/// fake, t = D(G(z)) - E D(x): f_D(t) = softplus(t), slope sigmoid(t)
/// real, t = D(x) - E D(G(z)), for G: f_G(t) = softplus(t), slope sigmoid(t)
/// fake, t = D(G(z)) - E D(x), for G: f_G(-t) = softplus(-t), slope -sigmoid(-t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±1i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Sources: Jolicoeur-Martineau 2018, arXiv 1807.00734; Wang et al. 2018, arXiv 1809.00219.</para>
/// </remarks>
RelativisticAverage
    LogitLoss IRelativisticAverageObjective.GeneratorReal => LogitLoss.Of(new RelativisticAverageFake());
    LogitLoss IRelativisticAverageObjective.GeneratorFake => LogitLoss.Of(new RelativisticAverageReal());

// softplus(-t) of a logit t, with the slope -sigmoid(-t).
RelativisticAverageReal
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T x = -t;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(x);
    unit = e;
    slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
    public Tensor Loss(Tensor logit) => logit.neg().softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.neg().sigmoid().neg();

// softplus(t) of a logit t, with the slope sigmoid(t).
RelativisticAverageFake
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(t);
    unit = e;
    slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
    public Tensor Loss(Tensor logit) => logit.softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.sigmoid();

RelativisticAverageDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "RelativisticAverage",
        Real = new("softplus(-t)", "\\operatorname{softplus}(-t)"), RealSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        Fake = new("softplus(t)", "\\operatorname{softplus}(t)"), FakeSlope = new("sigmoid(t)", "\\sigma(t)"),
        Generator = new("softplus(-t)", "\\operatorname{softplus}(-t)"), GeneratorSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        DiscriminatorLoss = new("E[softplus(-(D(x) - E D(G(z))))] + E[softplus(D(G(z)) - E D(x))]", "\\mathbb{E}_x\\!\\left[\\operatorname{softplus}(-(D(x) - \\mathbb{E}_z D(G(z))))\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{softplus}(D(G(z)) - \\mathbb{E}_x D(x))\\right]"),
        GeneratorLoss = new("E[softplus(D(x) - E D(G(z)))] + E[softplus(-(D(G(z)) - E D(x)))]", "\\mathbb{E}_x\\!\\left[\\operatorname{softplus}(D(x) - \\mathbb{E}_z D(G(z)))\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{softplus}(-(D(G(z)) - \\mathbb{E}_x D(x)))\\right]"),
        Coupling = global::Gan.Dsl.Coupling.RelativisticAverage,
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "softplus(-t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "softplus(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "f_D is bounded below") { Certificate = "bounded(0 + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Unknown, "the loss depends only on differences of logits"),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±1i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            DiracGanEigenvalues = "±1i",
        },
        Sources = ["Jolicoeur-Martineau 2018, arXiv 1807.00734", "Wang et al. 2018, arXiv 1809.00219"],
    };

