/// <remarks>
/// <code>
/// L_D = E[tau * softplus(-D(x)) + (-tau + 1) * softplus(D(x))] + E[softplus(D(G(z)))]
/// L_G = E[softplus(-D(G(z)))]
/// real logit: f_D(-t) = tau * softplus(-t) + (-tau + 1) * softplus(t), slope -tau * sigmoid(-t) + (-tau + 1) * sigmoid(t)
/// fake logit: f_D(t) = softplus(t), slope sigmoid(t)
/// fake logit, for G: f_G(-t) = softplus(-t), slope -sigmoid(-t)
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±0.497i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Source: Salimans et al. 2016, arXiv 1606.03498.</para>
/// </remarks>
SmoothedLogistic
    public IReadOnlyList<HyperparameterValue> Hyperparameters => [new("Tau", this.@Tau)];
    public partial double @Tau
    {
        get;
        init => field = HyperparameterChecks.InRange(value, "Tau", 0.5, 1.0, false);
    } = 0.9;

// tau * softplus(-t) + (-tau + 1) * softplus(t) of a logit t, with the slope -tau * sigmoid(-t) + (-tau + 1) * sigmoid(t).
SmoothedLogisticReal
    private readonly double tau = tau;
    private readonly Coefficient k = new(tau);
    private readonly Coefficient k2 = new((-tau) + 1.0);
    private readonly Coefficient k3 = new(-tau);
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T x = -t;
    T e = T.ExpOfNegative(-T.Abs(t));
    T r = T.All(1.0) / (T.All(1.0) + e);
    loss = T.MultiplyAdd(T.All(k2), T.Relu(t), T.All(k) * T.Relu(x));
    unit = e;
    slope = T.MultiplyAdd(T.All(k2), T.IfLess(t, T.All(0.0), e, T.All(1.0)) * r, T.All(k3) * (T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r));
    public Tensor Loss(Tensor logit) => logit.neg().softplus(1, 40) * tau + logit.softplus(1, 40) * ((-tau) + 1.0);
    public Tensor Slope(Tensor logit) => logit.sigmoid() * ((-tau) + 1.0) - logit.neg().sigmoid() * tau;

// softplus(t) of a logit t, with the slope sigmoid(t).
SmoothedLogisticFake
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(t);
    unit = e;
    slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
    public Tensor Loss(Tensor logit) => logit.softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.sigmoid();

// softplus(-t) of a logit t, with the slope -sigmoid(-t).
SmoothedLogisticGenerator
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T x = -t;
    T e = T.ExpOfNegative(-T.Abs(t));
    loss = T.Relu(x);
    unit = e;
    slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
    public Tensor Loss(Tensor logit) => logit.neg().softplus(1, 40);
    public Tensor Slope(Tensor logit) => logit.neg().sigmoid().neg();

SmoothedLogisticDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "SmoothedLogistic",
        Real = new("tau * softplus(-t) + (-tau + 1) * softplus(t)", "\\tau \\, \\operatorname{softplus}(-t) + (-\\tau + 1) \\, \\operatorname{softplus}(t)"), RealSlope = new("-tau * sigmoid(-t) + (-tau + 1) * sigmoid(t)", "-\\tau \\, \\sigma(-t) + (-\\tau + 1) \\, \\sigma(t)"),
        Fake = new("softplus(t)", "\\operatorname{softplus}(t)"), FakeSlope = new("sigmoid(t)", "\\sigma(t)"),
        Generator = new("softplus(-t)", "\\operatorname{softplus}(-t)"), GeneratorSlope = new("-sigmoid(-t)", "-\\sigma(-t)"),
        DiscriminatorLoss = new("E[tau * softplus(-D(x)) + (-tau + 1) * softplus(D(x))] + E[softplus(D(G(z)))]", "\\mathbb{E}_x\\!\\left[\\tau \\, \\operatorname{softplus}(-D(x)) + (-\\tau + 1) \\, \\operatorname{softplus}(D(x))\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{softplus}(D(G(z)))\\right]"),
        GeneratorLoss = new("E[softplus(-D(G(z)))]", "\\mathbb{E}_z\\!\\left[\\operatorname{softplus}(-D(G(z)))\\right]"),
        Hyperparameters = [new("Tau", 0.9, 0.5, 1.0, false)],
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit -0.201, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(-0.20067069546215918, -0.20067069546214317)), falls(real, range(-0.20067069546215918, -0.20067069546214317)), rises(fake, range(-0.20067069546215918, -0.20067069546214317)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(-0.20067069546215918, -0.20067069546214317))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "0.09999999999999998 * softplus(t) + 0.9 * softplus(-t) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "softplus(t) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, softplus(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "−Fake′/Real′ = -sigmoid(t) / (0.09999999999999998 * sigmoid(t) - 0.9 * sigmoid(-t)) is not eᵗ", 0.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±0.497i, on the imaginary axis: the players rotate around the equilibrium", -0.20067069546215116),
            ],
            DiracGanEigenvalues = "±0.497i",
        },
        Sources = ["Salimans et al. 2016, arXiv 1606.03498"],
    };

