/// <remarks>
/// <code>
/// L_D = E[square(D(x) - 1)] + E[square(D(G(z)) + 1)]
/// L_G = E[square(D(G(z)) - 1)]
/// real logit: f_D(-t) = square(t - 1), slope 2 * (t - 1)
/// fake logit: f_D(t) = square(t + 1), slope 2 * (t + 1)
/// fake logit, for G: f_G(-t) = square(t - 1), slope 2 * (t - 1)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns (p - q)/(p + q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures Pearson χ²(2q ‖ p + q); G then follows the gradient of no known divergence.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±2i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Mao et al. 2017, arXiv 1611.04076.</para>
/// </remarks>
LeastSquaresSymmetric

// square(t - 1) of a logit t, with the slope 2 * (t - 1).
LeastSquaresSymmetricReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t - T.All(1.0);
    loss = x * x;
    unit = T.All(0.0);
    slope = T.All(2.0) * x;
    public Tensor Loss(Tensor logit) => (logit - 1.0).square();
    public Tensor Slope(Tensor logit) => (logit - 1.0) * 2.0;

// square(t + 1) of a logit t, with the slope 2 * (t + 1).
LeastSquaresSymmetricFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t + T.All(1.0);
    loss = x * x;
    unit = T.All(0.0);
    slope = T.All(2.0) * x;
    public Tensor Loss(Tensor logit) => (logit + 1.0).square();
    public Tensor Slope(Tensor logit) => (logit + 1.0) * 2.0;

LeastSquaresSymmetricDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "LeastSquaresSymmetric",
        Real = new("square(t - 1)", "(t - 1)^{2}"), RealSlope = new("2 * (t - 1)", "2 \\, (t - 1)"),
        Fake = new("square(t + 1)", "(t + 1)^{2}"), FakeSlope = new("2 * (t + 1)", "2 \\, (t + 1)"),
        Generator = new("square(t - 1)", "(t - 1)^{2}"), GeneratorSlope = new("2 * (t - 1)", "2 \\, (t - 1)"),
        DiscriminatorLoss = new("E[square(D(x) - 1)] + E[square(D(G(z)) + 1)]", "\\mathbb{E}_x\\!\\left[(D(x) - 1)^{2}\\right] + \\mathbb{E}_z\\!\\left[(D(G(z)) + 1)^{2}\\right]"),
        GeneratorLoss = new("E[square(D(G(z)) - 1)]", "\\mathbb{E}_z\\!\\left[(D(G(z)) - 1)^{2}\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "square(t - 1) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, square(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "square(t + 1) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, square(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "−Fake′/Real′ = (-t - 1) / (t - 1) is not eᵗ", -1.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±2i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "(p - q)/(p + q)",
            Divergence = "Pearson χ²(2q ‖ p + q)",
            DiracGanEigenvalues = "±2i",
        },
        Sources = ["Mao et al. 2017, arXiv 1611.04076"],
    };

