/// <remarks>
/// <code>
/// L_D = E[softplus(-D(x))] + E[softplus(D(G(z)))]
/// L_G = E[0.5 * square(D(G(z)))]
/// real logit: f_D(-t) = softplus(-t), slope -sigmoid(-t)
/// fake logit: f_D(t) = softplus(t), slope sigmoid(t)
/// fake logit, for G: f_G(-t) = 0.5 * square(t), slope t
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures 2 JSD(p ‖ q); G then follows the gradient of no known divergence.</para>
/// <para>On the Dirac-GAN, the eigenvalues are 0 (twice): without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Hjelm et al. 2017, arXiv 1702.08431.</para>
/// </remarks>
BoundarySeeking

// softplus(-t) of a logit t, with the slope -sigmoid(-t).
BoundarySeekingReal
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
BoundarySeekingFake
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(t);
    unit = e;
    slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
    public Tensor Loss(Tensor logit) => logit.softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.sigmoid();

// 0.5 * square(t) of a logit t, with the slope t.
BoundarySeekingGenerator
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    loss = T.All(0.5) * (t * t);
    unit = T.All(0.0);
    slope = t;
    public Tensor Loss(Tensor logit) => logit.square() * 0.5;
    public Tensor Slope(Tensor logit) => logit;

BoundarySeekingDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "BoundarySeeking",
        Real = new("softplus(-t)", "\\operatorname{softplus}(-t)"), RealSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        Fake = new("softplus(t)", "\\operatorname{softplus}(t)"), FakeSlope = new("sigmoid(t)", "\\sigma(t)"),
        Generator = new("0.5 * square(t)", "0.5 \\, t^{2}"), GeneratorSlope = new("t", "t"),
        DiscriminatorLoss = new("E[softplus(-D(x))] + E[softplus(D(G(z)))]", "\\mathbb{E}_x\\!\\left[\\operatorname{softplus}(-D(x))\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{softplus}(D(G(z)))\\right]"),
        GeneratorLoss = new("E[0.5 * square(D(G(z)))]", "\\mathbb{E}_z\\!\\left[0.5 \\, D(G(z))^{2}\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G's loss has its minimum at the balanced logit 0, and G moves samples with logits below it towards it") { Certificate = "falls(generator, range(-1, -0.0009765625))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "softplus(-t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "softplus(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "−Fake′/Real′ = eᵗ") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Unknown, "a slope is zero at the balanced logit, so the eigenvalues are 0 (twice) and do not decide"),
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "2 JSD(p ‖ q)",
            DiracGanEigenvalues = "0 (twice)",
        },
        Sources = ["Hjelm et al. 2017, arXiv 1702.08431"],
    };

