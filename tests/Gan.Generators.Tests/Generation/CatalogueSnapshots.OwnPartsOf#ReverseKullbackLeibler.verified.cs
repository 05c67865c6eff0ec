/// <remarks>
/// <code>
/// L_D = E[exp(-D(x))] + E[D(G(z)) - 1]
/// L_G = E[-D(G(z)) + 1]
/// real logit: Real(t) = exp(-t), slope -exp(-t)
/// fake logit: Fake(t) = t - 1, slope 1
/// fake logit, for G: Generator(t) = -t + 1, slope -1
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures KL(q ‖ p), and G minimises it.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±1i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709.</para>
/// </remarks>
ReverseKullbackLeibler

// exp(-t) of a logit t, with the slope -exp(-t).
ReverseKullbackLeiblerReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T e = T.Exp(-t);
    loss = e;
    unit = T.All(0.0);
    slope = -e;
    public Tensor Loss(Tensor logit) => logit.neg().exp();
    public Tensor Slope(Tensor logit) => logit.neg().exp().neg();

// t - 1 of a logit t, with the slope 1.
ReverseKullbackLeiblerFake
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = t - T.All(1.0);
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(1.0));
    public Tensor Loss(Tensor logit) => logit - 1.0;
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(1.0));

// -t + 1 of a logit t, with the slope -1.
ReverseKullbackLeiblerGenerator
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.All(1.0) - t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => 1.0 - logit;
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

ReverseKullbackLeiblerDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "ReverseKullbackLeibler",
        Real = new("exp(-t)", "e^{-t}"), RealSlope = new("-exp(-t)", "-e^{-t}"),
        Fake = new("t - 1", "t - 1"), FakeSlope = new("1", "1"),
        Generator = new("-t + 1", "-t + 1"), GeneratorSlope = new("-1", "-1"),
        DiscriminatorLoss = new("E[exp(-D(x))] + E[D(G(z)) - 1]", "\\mathbb{E}_x\\!\\left[e^{-D(x)}\\right] + \\mathbb{E}_z\\!\\left[D(G(z)) - 1\\right]"),
        GeneratorLoss = new("E[-D(G(z)) + 1]", "\\mathbb{E}_z\\!\\left[-D(G(z)) + 1\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "exp(-t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, exp(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "t - 1 is linear") { Certificate = "convex(fake, range(-infinity, infinity), composition)" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(2, rises), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(32, outgrown), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "−Fake′/Real′ = eᵗ") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±1i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "KL(q ‖ p)",
            GeneratorDivergence = "KL(q ‖ p)",
            DiracGanEigenvalues = "±1i",
        },
        Sources = ["Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709"],
    };

