/// <remarks>
/// <code>
/// L_D = E[exp(-D(x))] + E[exp(D(G(z)))]
/// L_G = E[exp(-D(G(z)))]
/// real logit: f_D(-t) = exp(-t), slope -exp(-t)
/// fake logit: f_D(t) = exp(t), slope exp(t)
/// fake logit, for G: f_G(-t) = exp(-t), slope -exp(-t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns log(p/q)/2, where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures squared Hellinger H²(p, q); G then follows the gradient of no known divergence.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±1i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709.</para>
/// </remarks>
Exponential

// exp(-t) of a logit t, with the slope -exp(-t).
ExponentialReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T e = T.Exp(-t);
    loss = e;
    unit = T.All(0.0);
    slope = -e;
    public Tensor Loss(Tensor logit) => logit.neg().exp();
    public Tensor Slope(Tensor logit) => logit.neg().exp().neg();

// exp(t) of a logit t, with the slope exp(t).
ExponentialFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T e = T.Exp(t);
    loss = e;
    unit = T.All(0.0);
    slope = e;
    public Tensor Loss(Tensor logit) => logit.exp();
    public Tensor Slope(Tensor logit) => logit.exp();

ExponentialDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "Exponential",
        Real = new("exp(-t)", "e^{-t}"), RealSlope = new("-exp(-t)", "-e^{-t}"),
        Fake = new("exp(t)", "e^{t}"), FakeSlope = new("exp(t)", "e^{t}"),
        Generator = new("exp(-t)", "e^{-t}"), GeneratorSlope = new("-exp(-t)", "-e^{-t}"),
        DiscriminatorLoss = new("E[exp(-D(x))] + E[exp(D(G(z)))]", "\\mathbb{E}_x\\!\\left[e^{-D(x)}\\right] + \\mathbb{E}_z\\!\\left[e^{D(G(z))}\\right]"),
        GeneratorLoss = new("E[exp(-D(G(z)))]", "\\mathbb{E}_z\\!\\left[e^{-D(G(z))}\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "exp(-t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, exp(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "exp(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, exp(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "−Fake′/Real′ = exp(2 * t) is not eᵗ", 1.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±1i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "log(p/q)/2",
            Divergence = "squared Hellinger H²(p, q)",
            DiracGanEigenvalues = "±1i",
        },
        Sources = ["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"],
    };

