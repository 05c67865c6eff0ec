/// <remarks>
/// <code>
/// L_D = E[expm1(-0.5 * D(x))] + E[expm1(0.5 * D(G(z)))]
/// L_G = E[-expm1(0.5 * D(G(z)))]
/// real logit: Real(t) = expm1(-0.5 * t), slope -0.5 * exp(-0.5 * t)
/// fake logit: Fake(t) = expm1(0.5 * t), slope 0.5 * exp(0.5 * t)
/// fake logit, for G: Generator(t) = -expm1(0.5 * t), slope -0.5 * exp(0.5 * t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures squared Hellinger H²(p, q), and G minimises it.</para>
/// <para>G's gradient vanishes when D confidently rejects its samples.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±0.5i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709.</para>
/// </remarks>
SquaredHellinger

// expm1(-0.5 * t) of a logit t, with the slope -0.5 * exp(-0.5 * t).
SquaredHellingerReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.All(-0.5) * t;
    loss = T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(-0.5) * T.Exp(x);
    public Tensor Loss(Tensor logit) => (logit * (-0.5)).expm1();
    public Tensor Slope(Tensor logit) => (logit * (-0.5)).exp() * (-0.5);

// expm1(0.5 * t) of a logit t, with the slope 0.5 * exp(0.5 * t).
SquaredHellingerFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.All(0.5) * t;
    loss = T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(0.5) * T.Exp(x);
    public Tensor Loss(Tensor logit) => (logit * 0.5).expm1();
    public Tensor Slope(Tensor logit) => (logit * 0.5).exp() * 0.5;

// -expm1(0.5 * t) of a logit t, with the slope -0.5 * exp(0.5 * t).
SquaredHellingerGenerator
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.All(0.5) * t;
    loss = -T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(-0.5) * T.Exp(x);
    public Tensor Loss(Tensor logit) => (logit * 0.5).expm1().neg();
    public Tensor Slope(Tensor logit) => (logit * 0.5).exp() * (-0.5);

SquaredHellingerDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "SquaredHellinger",
        Real = new("expm1(-0.5 * t)", "e^{-0.5 \\, t} - 1"), RealSlope = new("-0.5 * exp(-0.5 * t)", "-0.5 \\, e^{-0.5 \\, t}"),
        Fake = new("expm1(0.5 * t)", "e^{0.5 \\, t} - 1"), FakeSlope = new("0.5 * exp(0.5 * t)", "0.5 \\, e^{0.5 \\, t}"),
        Generator = new("-expm1(0.5 * t)", "-(e^{0.5 \\, t} - 1)"), GeneratorSlope = new("-0.5 * exp(0.5 * t)", "-0.5 \\, e^{0.5 \\, t}"),
        DiscriminatorLoss = new("E[expm1(-0.5 * D(x))] + E[expm1(0.5 * D(G(z)))]", "\\mathbb{E}_x\\!\\left[e^{-0.5 \\, D(x)} - 1\\right] + \\mathbb{E}_z\\!\\left[e^{0.5 \\, D(G(z))} - 1\\right]"),
        GeneratorLoss = new("E[-expm1(0.5 * D(G(z)))]", "\\mathbb{E}_z\\!\\left[-(e^{0.5 \\, D(G(z))} - 1)\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "expm1(-0.5 * t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, expm1(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "expm1(0.5 * t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, expm1(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Proved, "the slope of G's loss, -0.5 * exp(0.5 * t), tends to 0 as t → −∞") { Certificate = "vanishes(generator, left(32))" },
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "−Fake′/Real′ = eᵗ") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±0.5i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "squared Hellinger H²(p, q)",
            GeneratorDivergence = "squared Hellinger H²(p, q)",
            DiracGanEigenvalues = "±0.5i",
        },
        Sources = ["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"],
    };

