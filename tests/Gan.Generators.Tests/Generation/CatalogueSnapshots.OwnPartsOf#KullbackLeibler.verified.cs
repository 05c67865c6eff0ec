/// <remarks>
/// <code>
/// L_D = E[-D(x) - 1] + E[exp(D(G(z)))]
/// L_G = E[-exp(D(G(z)))]
/// real logit: Real(t) = -t - 1, slope -1
/// fake logit: Fake(t) = exp(t), slope exp(t)
/// fake logit, for G: Generator(t) = -exp(t), slope -exp(t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures KL(p ‖ q), and G minimises it.</para>
/// <para>G's gradient vanishes when D confidently rejects its samples.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±1i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709.</para>
/// </remarks>
KullbackLeibler

// -t - 1 of a logit t, with the slope -1.
KullbackLeiblerReal
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.All(-1.0) - t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => (-1.0) - logit;
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

// exp(t) of a logit t, with the slope exp(t).
KullbackLeiblerFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T e = T.Exp(t);
    loss = e;
    unit = T.All(0.0);
    slope = e;
    public Tensor Loss(Tensor logit) => logit.exp();
    public Tensor Slope(Tensor logit) => logit.exp();

// -exp(t) of a logit t, with the slope -exp(t).
KullbackLeiblerGenerator
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = -T.Exp(t);
    loss = x;
    unit = T.All(0.0);
    slope = x;
    public Tensor Loss(Tensor logit) => logit.exp().neg();
    public Tensor Slope(Tensor logit) => logit.exp().neg();

KullbackLeiblerDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "KullbackLeibler",
        Real = new("-t - 1", "-t - 1"), RealSlope = new("-1", "-1"),
        Fake = new("exp(t)", "e^{t}"), FakeSlope = new("exp(t)", "e^{t}"),
        Generator = new("-exp(t)", "-e^{t}"), GeneratorSlope = new("-exp(t)", "-e^{t}"),
        DiscriminatorLoss = new("E[-D(x) - 1] + E[exp(D(G(z)))]", "\\mathbb{E}_x\\!\\left[-D(x) - 1\\right] + \\mathbb{E}_z\\!\\left[e^{D(G(z))}\\right]"),
        GeneratorLoss = new("E[-exp(D(G(z)))]", "\\mathbb{E}_z\\!\\left[-e^{D(G(z))}\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "-t - 1 is linear") { Certificate = "convex(real, range(-infinity, infinity), composition)" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "exp(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, exp(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(2, rises))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(32, outgrown))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Proved, "the slope of G's loss, -exp(t), tends to 0 as t → −∞") { Certificate = "vanishes(generator, left(32))" },
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "−Fake′/Real′ = eᵗ") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±1i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "KL(p ‖ q)",
            GeneratorDivergence = "KL(p ‖ q)",
            DiracGanEigenvalues = "±1i",
        },
        Sources = ["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"],
    };

