/// <remarks>
/// <code>
/// L_D = E[-2 * expm1(D(x))] + E[expm1(2 * D(G(z)))]
/// L_G = E[-expm1(2 * D(G(z)))]
/// real logit: Real(t) = -2 * expm1(t), slope -2 * exp(t)
/// fake logit: Fake(t) = expm1(2 * t), slope 2 * exp(2 * t)
/// fake logit, for G: Generator(t) = -expm1(2 * t), slope -2 * exp(2 * t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures Pearson χ²(p ‖ q), and G minimises it.</para>
/// <para>G's gradient vanishes when D confidently rejects its samples.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±2i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709.</para>
/// </remarks>
PearsonChiSquared

// -2 * expm1(t) of a logit t, with the slope -2 * exp(t).
PearsonChiSquaredReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    loss = T.All(-2.0) * T.Expm1(t);
    unit = T.All(0.0);
    slope = T.All(-2.0) * T.Exp(t);
    public Tensor Loss(Tensor logit) => logit.expm1() * (-2.0);
    public Tensor Slope(Tensor logit) => logit.exp() * (-2.0);

// expm1(2 * t) of a logit t, with the slope 2 * exp(2 * t).
PearsonChiSquaredFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.All(2.0) * t;
    loss = T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(2.0) * T.Exp(x);
    public Tensor Loss(Tensor logit) => (logit * 2.0).expm1();
    public Tensor Slope(Tensor logit) => (logit * 2.0).exp() * 2.0;

// -expm1(2 * t) of a logit t, with the slope -2 * exp(2 * t).
PearsonChiSquaredGenerator
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.All(2.0) * t;
    loss = -T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(-2.0) * T.Exp(x);
    public Tensor Loss(Tensor logit) => (logit * 2.0).expm1().neg();
    public Tensor Slope(Tensor logit) => (logit * 2.0).exp() * (-2.0);

PearsonChiSquaredDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "PearsonChiSquared",
        Real = new("-2 * expm1(t)", "-2 \\, (e^{t} - 1)"), RealSlope = new("-2 * exp(t)", "-2 \\, e^{t}"),
        Fake = new("expm1(2 * t)", "e^{2 \\, t} - 1"), FakeSlope = new("2 * exp(2 * t)", "2 \\, e^{2 \\, t}"),
        Generator = new("-expm1(2 * t)", "-(e^{2 \\, t} - 1)"), GeneratorSlope = new("-2 * exp(2 * t)", "-2 \\, e^{2 \\, t}"),
        DiscriminatorLoss = new("E[-2 * expm1(D(x))] + E[expm1(2 * D(G(z)))]", "\\mathbb{E}_x\\!\\left[-2 \\, (e^{D(x)} - 1)\\right] + \\mathbb{E}_z\\!\\left[e^{2 \\, D(G(z))} - 1\\right]"),
        GeneratorLoss = new("E[-expm1(2 * D(G(z)))]", "\\mathbb{E}_z\\!\\left[-(e^{2 \\, D(G(z))} - 1)\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Refuted, "the second derivative -2 * exp(t) is -2 at t = 0", 0.0),
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "expm1(2 * t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, expm1(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(2, rises))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(32, outgrown))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Proved, "the slope of G's loss, -2 * exp(2 * t), tends to 0 as t → −∞") { Certificate = "vanishes(generator, left(32))" },
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "−Fake′/Real′ = eᵗ") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±2i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "Pearson χ²(p ‖ q)",
            GeneratorDivergence = "Pearson χ²(p ‖ q)",
            DiracGanEigenvalues = "±2i",
        },
        Sources = ["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"],
    };

