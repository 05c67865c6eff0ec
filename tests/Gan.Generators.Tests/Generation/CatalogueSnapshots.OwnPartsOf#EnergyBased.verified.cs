/// <remarks>
/// <code>
/// L_D = E[D(x)] + E[relu(-D(G(z)) + m)]
/// L_G = E[D(G(z))]
/// real logit: Real(t) = t, slope 1
/// fake logit: Fake(t) = relu(-t + m), slope t &gt;= m ? 0 : -1
/// fake logit, for G: Generator(t) = t, slope 1
/// </code>
/// <para>Both players minimise their losses. D returns an energy of at least 0, which is low for real samples, and E is the mean over all logits.</para>
/// <para>The optimal D returns 0 where p &gt; q, 10 where p &lt; q, where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures 10 total variation TV(p, q), and G minimises it.</para>
/// <para>Source: Zhao, Mathieu and LeCun 2016, arXiv 1609.03126.</para>
/// </remarks>
EnergyBased
    public IReadOnlyList<HyperparameterValue> Hyperparameters => [new("M", this.@M)];
    public partial double @M
    {
        get;
        init => field = HyperparameterChecks.InRange(value, "M", 0.0, double.PositiveInfinity, true);
    } = 10.0;

// t of a logit t, with the slope 1.
EnergyBasedReal
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(1.0));
    public Tensor Loss(Tensor logit) => logit;
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(1.0));

// relu(-t + m) of a logit t, with the slope t >= m ? 0 : -1.
EnergyBasedFake
    private readonly double m = m;
    private readonly Coefficient k = new(m);
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    loss = T.Relu(T.All(k) - t);
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.IfLessOrEqual(T.All(k), t, T.All(0.0), T.All(-1.0)));
    public Tensor Loss(Tensor logit) => (m - logit).relu();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0).masked_fill(logit.ge(m), 0.0));

EnergyBasedDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "EnergyBased",
        Real = new("t", "t"), RealSlope = new("1", "1"),
        Fake = new("relu(-t + m)", "\\max(0, -t + m)"), FakeSlope = new("t >= m ? 0 : -1", "\\begin{cases} 0 & \\text{if } t \\ge m \\\\ -1 & \\text{otherwise} \\end{cases}"),
        Generator = new("t", "t"), GeneratorSlope = new("1", "1"),
        DiscriminatorLoss = new("E[D(x)] + E[relu(-D(G(z)) + m)]", "\\mathbb{E}_x\\!\\left[D(x)\\right] + \\mathbb{E}_z\\!\\left[\\max(0, -D(G(z)) + m)\\right]"),
        GeneratorLoss = new("E[D(G(z))]", "\\mathbb{E}_z\\!\\left[D(G(z))\\right]"),
        Logits = global::Gan.Dsl.LogitRange.NonNegative,
        Sign = global::Gan.Dsl.LogitSign.Energy,
        Hyperparameters = [new("M", 10.0, 0.0, double.PositiveInfinity, true)],
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real rises and Fake falls: D's output is an energy, low for real samples") { Certificate = "all(balanced(real, fake, range(0, 0)), rises(real, range(0, 0)), falls(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards low logits, which D gives real samples") { Certificate = "rises(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "t is linear") { Certificate = "convex(real, range(0, infinity), composition)" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "relu(-t + 10) is convex by composition of convex functions") { Certificate = "convex(fake, range(0, infinity), composition(convex(any, relu(t), -infinity, 10)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(0, infinity), right(1, enclosed), kink(10, 10))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(0, infinity), right(1, enclosed, enclosed), kink(10, 10))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → ∞", 32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "the optimal D returns either 0 or 10, and not a function of p/q", 0.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Unknown, "the balanced logit lies at the end of D's range"),
            ],
            OptimalLogit = "0 where p > q, 10 where p < q",
            Divergence = "10 total variation TV(p, q)",
            GeneratorDivergence = "10 total variation TV(p, q)",
        },
        Sources = ["Zhao, Mathieu and LeCun 2016, arXiv 1609.03126"],
    };

