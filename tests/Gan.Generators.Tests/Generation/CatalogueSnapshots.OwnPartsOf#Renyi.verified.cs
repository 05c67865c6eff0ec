/// <remarks>
/// <code>
/// L_D = E[-logmeanexp(D(x) * (alpha - 1)) / (alpha - 1)] + E[logmeanexp(alpha * D(G(z))) / alpha]
/// L_G = E[-logmeanexp(alpha * D(G(z))) / alpha]
/// real logit: Real(t) = -logmeanexp(real * (alpha - 1)) / (alpha - 1), slope 0
/// fake logit: Fake(t) = logmeanexp(alpha * fake) / alpha, slope 0
/// fake logit, for G: Generator(t) = -logmeanexp(alpha * fake) / alpha, slope 0
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>In the losses of one logit t, real and fake are the batches of all D(x) and D(G(z)), and a slope is the derivative in t alone. A mask removes logits from a batch, and weights do not change it.</para>
/// <para>logmeanexp(e) is log(Σ exp(eᵢ) / n), without overflow. Its derivative in eᵢ is exp(eᵢ − logmeanexp(e)) / n.</para>
/// <para>Source: Birrell et al. 2020, arXiv 2007.03814.</para>
/// </remarks>
Renyi
    BatchLoss IBatchObjective.Discriminator => new()
    {
        Statistics =
        [
            // logmeanexp(real * (alpha - 1))
            new(StatisticKind.LogMeanExp, BatchSide.Real, new BatchFormula(s => LogitLoss.Of(new RenyiElement1(this.@Alpha)))),
            // logmeanexp(alpha * fake)
            new(StatisticKind.LogMeanExp, BatchSide.Fake, new BatchFormula(s => LogitLoss.Of(new RenyiElement2(this.@Alpha)))),
        ],
        Real = new BatchFormula(
            s => LogitLoss.Of(new RenyiReal(s[0], this.@Alpha)),
            (0, s => LogitLoss.Of(new RenyiRealSlope1(this.@Alpha)))),
        Fake = new BatchFormula(
            s => LogitLoss.Of(new RenyiFake(s[1], this.@Alpha)),
            (1, s => LogitLoss.Of(new RenyiFakeSlope1(this.@Alpha)))),
    };
    public IReadOnlyList<HyperparameterValue> Hyperparameters => [new("Alpha", this.@Alpha)];
    public partial double @Alpha
    {
        get;
        init => field = HyperparameterChecks.InRange(value, "Alpha", 0.0, 1.0, true);
    } = 0.5;

// -logmeanexp(real * (alpha - 1)) / (alpha - 1) of a logit t, with the slope 0.
RenyiReal
    private readonly StatisticValue statistic1 = statistic1;
    private readonly double alpha = alpha;
    private readonly Coefficient k = new((-statistic1.Number) / (alpha + (-1.0)));
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(k));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), statistic1.Tensor.neg() / (alpha + (-1.0)));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// logmeanexp(alpha * fake) / alpha of a logit t, with the slope 0.
RenyiFake
    private readonly StatisticValue statistic1 = statistic1;
    private readonly double alpha = alpha;
    private readonly Coefficient k = new(statistic1.Number / alpha);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(k));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), statistic1.Tensor / alpha);
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// -logmeanexp(alpha * fake) / alpha of a logit t, with the slope 0.
RenyiGenerator
    private readonly StatisticValue statistic1 = statistic1;
    private readonly double alpha = alpha;
    private readonly Coefficient k = new((-statistic1.Number) / alpha);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(k));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), statistic1.Tensor.neg() / alpha);
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// t * (alpha - 1) of a logit t, with the slope alpha - 1.
RenyiElement1
    private readonly double alpha = alpha;
    private readonly Coefficient k = new(alpha + (-1.0));
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.All(k) * t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(k));
    public Tensor Loss(Tensor logit) => logit * (alpha + (-1.0));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(alpha + (-1.0)));

// alpha * t of a logit t, with the slope alpha.
RenyiElement2
    private readonly double alpha = alpha;
    private readonly Coefficient k = new(alpha);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.All(k) * t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(k));
    public Tensor Loss(Tensor logit) => logit * alpha;
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(alpha));

// -1 / (alpha - 1) of a logit t, with the slope 0.
RenyiRealSlope1
    private readonly double alpha = alpha;
    private readonly Coefficient k = new((-1.0) / (alpha + (-1.0)));
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(k));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), logit.full_like((-1.0) / (alpha + (-1.0))));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// 1 / alpha of a logit t, with the slope 0.
RenyiFakeSlope1
    private readonly double alpha = alpha;
    private readonly Coefficient k = new(1.0 / alpha);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(k));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), logit.full_like(1.0 / alpha));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// -1 / alpha of a logit t, with the slope 0.
RenyiGeneratorSlope1
    private readonly double alpha = alpha;
    private readonly Coefficient k = new((-1.0) / alpha);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(k));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), logit.full_like((-1.0) / alpha));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

RenyiDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "Renyi",
        Real = new("-logmeanexp(real * (alpha - 1)) / (alpha - 1)", "-\\frac{\\operatorname{logmeanexp}_x\\!\\left[D(x) \\, (\\alpha - 1)\\right]}{\\alpha - 1}"), RealSlope = new("0", "0"),
        Fake = new("logmeanexp(alpha * fake) / alpha", "\\frac{\\operatorname{logmeanexp}_z\\!\\left[\\alpha \\, D(G(z))\\right]}{\\alpha}"), FakeSlope = new("0", "0"),
        Generator = new("-logmeanexp(alpha * fake) / alpha", "-\\frac{\\operatorname{logmeanexp}_z\\!\\left[\\alpha \\, D(G(z))\\right]}{\\alpha}"), GeneratorSlope = new("0", "0"),
        DiscriminatorLoss = new("E[-logmeanexp(D(x) * (alpha - 1)) / (alpha - 1)] + E[logmeanexp(alpha * D(G(z))) / alpha]", "\\mathbb{E}_x\\!\\left[-\\frac{\\operatorname{logmeanexp}_x\\!\\left[D(x) \\, (\\alpha - 1)\\right]}{\\alpha - 1}\\right] + \\mathbb{E}_z\\!\\left[\\frac{\\operatorname{logmeanexp}_z\\!\\left[\\alpha \\, D(G(z))\\right]}{\\alpha}\\right]"),
        GeneratorLoss = new("E[-logmeanexp(alpha * D(G(z))) / alpha]", "\\mathbb{E}_z\\!\\left[-\\frac{\\operatorname{logmeanexp}_z\\!\\left[\\alpha \\, D(G(z))\\right]}{\\alpha}\\right]"),
        HasBatchFunctions = true,
        Hyperparameters = [new("Alpha", 0.5, 0.0, 1.0, true)],
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
        },
        Sources = ["Birrell et al. 2020, arXiv 2007.03814"],
    };

