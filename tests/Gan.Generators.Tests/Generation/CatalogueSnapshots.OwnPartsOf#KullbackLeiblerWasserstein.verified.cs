/// <remarks>
/// <code>
/// L_D = E[-D(x)] + E[D(G(z)) * detach(exp(D(G(z)) - logmeanexp(D(G(z)))))]
/// L_G = E[-D(G(z)) * detach(exp(D(G(z)) - logmeanexp(D(G(z)))))]
/// real logit: Real(t) = -t, slope -1
/// fake logit: Fake(t) = t * detach(exp(t - logmeanexp(fake))), slope detach(exp(t - logmeanexp(fake)))
/// fake logit, for G: Generator(t) = -t * detach(exp(t - logmeanexp(fake))), slope -detach(exp(t - logmeanexp(fake)))
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>In the losses of one logit t, real and fake are the batches of all D(x) and D(G(z)), and a slope is the derivative in t alone. A mask removes logits from a batch, and weights do not change it.</para>
/// <para>logmeanexp(e) is log(Σ exp(eᵢ) / n), without overflow. Its derivative in eᵢ is exp(eᵢ − logmeanexp(e)) / n.</para>
/// <para>detach(e) is e, but no gradient passes through it.</para>
/// <para>Outside the objective, D is limited by spectral normalisation.</para>
/// <para>Source: Song and Ermon 2019, arXiv 1910.09779.</para>
/// </remarks>
KullbackLeiblerWasserstein
    BatchLoss IBatchObjective.Discriminator => new()
    {
        Statistics =
        [
            // logmeanexp(fake)
            new(StatisticKind.LogMeanExp, BatchSide.Fake),
        ],
        Real = new BatchFormula(s => LogitLoss.Of(new KullbackLeiblerWassersteinReal())),
        Fake = new BatchFormula(s => LogitLoss.Of(new KullbackLeiblerWassersteinFake(s[0]))),
    };

// -t of a logit t, with the slope -1.
KullbackLeiblerWassersteinReal
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = -t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => logit.neg();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

// t * detach(exp(t - logmeanexp(fake))) of a logit t, with the slope detach(exp(t - logmeanexp(fake))).
KullbackLeiblerWassersteinFake
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T e = T.Exp(t - T.All(k));
    loss = t * e;
    unit = T.All(0.0);
    slope = e;
    public Tensor Loss(Tensor logit) => logit * (logit - statistic1.Tensor).exp().detach();
    public Tensor Slope(Tensor logit) => (logit - statistic1.Tensor).exp().detach();

// -t * detach(exp(t - logmeanexp(fake))) of a logit t, with the slope -detach(exp(t - logmeanexp(fake))).
KullbackLeiblerWassersteinGenerator
    private readonly StatisticValue statistic1 = statistic1;
    private readonly Coefficient k = new(statistic1.Number);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    T e = T.Exp(t - T.All(k));
    loss = -(t * e);
    unit = T.All(0.0);
    slope = -e;
    public Tensor Loss(Tensor logit) => (logit * (logit - statistic1.Tensor).exp().detach()).neg();
    public Tensor Slope(Tensor logit) => (logit - statistic1.Tensor).exp().detach().neg();

KullbackLeiblerWassersteinDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "KullbackLeiblerWasserstein",
        Real = new("-t", "-t"), RealSlope = new("-1", "-1"),
        Fake = new("t * detach(exp(t - logmeanexp(fake)))", "t \\, \\operatorname{detach}(e^{t - \\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]})"), FakeSlope = new("detach(exp(t - logmeanexp(fake)))", "\\operatorname{detach}(e^{t - \\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]})"),
        Generator = new("-t * detach(exp(t - logmeanexp(fake)))", "-t \\, \\operatorname{detach}(e^{t - \\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]})"), GeneratorSlope = new("-detach(exp(t - logmeanexp(fake)))", "-\\operatorname{detach}(e^{t - \\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]})"),
        DiscriminatorLoss = new("E[-D(x)] + E[D(G(z)) * detach(exp(D(G(z)) - logmeanexp(D(G(z)))))]", "\\mathbb{E}_x\\!\\left[-D(x)\\right] + \\mathbb{E}_z\\!\\left[D(G(z)) \\, \\operatorname{detach}(e^{D(G(z)) - \\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]})\\right]"),
        GeneratorLoss = new("E[-D(G(z)) * detach(exp(D(G(z)) - logmeanexp(D(G(z)))))]", "\\mathbb{E}_z\\!\\left[-D(G(z)) \\, \\operatorname{detach}(e^{D(G(z)) - \\operatorname{logmeanexp}_z\\!\\left[D(G(z))\\right]})\\right]"),
        HasBatchFunctions = true,
        CriticLimits = ["spectral normalisation"],
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
        Sources = ["Song and Ermon 2019, arXiv 1910.09779"],
    };

