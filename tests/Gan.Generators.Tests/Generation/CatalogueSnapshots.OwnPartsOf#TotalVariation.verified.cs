/// <remarks>
/// <code>
/// L_D = E[-0.5 * tanh(D(x))] + E[0.5 * tanh(D(G(z)))]
/// L_G = E[-0.5 * tanh(D(G(z)))]
/// real logit: Real(t) = -0.5 * tanh(t), slope 0.5 * (square(tanh(t)) - 1)
/// fake logit: Fake(t) = 0.5 * tanh(t), slope 0.5 * (-square(tanh(t)) + 1)
/// fake logit, for G: Generator(t) = -0.5 * tanh(t), slope 0.5 * (square(tanh(t)) - 1)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>Up to a constant, the optimal D measures total variation TV(p, q), and G minimises it.</para>
/// <para>G's gradient vanishes when D confidently rejects its samples.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±0.5i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709.</para>
/// </remarks>
TotalVariation

// -0.5 * tanh(t) of a logit t, with the slope 0.5 * (square(tanh(t)) - 1).
TotalVariationReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.Tanh(t);
    loss = T.All(-0.5) * x;
    unit = T.All(0.0);
    slope = T.All(0.5) * T.MultiplyAdd(x, x, T.All(-1.0));
    public Tensor Loss(Tensor logit) => logit.tanh() * (-0.5);
    public Tensor Slope(Tensor logit) => (logit.tanh().square() - 1.0) * 0.5;

// 0.5 * tanh(t) of a logit t, with the slope 0.5 * (-square(tanh(t)) + 1).
TotalVariationFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = T.Tanh(t);
    loss = T.All(0.5) * x;
    unit = T.All(0.0);
    slope = T.All(0.5) * T.MultiplyAdd(-x, x, T.All(1.0));
    public Tensor Loss(Tensor logit) => logit.tanh() * 0.5;
    public Tensor Slope(Tensor logit) => (1.0 - logit.tanh().square()) * 0.5;

TotalVariationDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "TotalVariation",
        Real = new("-0.5 * tanh(t)", "-0.5 \\, \\tanh(t)"), RealSlope = new("0.5 * (square(tanh(t)) - 1)", "0.5 \\, (\\tanh(t)^{2} - 1)"),
        Fake = new("0.5 * tanh(t)", "0.5 \\, \\tanh(t)"), FakeSlope = new("0.5 * (-square(tanh(t)) + 1)", "0.5 \\, (-\\tanh(t)^{2} + 1)"),
        Generator = new("-0.5 * tanh(t)", "-0.5 \\, \\tanh(t)"), GeneratorSlope = new("0.5 * (square(tanh(t)) - 1)", "0.5 \\, (\\tanh(t)^{2} - 1)"),
        DiscriminatorLoss = new("E[-0.5 * tanh(D(x))] + E[0.5 * tanh(D(G(z)))]", "\\mathbb{E}_x\\!\\left[-0.5 \\, \\tanh(D(x))\\right] + \\mathbb{E}_z\\!\\left[0.5 \\, \\tanh(D(G(z)))\\right]"),
        GeneratorLoss = new("E[-0.5 * tanh(D(G(z)))]", "\\mathbb{E}_z\\!\\left[-0.5 \\, \\tanh(D(G(z)))\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Refuted, "the second derivative (-square(tanh(t)) + 1) * tanh(t) is -0.32 at t = -1", -1.0),
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Refuted, "the second derivative (square(tanh(t)) - 1) * tanh(t) is -0.32 at t = 1", 1.0),
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Proved, "the slope of G's loss, 0.5 * (square(tanh(t)) - 1), tends to 0 as t → −∞") { Certificate = "vanishes(generator, left(32))" },
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "−Fake′/Real′ = 1 is not eᵗ", 1.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±0.5i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            Divergence = "total variation TV(p, q)",
            GeneratorDivergence = "total variation TV(p, q)",
            DiracGanEigenvalues = "±0.5i",
        },
        Sources = ["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"],
    };

