/// <remarks>
/// <code>
/// L_D = E[expm1(-2 * D(x))] + E[-2 * expm1(-D(G(z)))]
/// L_G = E[2 * expm1(-D(G(z)))]
/// real logit: Real(t) = expm1(-2 * t), slope -2 * exp(-2 * t)
/// fake logit: Fake(t) = -2 * expm1(-t), slope 2 * exp(-t)
/// fake logit, for G: Generator(t) = 2 * expm1(-t), slope -2 * exp(-t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures Neyman χ²(p ‖ q), and G minimises it.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±2i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709.</para>
/// </remarks>
NeymanChiSquared

// expm1(-2 * t) of a logit t, with the slope -2 * exp(-2 * t).
NeymanChiSquaredReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.All(-2.0) * t;
    loss = T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(-2.0) * T.Exp(x);
    public Tensor Loss(Tensor logit) => (logit * (-2.0)).expm1();
    public Tensor Slope(Tensor logit) => (logit * (-2.0)).exp() * (-2.0);

// -2 * expm1(-t) of a logit t, with the slope 2 * exp(-t).
NeymanChiSquaredFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = -t;
    loss = T.All(-2.0) * T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(2.0) * T.Exp(x);
    public Tensor Loss(Tensor logit) => logit.neg().expm1() * (-2.0);
    public Tensor Slope(Tensor logit) => logit.neg().exp() * 2.0;

// 2 * expm1(-t) of a logit t, with the slope -2 * exp(-t).
NeymanChiSquaredGenerator
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = -t;
    loss = T.All(2.0) * T.Expm1(x);
    unit = T.All(0.0);
    slope = T.All(-2.0) * T.Exp(x);
    public Tensor Loss(Tensor logit) => logit.neg().expm1() * 2.0;
    public Tensor Slope(Tensor logit) => logit.neg().exp() * (-2.0);

NeymanChiSquaredDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "NeymanChiSquared",
        Real = new("expm1(-2 * t)", "e^{-2 \\, t} - 1"), RealSlope = new("-2 * exp(-2 * t)", "-2 \\, e^{-2 \\, t}"),
        Fake = new("-2 * expm1(-t)", "-2 \\, (e^{-t} - 1)"), FakeSlope = new("2 * exp(-t)", "2 \\, e^{-t}"),
        Generator = new("2 * expm1(-t)", "2 \\, (e^{-t} - 1)"), GeneratorSlope = new("-2 * exp(-t)", "-2 \\, e^{-t}"),
        DiscriminatorLoss = new("E[expm1(-2 * D(x))] + E[-2 * expm1(-D(G(z)))]", "\\mathbb{E}_x\\!\\left[e^{-2 \\, D(x)} - 1\\right] + \\mathbb{E}_z\\!\\left[-2 \\, (e^{-D(G(z))} - 1)\\right]"),
        GeneratorLoss = new("E[2 * expm1(-D(G(z)))]", "\\mathbb{E}_z\\!\\left[2 \\, (e^{-D(G(z))} - 1)\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "expm1(-2 * t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, expm1(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Refuted, "the second derivative -2 * exp(-t) is -2 at t = 0", 0.0),
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(2, rises), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(32, outgrown), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "−Fake′/Real′ = eᵗ") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±2i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "Neyman χ²(p ‖ q)",
            GeneratorDivergence = "Neyman χ²(p ‖ q)",
            DiracGanEigenvalues = "±2i",
        },
        Sources = ["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"],
    };

