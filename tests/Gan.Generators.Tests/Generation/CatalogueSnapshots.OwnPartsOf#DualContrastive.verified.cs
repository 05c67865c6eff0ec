/// <remarks>
/// <code>
/// L_D = E[softplus(-D(x) + logsumexp(D(G(z))))] + E[softplus(D(G(z)) + logsumexp(-D(x)))]
/// L_G = E[-softplus(D(G(z)) + logsumexp(-D(x))) - mean(softplus(-D(x) + logsumexp(D(G(z)))))]
/// real logit: Real(t) = softplus(-t + logsumexp(fake)), slope -sigmoid(-t + logsumexp(fake))
/// fake logit: Fake(t) = softplus(t + logsumexp(-real)), slope sigmoid(t + logsumexp(-real))
/// fake logit, for G: Generator(t) = -softplus(t + logsumexp(-real)) - mean(softplus(-real + logsumexp(fake))), slope -sigmoid(t + logsumexp(-real))
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>In the losses of one logit t, real and fake are the batches of all D(x) and D(G(z)), and a slope is the derivative in t alone. A mask removes logits from a batch, and weights do not change it.</para>
/// <para>logsumexp(e) is log Σ exp(eᵢ), without overflow. Its derivative in eᵢ is exp(eᵢ − logsumexp(e)).</para>
/// <para>mean(e) is Σ eᵢ / n. Its derivative in eᵢ is 1/n.</para>
/// <para>Source: Yu et al. 2021, arXiv 2103.16748.</para>
/// </remarks>
DualContrastive
    BatchLoss IBatchObjective.Discriminator => new()
    {
        Statistics =
        [
            // logsumexp(fake)
            new(StatisticKind.LogSumExp, BatchSide.Fake),
            // logsumexp(-real)
            new(StatisticKind.LogSumExp, BatchSide.Real, new BatchFormula(s => LogitLoss.Of(new DualContrastiveElement1()))),
        ],
        Real = new BatchFormula(
            s => LogitLoss.Of(new DualContrastiveReal(s[0])),
            (0, s => LogitLoss.Of(new DualContrastiveRealSlope1(s[0])))),
        Fake = new BatchFormula(
            s => LogitLoss.Of(new DualContrastiveFake(s[1])),
            (1, s => LogitLoss.Of(new DualContrastiveFakeSlope1(s[1])))),
    };

// softplus(-t + logsumexp(fake)) of a logit t, with the slope -sigmoid(-t + logsumexp(fake)).
DualContrastiveReal
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T x = T.All(k) - t;
    T e = T.ExpOfNegative(-T.Abs(t - T.All(k)));
    loss = T.Relu(x);
    unit = e;
    slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
    public Tensor Loss(Tensor logit) => (statistic1.Tensor - logit).softplus(1, 40);
    public Tensor Slope(Tensor logit) => (statistic1.Tensor - logit).sigmoid().neg();

// softplus(t + logsumexp(-real)) of a logit t, with the slope sigmoid(t + logsumexp(-real)).
DualContrastiveFake
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    public static bool HasLogarithm => true;
    public double LogarithmWeight => 1.0;
    T x = t + T.All(k);
    T e = T.ExpOfNegative(-T.Abs(x));
    loss = T.Relu(x);
    unit = e;
    slope = T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
    public Tensor Loss(Tensor logit) => (logit + statistic1.Tensor).softplus(1, 40);
    public Tensor Slope(Tensor logit) => (logit + statistic1.Tensor).sigmoid();

// -softplus(t + logsumexp(-real)) - mean(softplus(-real + logsumexp(fake))) of a logit t, with the slope -sigmoid(t + logsumexp(-real)).
DualContrastiveGenerator
    private readonly StatisticValue statistic1 = statistic1;
    private readonly StatisticValue statistic2 = statistic2;
    private readonly Coefficient k = new(-statistic2.Number);
    private readonly Coefficient k2 = new(statistic1.Number);
    public static bool HasLogarithm => true;
    public double LogarithmWeight => -1.0;
    T x = t + T.All(k2);
    T e = T.ExpOfNegative(-T.Abs(x));
    loss = T.All(k) - T.Relu(x);
    unit = e;
    slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
    public Tensor Loss(Tensor logit) => (logit + statistic1.Tensor).softplus(1, 40).neg() - statistic2.Tensor;
    public Tensor Slope(Tensor logit) => (logit + statistic1.Tensor).sigmoid().neg();

// -t of a logit t, with the slope -1.
DualContrastiveElement1
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = -t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => logit.neg();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

// sigmoid(-t + logsumexp(fake)) of a logit t, with the slope -sigmoid(t - logsumexp(fake)) * sigmoid(-t + logsumexp(fake)).
DualContrastiveRealSlope1
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t - T.All(k);
    T e = T.ExpOfNegative(-T.Abs(x));
    T r = T.All(1.0) / (T.All(1.0) + e);
    T x2 = T.IfLess(T.All(k) - t, T.All(0.0), e, T.All(1.0)) * r;
    loss = x2;
    unit = T.All(0.0);
    slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r * x2);
    public Tensor Loss(Tensor logit) => (statistic1.Tensor - logit).sigmoid();
    global::TorchSharp.torch.Tensor x = (logit - statistic1.Tensor).sigmoid() * (statistic1.Tensor - logit).sigmoid();
    return x.neg();

// sigmoid(t + logsumexp(-real)) of a logit t, with the slope sigmoid(t + logsumexp(-real)) * sigmoid(-t - logsumexp(-real)).
DualContrastiveFakeSlope1
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    private readonly Coefficient k2 = new(-statistic1.Number);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t + T.All(k);
    T e = T.ExpOfNegative(-T.Abs(x));
    T r = T.All(1.0) / (T.All(1.0) + e);
    T x2 = T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r;
    loss = x2;
    unit = T.All(0.0);
    slope = x2 * (T.IfLess(T.All(k2) - t, T.All(0.0), e, T.All(1.0)) * r);
    public Tensor Loss(Tensor logit) => (logit + statistic1.Tensor).sigmoid();
    public Tensor Slope(Tensor logit) => (logit + statistic1.Tensor).sigmoid() * (logit.neg() - statistic1.Tensor).sigmoid();

// -sigmoid(t + logsumexp(-real)) of a logit t, with the slope -sigmoid(t + logsumexp(-real)) * sigmoid(-t - logsumexp(-real)).
DualContrastiveGeneratorSlope1
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    private readonly Coefficient k2 = new(-statistic1.Number);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T x = t + T.All(k);
    T e = T.ExpOfNegative(-T.Abs(x));
    T r = T.All(1.0) / (T.All(1.0) + e);
    T x2 = T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r;
    loss = -x2;
    unit = T.All(0.0);
    slope = -(x2 * (T.IfLess(T.All(k2) - t, T.All(0.0), e, T.All(1.0)) * r));
    public Tensor Loss(Tensor logit) => (logit + statistic1.Tensor).sigmoid().neg();
    global::TorchSharp.torch.Tensor x = (logit + statistic1.Tensor).sigmoid() * (logit.neg() - statistic1.Tensor).sigmoid();
    return x.neg();

// -1 of a logit t, with the slope 0.
DualContrastiveGeneratorSlope2
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(-1.0));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

DualContrastiveDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "DualContrastive",
        Real = new("softplus(-t + logsumexp(fake))", "\\operatorname{softplus}(-t + \\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right])"), RealSlope = new("-sigmoid(-t + logsumexp(fake))", "-\\sigma(-t + \\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right])"),
        Fake = new("softplus(t + logsumexp(-real))", "\\operatorname{softplus}(t + \\operatorname{logsumexp}_x\\!\\left[-D(x)\\right])"), FakeSlope = new("sigmoid(t + logsumexp(-real))", "\\sigma(t + \\operatorname{logsumexp}_x\\!\\left[-D(x)\\right])"),
        Generator = new("-softplus(t + logsumexp(-real)) - mean(softplus(-real + logsumexp(fake)))", "-\\operatorname{softplus}(t + \\operatorname{logsumexp}_x\\!\\left[-D(x)\\right]) - \\mathbb{E}_x\\!\\left[\\operatorname{softplus}(-D(x) + \\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right])\\right]"), GeneratorSlope = new("-sigmoid(t + logsumexp(-real))", "-\\sigma(t + \\operatorname{logsumexp}_x\\!\\left[-D(x)\\right])"),
        DiscriminatorLoss = new("E[softplus(-D(x) + logsumexp(D(G(z))))] + E[softplus(D(G(z)) + logsumexp(-D(x)))]", "\\mathbb{E}_x\\!\\left[\\operatorname{softplus}(-D(x) + \\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right])\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{softplus}(D(G(z)) + \\operatorname{logsumexp}_x\\!\\left[-D(x)\\right])\\right]"),
        GeneratorLoss = new("E[-softplus(D(G(z)) + logsumexp(-D(x))) - mean(softplus(-D(x) + logsumexp(D(G(z)))))]", "\\mathbb{E}_z\\!\\left[-\\operatorname{softplus}(D(G(z)) + \\operatorname{logsumexp}_x\\!\\left[-D(x)\\right]) - \\mathbb{E}_x\\!\\left[\\operatorname{softplus}(-D(x) + \\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right])\\right]\\right]"),
        HasBatchFunctions = true,
        GeneratorReadsReal = true,
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
        Sources = ["Yu et al. 2021, arXiv 2103.16748"],
    };

