/// <remarks>
/// <code>
/// L_D = E[softplus(D(G(z)) - D(x))]
///     + halfGamma E‖∇D(x)‖²
///     + halfGamma E‖∇D(G(z))‖²
/// L_G = E[softplus(D(x) - D(G(z)))]
/// t = D(G(z)) - D(x): f_D(t) = softplus(t), slope sigmoid(t)
/// t = D(G(z)) - D(x), for G: f_G(-t) = softplus(-t), slope -sigmoid(-t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D without penalties and limits returns log(p/q) + c, with any constant c, where p is the density of real samples and q is the density of generated samples.</para>
/// <para>On the Dirac-GAN, the eigenvalues are -0.134 and -1.87: training converges locally.</para>
/// <para>Sources: Huang et al. 2024, arXiv 2501.05441; Jolicoeur-Martineau 2018, arXiv 1807.00734; Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406.</para>
/// </remarks>
R3Gan
    LogitLoss IRelativisticPairObjective.Discriminator => LogitLoss.Of(new R3GanDiscriminator());
    public Tensor R1Penalty(nn.Module<Tensor, Tensor> discriminator, Tensor real)
        => R3GanDeclaration.R1(this.@HalfGamma).Evaluate(discriminator, real, real);
    public Tensor R2Penalty(nn.Module<Tensor, Tensor> discriminator, Tensor fake)
        => R3GanDeclaration.R2(this.@HalfGamma).Evaluate(discriminator, fake, fake);
    public IReadOnlyList<HyperparameterValue> Hyperparameters => [new("HalfGamma", this.@HalfGamma)];
    public partial double @HalfGamma
    {
        get;
        init => field = HyperparameterChecks.InRange(value, "HalfGamma", 0.0, double.PositiveInfinity, false);
    } = 0.5;

// softplus(t) of a logit t, with the slope sigmoid(t).
R3GanDiscriminator
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(t);
    unit = e;
    slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
    public Tensor Loss(Tensor logit) => logit.softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.sigmoid();

// softplus(-t) of a logit t, with the slope -sigmoid(-t).
R3GanGenerator
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T x = -t;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(x);
    unit = e;
    slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
    public Tensor Loss(Tensor logit) => logit.neg().softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.neg().sigmoid().neg();

R3GanDeclaration
    public static R1Penalty R1(double weight) => new() { Weight = weight, Every = 1 };
    public static R2Penalty R2(double weight) => new() { Weight = weight, Every = 1 };
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "R3Gan",
        Real = new("softplus(-t)", "\\operatorname{softplus}(-t)"), RealSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        Fake = new("softplus(t)", "\\operatorname{softplus}(t)"), FakeSlope = new("sigmoid(t)", "\\sigma(t)"),
        Generator = new("softplus(-t)", "\\operatorname{softplus}(-t)"), GeneratorSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        DiscriminatorLoss = new("E[softplus(D(G(z)) - D(x))]", "\\mathbb{E}_{x, z}\\!\\left[\\operatorname{softplus}(D(G(z)) - D(x))\\right]"),
        GeneratorLoss = new("E[softplus(D(x) - D(G(z)))]", "\\mathbb{E}_{x, z}\\!\\left[\\operatorname{softplus}(D(x) - D(G(z)))\\right]"),
        Coupling = global::Gan.Dsl.Coupling.Relativistic,
        Penalties = [new("R1", "halfGamma E‖∇D(x)‖²", "\\mathrm{halfGamma}\\,\\mathbb{E}_x\\lVert\\nabla D(x)\\rVert^2"), new("R2", "halfGamma E‖∇D(G(z))‖²", "\\mathrm{halfGamma}\\,\\mathbb{E}_z\\lVert\\nabla D(G(z))\\rVert^2")],
        Hyperparameters = [new("HalfGamma", 0.5, 0.0, double.PositiveInfinity, false)],
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "softplus(-t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "softplus(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "f_D is bounded below") { Certificate = "bounded(0 + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Proved, "the optimal logit difference of a pair is log(p(x)q(y)/(p(y)q(x))), the difference of log(p/q) at x and at y") { Certificate = "logarithm(real, fake)" },
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Proved, "the eigenvalues are -0.134 and -1.87, with negative real parts") { Certificate = "converges(gradientPenalty, fake, generator, range(0, 0))" },
            ],
            OptimalLogit = "log(p/q) + c, with any constant c",
            DiracGanEigenvalues = "-0.134 and -1.87",
        },
        Sources = ["Huang et al. 2024, arXiv 2501.05441", "Jolicoeur-Martineau 2018, arXiv 1807.00734", "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406"],
    };

