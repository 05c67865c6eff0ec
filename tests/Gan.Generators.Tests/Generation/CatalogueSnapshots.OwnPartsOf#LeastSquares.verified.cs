/// <remarks>
/// <code>
/// L_D = E[s * square(D(x) - b)] + E[s * square(D(G(z)) - a)]
/// L_G = E[s * square(D(G(z)) - c)]
/// real logit: Real(t) = s * square(t - b), slope 2 * s * (t - b)
/// fake logit: Fake(t) = s * square(t - a), slope 2 * s * (t - a)
/// fake logit, for G: Generator(t) = s * square(t - c), slope 2 * s * (t - c)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns p/(p + q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures 0.25 Pearson χ²(2q ‖ p + q); G then follows the gradient of no known divergence.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±1i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Mao et al. 2017, arXiv 1611.04076.</para>
/// </remarks>
LeastSquares
    public IReadOnlyList<HyperparameterValue> Hyperparameters => [new("A", this.@A), new("B", this.@B), new("C", this.@C), new("S", this.@S)];

// s * square(t - b) of a logit t, with the slope 2 * s * (t - b).
LeastSquaresReal
    private readonly double s = HyperparameterChecks.InRange(s, "S", 0.0, double.PositiveInfinity, true);
    private readonly double b = HyperparameterChecks.InRange(b, "B", double.NegativeInfinity, double.PositiveInfinity, false);
    private readonly Coefficient k = new(b);
    private readonly Coefficient k2 = new(s);
    private readonly Coefficient k3 = new(2.0 * s);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t - T.All(k);
    loss = T.All(k2) * (x * x);
    unit = T.All(0.0);
    slope = T.All(k3) * x;
    public Tensor Loss(Tensor logit) => (logit - b).square() * s;
    public Tensor Slope(Tensor logit) => (logit - b) * (2.0 * s);

// s * square(t - a) of a logit t, with the slope 2 * s * (t - a).
LeastSquaresFake
    private readonly double s = HyperparameterChecks.InRange(s, "S", 0.0, double.PositiveInfinity, true);
    private readonly double a = HyperparameterChecks.InRange(a, "A", double.NegativeInfinity, double.PositiveInfinity, false);
    private readonly Coefficient k = new(a);
    private readonly Coefficient k2 = new(s);
    private readonly Coefficient k3 = new(2.0 * s);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t - T.All(k);
    loss = T.All(k2) * (x * x);
    unit = T.All(0.0);
    slope = T.All(k3) * x;
    public Tensor Loss(Tensor logit) => (logit - a).square() * s;
    public Tensor Slope(Tensor logit) => (logit - a) * (2.0 * s);

// s * square(t - c) of a logit t, with the slope 2 * s * (t - c).
LeastSquaresGenerator
    private readonly double s = HyperparameterChecks.InRange(s, "S", 0.0, double.PositiveInfinity, true);
    private readonly double c = HyperparameterChecks.InRange(c, "C", double.NegativeInfinity, double.PositiveInfinity, false);
    private readonly Coefficient k = new(c);
    private readonly Coefficient k2 = new(s);
    private readonly Coefficient k3 = new(2.0 * s);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t - T.All(k);
    loss = T.All(k2) * (x * x);
    unit = T.All(0.0);
    slope = T.All(k3) * x;
    public Tensor Loss(Tensor logit) => (logit - c).square() * s;
    public Tensor Slope(Tensor logit) => (logit - c) * (2.0 * s);

LeastSquaresDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "LeastSquares",
        Real = new("s * square(t - b)", "s \\, (t - b)^{2}"), RealSlope = new("2 * s * (t - b)", "2 \\, s \\, (t - b)"),
        Fake = new("s * square(t - a)", "s \\, (t - a)^{2}"), FakeSlope = new("2 * s * (t - a)", "2 \\, s \\, (t - a)"),
        Generator = new("s * square(t - c)", "s \\, (t - c)^{2}"), GeneratorSlope = new("2 * s * (t - c)", "2 \\, s \\, (t - c)"),
        DiscriminatorLoss = new("E[s * square(D(x) - b)] + E[s * square(D(G(z)) - a)]", "\\mathbb{E}_x\\!\\left[s \\, (D(x) - b)^{2}\\right] + \\mathbb{E}_z\\!\\left[s \\, (D(G(z)) - a)^{2}\\right]"),
        GeneratorLoss = new("E[s * square(D(G(z)) - c)]", "\\mathbb{E}_z\\!\\left[s \\, (D(G(z)) - c)^{2}\\right]"),
        Hyperparameters = [new("A", 0.0, double.NegativeInfinity, double.PositiveInfinity, false), new("B", 1.0, double.NegativeInfinity, double.PositiveInfinity, false), new("C", 1.0, double.NegativeInfinity, double.PositiveInfinity, false), new("S", 1.0, 0.0, double.PositiveInfinity, true)],
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0.5, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0.49999999999999895, 0.500000000000001)), falls(real, range(0.49999999999999895, 0.500000000000001)), rises(fake, range(0.49999999999999895, 0.500000000000001)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0.49999999999999895, 0.500000000000001))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "square(t - 1) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, square(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "square(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, square(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "−Fake′/Real′ = -t / (t - 1) is not eᵗ", 0.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±1i, on the imaginary axis: the players rotate around the equilibrium", 0.5),
            ],
            OptimalLogit = "p/(p + q)",
            Divergence = "0.25 Pearson χ²(2q ‖ p + q)",
            DiracGanEigenvalues = "±1i",
        },
        Sources = ["Mao et al. 2017, arXiv 1611.04076"],
    };

