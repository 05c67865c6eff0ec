/// <remarks>
/// <code>
/// L_D = E[-D(x)] + E[D(G(z))]
///     + 10 E(‖∇D(αx + (1 − α)G(z))‖ − 1)²
/// L_G = E[-D(G(z))]
/// real logit: f_D(-t) = -t, slope -1
/// fake logit: f_D(t) = t, slope 1
/// fake logit, for G: f_G(-t) = -t, slope -1
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>Up to a constant, the optimal D measures Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint, and G minimises it.</para>
/// <para>D's loss has no lower bound: D needs a Lipschitz constraint.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±1i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Gulrajani et al. 2017, arXiv 1704.00028.</para>
/// </remarks>
WassersteinGradientPenalty
    public Tensor GradientPenalty(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake)
        => WassersteinGradientPenaltyDeclaration.GradientPenalty.Evaluate(discriminator, real, fake);

// -t of a logit t, with the slope -1.
WassersteinGradientPenaltyReal
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = -t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => logit.neg();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

// t of a logit t, with the slope 1.
WassersteinGradientPenaltyFake
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(1.0));
    public Tensor Loss(Tensor logit) => logit;
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(1.0));

WassersteinGradientPenaltyDeclaration
    public static readonly GradientPenalty GradientPenalty = new() { Weight = 10.0, Every = 1, Target = 1.0, OneSided = false, At = global::Gan.Dsl.PenaltyPoint.Interpolates, Norm = global::Gan.Dsl.GradientNorm.PerSample };
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [GradientPenalty];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "WassersteinGradientPenalty",
        Real = new("-t", "-t"), RealSlope = new("-1", "-1"),
        Fake = new("t", "t"), FakeSlope = new("1", "1"),
        Generator = new("-t", "-t"), GeneratorSlope = new("-1", "-1"),
        DiscriminatorLoss = new("E[-D(x)] + E[D(G(z))]", "\\mathbb{E}_x\\!\\left[-D(x)\\right] + \\mathbb{E}_z\\!\\left[D(G(z))\\right]"),
        GeneratorLoss = new("E[-D(G(z))]", "\\mathbb{E}_z\\!\\left[-D(G(z))\\right]"),
        Penalties = [new("GradientPenalty", "10 E(‖∇D(αx + (1 − α)G(z))‖ − 1)²", "10\\,\\mathbb{E}\\left(\\lVert\\nabla D(\\alpha x + (1 - \\alpha) G(z))\\rVert - 1\\right)^2")],
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "-t is linear") { Certificate = "convex(real, range(-infinity, infinity), composition)" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "t is linear") { Certificate = "convex(fake, range(-infinity, infinity), composition)" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Refuted, "0.5·Real + Fake → −∞ as t → −∞", -320.0),
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "−Fake′/Real′ = 1 is not eᵗ", 1.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±1i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            Divergence = "Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint",
            GeneratorDivergence = "Wasserstein distance W₁(p, q), under a 1-Lipschitz constraint",
            DiracGanEigenvalues = "±1i",
        },
        Sources = ["Gulrajani et al. 2017, arXiv 1704.00028"],
    };

