/// <remarks>
/// <code>
/// L_D = E[softplus(-D(x))] + E[softplus(D(G(z)))]
///     + 5 E‖∇D(x)‖², every 16 steps and times 16
/// L_G = E[softplus(-D(G(z)))]
///     + 2 E(‖∇_w G(w)·y‖ − a)², a averaged with decay 0.99, every 4 steps and times 4
/// real logit: f_D(-t) = softplus(-t), slope -sigmoid(-t)
/// fake logit: f_D(t) = softplus(t), slope sigmoid(t)
/// fake logit, for G: f_G(-t) = softplus(-t), slope -sigmoid(-t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D without penalties and limits returns log(p/q), where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D without penalties and limits measures 2 JSD(p ‖ q); G then follows the gradient of KL(q ‖ p) − 2 JSD(p ‖ q).</para>
/// <para>On the Dirac-GAN, the eigenvalues are -0.0251 and -9.97: training converges locally.</para>
/// <para>Sources: Karras et al. 2020, arXiv 1912.04958; Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406.</para>
/// </remarks>
StyleGan2
    public IReadOnlyList<GeneratorPenalty> GeneratorPenalties => [StyleGan2Declaration.PathLength(new(() => _pathLengthState, numbers => _pathLengthState = numbers))];
    public Tensor R1Penalty(nn.Module<Tensor, Tensor> discriminator, Tensor real)
        => StyleGan2Declaration.R1.Evaluate(discriminator, real, real);
    public Tensor PathLengthPenalty(Tensor fake, Tensor latents)
        => StyleGan2Declaration.PathLength(new(() => _pathLengthState, numbers => _pathLengthState = numbers)).Evaluate(fake, latents);
    public IReadOnlyDictionary<string, double> State => ObjectiveState.Of(this);
    public void LoadState(IReadOnlyDictionary<string, double> state) => ObjectiveState.Load(this, state);

// softplus(-t) of a logit t, with the slope -sigmoid(-t).
StyleGan2Real
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
StyleGan2Fake
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(t);
    unit = e;
    slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
    public Tensor Loss(Tensor logit) => logit.softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.sigmoid();

StyleGan2Declaration
    public static readonly R1Penalty R1 = new() { Weight = 5.0, Every = 16 };
    public static PathLengthPenalty PathLength(PathLengthAverage state) => new() { Weight = 2.0, Every = 4, State = state, Decay = 0.99 };
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [R1];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "StyleGan2",
        Real = new("softplus(-t)", "\\operatorname{softplus}(-t)"), RealSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        Fake = new("softplus(t)", "\\operatorname{softplus}(t)"), FakeSlope = new("sigmoid(t)", "\\sigma(t)"),
        Generator = new("softplus(-t)", "\\operatorname{softplus}(-t)"), GeneratorSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        DiscriminatorLoss = new("E[softplus(-D(x))] + E[softplus(D(G(z)))]", "\\mathbb{E}_x\\!\\left[\\operatorname{softplus}(-D(x))\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{softplus}(D(G(z)))\\right]"),
        GeneratorLoss = new("E[softplus(-D(G(z)))]", "\\mathbb{E}_z\\!\\left[\\operatorname{softplus}(-D(G(z)))\\right]"),
        Penalties = [new("R1", "5 E‖∇D(x)‖², every 16 steps and times 16", "5\\,\\mathbb{E}_x\\lVert\\nabla D(x)\\rVert^2")],
        GeneratorPenalties = [new("PathLength", "2 E(‖∇_w G(w)·y‖ − a)², a averaged with decay 0.99, every 4 steps and times 4", "2\\,\\mathbb{E}_{w,y}\\left(\\lVert J_w^\\top y\\rVert - a\\right)^2")],
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
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Proved, "the eigenvalues are -0.0251 and -9.97, with negative real parts") { Certificate = "all(balanced(real, fake, range(0, 0)), converges(gradientPenalty, fake, generator, range(0, 0)))" },
            ],
            OptimalLogit = "log(p/q)",
            Divergence = "2 JSD(p ‖ q)",
            GeneratorDivergence = "KL(q ‖ p) − 2 JSD(p ‖ q)",
            DiracGanEigenvalues = "-0.0251 and -9.97",
        },
        Sources = ["Karras et al. 2020, arXiv 1912.04958", "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406"],
    };

