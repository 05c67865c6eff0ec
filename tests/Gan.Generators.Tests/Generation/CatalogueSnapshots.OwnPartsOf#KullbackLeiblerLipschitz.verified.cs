/// <remarks>
/// <code>
/// L_D = E[-D(x)] + logmeanexp(D(G(z)))
///     + 10 E max(0, ‖∇D(αx + (1 − α)G(z))‖ − 1)²
/// L_G = E[-D(G(z))]
/// real logit: Real(t) = -t, slope -1
/// fake logit: Fake(t) = logmeanexp(fake), slope 0
/// fake logit, for G: Generator(t) = -t, slope -1
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>In the losses of one logit t, real and fake are the batches of all D(x) and D(G(z)), and a slope is the derivative in t alone. A mask removes logits from a batch, and weights do not change it.</para>
/// <para>logmeanexp(e) is log(Σ exp(eᵢ) / n), without overflow. Its derivative in eᵢ is exp(eᵢ − logmeanexp(e)) / n.</para>
/// <para>The optimal D without penalties and limits returns log(p/q) + c, with any constant c, where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D without penalties and limits measures KL(p ‖ q); G then follows the gradient of KL(q ‖ p).</para>
/// <para>Sources: Birrell et al. 2020, arXiv 2011.05953; Petzka, Fischer and Lukovnicov 2018, arXiv 1709.08894.</para>
/// </remarks>
KullbackLeiblerLipschitz
    BatchLoss IBatchObjective.Discriminator => new()
    {
        Statistics =
        [
            // logmeanexp(fake)
            new(StatisticKind.LogMeanExp, BatchSide.Fake),
        ],
        Real = new BatchFormula(s => LogitLoss.Of(new KullbackLeiblerLipschitzReal())),
        Fake = new BatchFormula(
            s => LogitLoss.Of(new KullbackLeiblerLipschitzFake(s[0])),
            (0, s => LogitLoss.Of(new KullbackLeiblerLipschitzFakeSlope1()))),
    };
    public Tensor GradientPenalty(nn.Module<Tensor, Tensor> discriminator, Tensor real, Tensor fake)
        => KullbackLeiblerLipschitzDeclaration.GradientPenalty.Evaluate(discriminator, real, fake);

// -t of a logit t, with the slope -1.
KullbackLeiblerLipschitzReal
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = -t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => logit.neg();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

// logmeanexp(fake) of a logit t, with the slope 0.
KullbackLeiblerLipschitzFake
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(k));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), statistic1.Tensor);
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// 1 of a logit t, with the slope 0.
KullbackLeiblerLipschitzFakeSlope1
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(1.0));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), logit.full_like(1.0));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

KullbackLeiblerLipschitzDeclaration
    public static readonly GradientPenalty GradientPenalty = new() { Weight = 10.0, Every = 1, Target = 1.0, OneSided = true, At = global::Gan.Dsl.PenaltyPoint.Interpolates, Norm = global::Gan.Dsl.GradientNorm.PerSample };
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [GradientPenalty];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "KullbackLeiblerLipschitz",
        Real = new("-t", "-t"), RealSlope = new("-1", "-1"),
        Fake = new("logmeanexp(fake)", "\\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]"), FakeSlope = new("0", "0"),
        Generator = new("-t", "-t"), GeneratorSlope = new("-1", "-1"),
        DiscriminatorLoss = new("E[-D(x)] + logmeanexp(D(G(z)))", "\\mathbb{E}_x\\!\\left[-D(x)\\right] + \\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]"),
        GeneratorLoss = new("E[-D(G(z))]", "\\mathbb{E}_z\\!\\left[-D(G(z))\\right]"),
        HasBatchFunctions = true,
        Penalties = [new("GradientPenalty", "10 E max(0, ‖∇D(αx + (1 − α)G(z))‖ − 1)²", "10\\,\\mathbb{E}\\max\\left(0, \\lVert\\nabla D(\\alpha x + (1 - \\alpha) G(z))\\rVert - 1\\right)^2")],
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Unknown, "a batch function makes each loss depend on all logits of a batch"),
            ],
            OptimalLogit = "log(p/q) + c, with any constant c",
            Divergence = "KL(p ‖ q)",
            GeneratorDivergence = "KL(q ‖ p)",
        },
        Sources = ["Birrell et al. 2020, arXiv 2011.05953", "Petzka, Fischer and Lukovnicov 2018, arXiv 1709.08894"],
    };

