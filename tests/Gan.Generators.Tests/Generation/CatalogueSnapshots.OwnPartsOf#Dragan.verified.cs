/// <remarks>
/// <code>
/// L_D = E[softplus(-D(x))] + E[softplus(D(G(z)))]
///     + 10 E(‖∇D(x + α·0.5·std(x)·U(0, 1))‖ − 1)²
/// L_G = E[softplus(-D(G(z)))]
/// real logit: f_D(-t) = softplus(-t), slope -sigmoid(-t)
/// fake logit: f_D(t) = softplus(t), slope sigmoid(t)
/// fake logit, for G: f_G(-t) = softplus(-t), slope -sigmoid(-t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D without penalties and limits returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D without penalties and limits measures 2 JSD(p ‖ q); G then follows the gradient of KL(q ‖ p) − 2 JSD(p ‖ q).</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±0.5i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Kodali et al. 2017, arXiv 1705.07215.</para>
/// </remarks>
Dragan
    public Tensor DraganPenalty(nn.Module<Tensor, Tensor> discriminator, Tensor real)
        => DraganDeclaration.Dragan.Evaluate(discriminator, real, real);

// softplus(-t) of a logit t, with the slope -sigmoid(-t).
DraganReal
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
DraganFake
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(t);
    unit = e;
    slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
    public Tensor Loss(Tensor logit) => logit.softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.sigmoid();

DraganDeclaration
    public static readonly DraganPenalty Dragan = new() { Weight = 10.0, Every = 1, Target = 1.0, Noise = global::Gan.Dsl.DraganNoise.Uniform, Scale = 0.5 };
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [Dragan];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "Dragan",
        Real = new("softplus(-t)", "\\operatorname{softplus}(-t)"), RealSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        Fake = new("softplus(t)", "\\operatorname{softplus}(t)"), FakeSlope = new("sigmoid(t)", "\\sigma(t)"),
        Generator = new("softplus(-t)", "\\operatorname{softplus}(-t)"), GeneratorSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        DiscriminatorLoss = new("E[softplus(-D(x))] + E[softplus(D(G(z)))]", "\\mathbb{E}_x\\!\\left[\\operatorname{softplus}(-D(x))\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{softplus}(D(G(z)))\\right]"),
        GeneratorLoss = new("E[softplus(-D(G(z)))]", "\\mathbb{E}_z\\!\\left[\\operatorname{softplus}(-D(G(z)))\\right]"),
        Penalties = [new("Dragan", "10 E(‖∇D(x + α·0.5·std(x)·U(0, 1))‖ − 1)²", "10\\,\\mathbb{E}\\left(\\lVert\\nabla D(x + \\varepsilon)\\rVert - 1\\right)^2")],
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "softplus(-t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "softplus(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "−Fake′/Real′ = eᵗ") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±0.5i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "2 JSD(p ‖ q)",
            GeneratorDivergence = "KL(q ‖ p) − 2 JSD(p ‖ q)",
            DiracGanEigenvalues = "±0.5i",
        },
        Sources = ["Kodali et al. 2017, arXiv 1705.07215"],
    };

