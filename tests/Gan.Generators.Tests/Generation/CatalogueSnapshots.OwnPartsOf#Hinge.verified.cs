/// <remarks>
/// <code>
/// L_D = E[relu(-D(x) + 1)] + E[relu(D(G(z)) + 1)]
/// L_G = E[-D(G(z))]
/// real logit: f_D(-t) = relu(-t + 1), slope t &gt;= 1 ? 0 : -1
/// fake logit: f_D(t) = relu(t + 1), slope t &gt; -1 ? 1 : 0
/// fake logit, for G: f_G(-t) = -t, slope -1
/// </code>
/// <para>Both players minimise their losses. D returns a logit, and E is the mean over all logits.</para>
/// <para>The optimal D returns 1 where p &gt; q, -1 where p &lt; q, where p is the density of real samples and q is the density of generated samples.</para>
/// <para>Up to a constant, the optimal D measures 2 total variation TV(p, q), and G minimises it.</para>
/// <para>On the Dirac-GAN, the eigenvalues are ±1i: without a zero-centred penalty, training does not converge linearly.</para>
/// <para>Sources: Lim and Ye 2017, arXiv 1705.02894; Zhang et al. 2018, arXiv 1805.08318; Brock, Donahue and Simonyan 2018, arXiv 1809.11096.</para>
/// </remarks>
Hinge

// relu(-t + 1) of a logit t, with the slope t >= 1 ? 0 : -1.
HingeReal
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    loss = T.Relu(T.All(1.0) - t);
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.IfLessOrEqual(T.All(1.0), t, T.All(0.0), T.All(-1.0)));
    public Tensor Loss(Tensor logit) => (1.0 - logit).relu();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0).masked_fill(logit.ge(1.0), 0.0));

// relu(t + 1) of a logit t, with the slope t > -1 ? 1 : 0.
HingeFake
    public static bool HasLogarithm => false;
    public double LogarithmWeight => 0.0;
    loss = T.Relu(t + T.All(1.0));
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.IfLess(T.All(-1.0), t, T.All(1.0), T.All(0.0)));
    public Tensor Loss(Tensor logit) => (logit + 1.0).relu();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(0.0).masked_fill(logit.gt(-1.0), 1.0));

// -t of a logit t, with the slope -1.
HingeGenerator
    public static bool HasLogarithm => false;
    public static bool HasConstantSlope => true;
    public double LogarithmWeight => 0.0;
    loss = -t;
    unit = T.All(0.0);
    slope = T.NaNOf(t, T.All(-1.0));
    public Tensor Loss(Tensor logit) => logit.neg();
    public Tensor Slope(Tensor logit) => logit.where(logit.isnan(), logit.full_like(-1.0));

HingeDeclaration
    public static readonly IReadOnlyList<DiscriminatorPenalty> Penalties = [];
    public static readonly ObjectiveInfo Info = new()
    {
        Name = "Hinge",
        Real = new("relu(-t + 1)", "\\max(0, -t + 1)"), RealSlope = new("t >= 1 ? 0 : -1", "\\begin{cases} 0 & \\text{if } t \\ge 1 \\\\ -1 & \\text{otherwise} \\end{cases}"),
        Fake = new("relu(t + 1)", "\\max(0, t + 1)"), FakeSlope = new("t > -1 ? 1 : 0", "\\begin{cases} 1 & \\text{if } t > -1 \\\\ 0 & \\text{otherwise} \\end{cases}"),
        Generator = new("-t", "-t"), GeneratorSlope = new("-1", "-1"),
        DiscriminatorLoss = new("E[relu(-D(x) + 1)] + E[relu(D(G(z)) + 1)]", "\\mathbb{E}_x\\!\\left[\\max(0, -D(x) + 1)\\right] + \\mathbb{E}_z\\!\\left[\\max(0, D(G(z)) + 1)\\right]"),
        GeneratorLoss = new("E[-D(G(z))]", "\\mathbb{E}_z\\!\\left[-D(G(z))\\right]"),
        Analysis = new()
        {
            Verdicts = [
                new(ObjectiveProperty.DiscriminatorSeparates, VerdictKind.Proved, "at the balanced logit 0, Real falls and Fake rises") { Certificate = "all(balanced(real, fake, range(0, 0)), falls(real, range(0, 0)), rises(fake, range(0, 0)))" },
                new(ObjectiveProperty.GeneratorFollows, VerdictKind.Proved, "G moves its samples towards high logits, which D gives real samples") { Certificate = "falls(generator, range(0, 0))" },
                new(ObjectiveProperty.RealLossIsConvex, VerdictKind.Proved, "relu(-t + 1) is convex by composition of convex functions") { Certificate = "convex(real, range(-infinity, infinity), composition(convex(any, relu(t), -infinity, infinity)))" },
                new(ObjectiveProperty.FakeLossIsConvex, VerdictKind.Proved, "relu(t + 1) is convex by composition of convex functions") { Certificate = "convex(fake, range(-infinity, infinity), composition(convex(any, relu(t), -infinity, infinity)))" },
                new(ObjectiveProperty.IsBoundedForEqualDistributions, VerdictKind.Proved, "Real + Fake is bounded below") { Certificate = "bounded(real + fake, range(-infinity, infinity), left(1, enclosed), right(1, enclosed), kink(-1, -1), kink(1, 1))" },
                new(ObjectiveProperty.IsBoundedForAnyDistributions, VerdictKind.Proved, "u·Real + Fake is bounded below for every u > 0") { Certificate = "minimum(real, fake, range(-infinity, infinity), left(1, enclosed, enclosed), right(1, enclosed, enclosed), kink(-1, -1), kink(1, 1))" },
                new(ObjectiveProperty.GeneratorSaturates, VerdictKind.Refuted, "the slope of G's loss stays away from 0 as t → −∞", -32.0),
                new(ObjectiveProperty.OptimumIsLogRatio, VerdictKind.Refuted, "the optimal D returns either 1 or -1, and not a function of p/q", 1.0),
                new(ObjectiveProperty.ConvergesOnDiracGan, VerdictKind.Refuted, "the eigenvalues are ±1i, on the imaginary axis: the players rotate around the equilibrium", 0.0),
            ],
            OptimalLogit = "1 where p > q, -1 where p < q",
            Divergence = "2 total variation TV(p, q)",
            GeneratorDivergence = "2 total variation TV(p, q)",
            DiracGanEigenvalues = "±1i",
        },
        Sources = ["Lim and Ye 2017, arXiv 1705.02894", "Zhang et al. 2018, arXiv 1805.08318", "Brock, Donahue and Simonyan 2018, arXiv 1809.11096"],
    };

