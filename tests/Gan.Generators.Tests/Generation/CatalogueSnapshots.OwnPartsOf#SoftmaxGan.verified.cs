/// <remarks>
/// <code>
/// L_D = E[-D(x)] + E[logsumexp(D(x)) + softplus(logsumexp(D(G(z))) - logsumexp(D(x)))]
/// L_G = E[-0.5 * D(G(z)) + logsumexp(D(x)) - 0.5 * mean(D(x)) + softplus(logsumexp(D(G(z))) - logsumexp(D(x)))]
/// real logit: Real(t) = -t, slope -1
/// fake logit: Fake(t) = logsumexp(real) + softplus(logsumexp(fake) - logsumexp(real)), slope 0
/// fake logit, for G: Generator(t) = -0.5 * t + logsumexp(real) - 0.5 * mean(real) + softplus(logsumexp(fake) - logsumexp(real)), slope -0.5
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>In the losses of one logit t, real and fake are the batches of all D(x) and D(G(z)), and a slope is the derivative in t alone. A mask removes logits from a batch, and weights do not change it.</para>
/// <para>logsumexp(e) is log Σ exp(eᵢ), without overflow. Its derivative in eᵢ is exp(eᵢ − logsumexp(e)).</para>
/// <para>mean(e) is Σ eᵢ / n. Its derivative in eᵢ is 1/n.</para>
/// <para>Source: Lin 2017, arXiv 1704.06191.</para>
/// </remarks>
SoftmaxGan
    BatchLoss IBatchObjective.Discriminator => new()
    {
        Statistics =
        [
            // logsumexp(real)
            new(StatisticKind.LogSumExp, BatchSide.Real),
            // logsumexp(fake)
            new(StatisticKind.LogSumExp, BatchSide.Fake),
        ],
        Real = new BatchFormula(s => LogitLoss.Of(new SoftmaxGanReal())),
        Fake = new BatchFormula(
            s => LogitLoss.Of(new SoftmaxGanFake(s[0], s[1])),
            (0, s => LogitLoss.Of(new SoftmaxGanFakeSlope1(s[1], s[0]))),
            (1, s => LogitLoss.Of(new SoftmaxGanFakeSlope2(s[1], s[0])))),
    };

// -t of a logit t, with the slope -1.
SoftmaxGanReal
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = -t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => logit.neg();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

// logsumexp(real) + softplus(logsumexp(fake) - logsumexp(real)) of a logit t, with the slope 0.
SoftmaxGanFake
    private readonly StatisticValue statistic1 = statistic1;
    private readonly StatisticValue statistic2 = statistic2;
    private readonly Coefficient k = new(statistic2.Number + (-statistic1.Number));
    private readonly Coefficient k2 = new(statistic1.Number);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    T e = T.ExpOfNegative(-T.Abs(T.All(k)));
    loss = T.NaNOf(t, T.Relu(T.All(k)) + T.Log1pOfUnit(e) + T.All(k2));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    global::TorchSharp.torch.Tensor x = statistic1.Tensor + (statistic2.Tensor - statistic1.Tensor).softplus(1, 40);
    return logit.where(logit.isnan(), x);
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// -0.5 * t + logsumexp(real) - 0.5 * mean(real) + softplus(logsumexp(fake) - logsumexp(real)) of a logit t, with the slope -0.5.
SoftmaxGanGenerator
    private readonly StatisticValue statistic1 = statistic1;
    private readonly StatisticValue statistic2 = statistic2;
    private readonly StatisticValue statistic3 = statistic3;
    private readonly Coefficient k = new(statistic3.Number + (-statistic1.Number));
    private readonly Coefficient k2 = new(statistic1.Number + (-0.5) * statistic2.Number);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    T e = T.ExpOfNegative(-T.Abs(T.All(k)));
    loss = T.MultiplyAdd(T.All(-0.5), t, T.Relu(T.All(k)) + T.Log1pOfUnit(e) + T.All(k2));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-0.5));
    global::TorchSharp.torch.Tensor x = statistic1.Tensor + (statistic3.Tensor - statistic1.Tensor).softplus(1, 40);
    return x - logit * 0.5 - statistic2.Tensor * 0.5;
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-0.5));

// sigmoid(-logsumexp(fake) + logsumexp(real)) of a logit t, with the slope 0.
SoftmaxGanFakeSlope1
    private readonly StatisticValue statistic1 = statistic1;
    private readonly StatisticValue statistic2 = statistic2;
    private readonly Coefficient k = new(statistic1.Number + (-statistic2.Number));
    private readonly Coefficient k2 = new((-statistic1.Number) + statistic2.Number);
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    T e = T.ExpOfNegative(-T.Abs(T.All(k)));
    loss = T.NaNOf(t, T.IfLess(T.All(k2), T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), (statistic2.Tensor - statistic1.Tensor).sigmoid());
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// sigmoid(logsumexp(fake) - logsumexp(real)) of a logit t, with the slope 0.
SoftmaxGanFakeSlope2
    private readonly StatisticValue statistic1 = statistic1;
    private readonly StatisticValue statistic2 = statistic2;
    private readonly Coefficient k = new(statistic1.Number + (-statistic2.Number));
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    T e = T.ExpOfNegative(-T.Abs(T.All(k)));
    loss = T.NaNOf(t, T.IfLess(T.All(k), T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), (statistic1.Tensor - statistic2.Tensor).sigmoid());
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

// -0.5 of a logit t, with the slope 0.
SoftmaxGanGeneratorSlope2
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = T.NaNOf(t, T.All(-0.5));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(0.0));
    public Tensor Loss(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-0.5));
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0));

SoftmaxGanDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "SoftmaxGan",
        Real = new("-t", "-t"), RealSlope = new("-1", "-1"),
        Fake = new("logsumexp(real) + softplus(logsumexp(fake) - logsumexp(real))", "\\operatorname{logsumexp}_x\\!\\left[D(x)\\right] + \\operatorname{softplus}(\\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right] - \\operatorname{logsumexp}_x\\!\\left[D(x)\\right])"), FakeSlope = new("0", "0"),
        Generator = new("-0.5 * t + logsumexp(real) - 0.5 * mean(real) + softplus(logsumexp(fake) - logsumexp(real))", "-0.5 \\, t + \\operatorname{logsumexp}_x\\!\\left[D(x)\\right] - 0.5 \\, \\mathbb{E}_x\\!\\left[D(x)\\right] + \\operatorname{softplus}(\\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right] - \\operatorname{logsumexp}_x\\!\\left[D(x)\\right])"), GeneratorSlope = new("-0.5", "-0.5"),
        DiscriminatorLoss = new("E[-D(x)] + E[logsumexp(D(x)) + softplus(logsumexp(D(G(z))) - logsumexp(D(x)))]", "\\mathbb{E}_x\\!\\left[-D(x)\\right] + \\mathbb{E}_z\\!\\left[\\operatorname{logsumexp}_x\\!\\left[D(x)\\right] + \\operatorname{softplus}(\\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right] - \\operatorname{logsumexp}_x\\!\\left[D(x)\\right])\\right]"),
        GeneratorLoss = new("E[-0.5 * D(G(z)) + logsumexp(D(x)) - 0.5 * mean(D(x)) + softplus(logsumexp(D(G(z))) - logsumexp(D(x)))]", "\\mathbb{E}_z\\!\\left[-0.5 \\, D(G(z)) + \\operatorname{logsumexp}_x\\!\\left[D(x)\\right] - 0.5 \\, \\mathbb{E}_x\\!\\left[D(x)\\right] + \\operatorname{softplus}(\\operatorname{logsumexp}_z\\!\\left[D(G(z))\\right] - \\operatorname{logsumexp}_x\\!\\left[D(x)\\right])\\right]"),
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
        Sources = ["Lin 2017, arXiv 1704.06191"],
    };

