using Gan.Experiments.Atlas.Batches;
using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Optimum;

/// <summary>An equation of the theory, both sides computed on random discrete distributions.</summary>
/// <param name="Statement">The equation.</param>
/// <param name="Left">Its left side, by the emitted losses, of the first pair of distributions.</param>
/// <param name="Right">Its right side, by the textbook's formula.</param>
/// <param name="Error">The greatest difference of the two over all pairs.</param>
internal sealed record Identity(string Statement, double Left, double Right, double Error);

/// <summary>The equations that lectures on GANs derive. They go by tensor operations: a few calls each are not worth the kernels that the runtime would compile.</summary>
internal static class Identities
{
    private static readonly double[] s_jensenShannon = KnownDivergence.JensenShannon.OfRandom, s_entropyOfReal = RandomDistributions.Sums(RandomDistributions.P.Select(static p => p * Math.Log(p)));

    public static IReadOnlyList<Identity> Measure()
    {
        var log4 = 2 * Math.Log(2);
        var (vanilla, nonSaturating) = (new Game(new Vanilla { LossPath = LossPath.Composed }), new Game(new NonSaturating { LossPath = LossPath.Composed }));
        var (labels, forward) = (new Game(new LeastSquares { A = -1, B = 1, C = 0, S = 0.5, LossPath = LossPath.Composed }), new Game(new KullbackLeibler { LossPath = LossPath.Composed }));
        double[] ofVanilla = [.. s_jensenShannon.Select(jsd => log4 - (2 * jsd))];
        return
        [
            Of("Vanilla: min L_D = 2 log 2 − 2 JSD(p ‖ q)", vanilla.Least, ofVanilla),
            Of("Vanilla: E[Real(D*)] − L_G = 2 log 2 − 2 JSD(p ‖ q), since G minimises −L_D", Sum(vanilla.RealMean, vanilla.GeneratorMean, -1), ofVanilla),
            Of("NonSaturating: L_G at D* = KL(q ‖ p) − 2 JSD(p ‖ q) + 2 log 2 − E[Real(D*)], whose last terms G cannot change", nonSaturating.GeneratorMean,
                Sum(Sum(KnownDivergence.Reverse.OfRandom, ofVanilla), nonSaturating.RealMean, -1)),
            Of("Least squares, labels −1, 1, 0: E[(D*)²/2] over p and q together = ½ χ²(2q ‖ p + q)", Sum(labels.GeneratorMean, labels.GeneratorMeanOverReal), Times(0.5, KnownDivergence.Triangular.OfRandom)),
            Of("Hinge: min L_D = 2 − 2 TV(p, q)", new Game(new Hinge { LossPath = LossPath.Composed }).Least, [.. KnownDivergence.TotalVariation.OfRandom.Select(static tv => 2 - (2 * tv))]),
            Of("KullbackLeibler: −min L_D = KL(p ‖ q)", Times(-1, forward.Least), KnownDivergence.Forward.OfRandom),
            .. Textbook.Select(static known => Of($"{known.Objective.Info.Name}: −min L_D = {known.Divergence.Name}", Times(-1, new Game(known.Objective).Least), known.Divergence.OfRandom)),
            Of("JensenShannon: −min L_D = 2 JSD(p ‖ q)", Times(-1, new Game(new JensenShannon { LossPath = LossPath.Composed }).Least), Times(2, s_jensenShannon)),
            Of("DonskerVaradhan: −min L_D = max E_p[T] − log E_q[exp T] = KL(p ‖ q)", Least(new DonskerVaradhan { LossPath = LossPath.Composed }), Counted(static pair => pair.Of(KnownDivergence.Forward))),
            Of("Renyi, α = ½: −min L_D = log(Σ √(pq)) / (α(α − 1))", Least(new Renyi { LossPath = LossPath.Composed }), Counted(static pair => 4 * pair.Bhattacharyya)),
            Of("SoftmaxGan: log 2n − min L_D = KL(p ‖ (p + q)/2), n samples of each", Sum(Counted(static _ => Math.Log(2 * BatchLevels.Samples)), Least(new SoftmaxGan { LossPath = LossPath.Composed })), Counted(static pair => pair.ToTheMiddle)),
            Of("Likelihood: E_p[log q] + min −L_D of KullbackLeibler = −H(p), so that the likelihood is greatest where KL(p ‖ q) is least",
                Sum(RandomDistributions.Sums(RandomDistributions.P.Zip(RandomDistributions.Q, static (p, q) => p * Math.Log(q))), forward.Least, -1), s_entropyOfReal),
        ];
    }

    private static (IGanObjective Objective, KnownDivergence Divergence)[] Textbook =>
    [
        (new ReverseKullbackLeibler { LossPath = LossPath.Composed }, KnownDivergence.Reverse), (new PearsonChiSquared { LossPath = LossPath.Composed }, KnownDivergence.Pearson),
        (new NeymanChiSquared { LossPath = LossPath.Composed }, KnownDivergence.Neyman), (new SquaredHellinger { LossPath = LossPath.Composed }, KnownDivergence.Hellinger), (new TotalVariation { LossPath = LossPath.Composed }, KnownDivergence.TotalVariation),
    ];

    // −min L_D of a batch, whose samples are distributed like each pair.
    private static double[] Least(IGanObjective objective) => Counted(pair => -BatchBest.Of(objective, pair, 0).Loss);

    private static double[] Counted(Func<CountedPair, double> of) => [.. CountedPair.Random.Select(of)];

    private static Identity Of(string statement, double[] left, double[] right) => new(statement, left[0], right[0], left.Zip(right, static (a, b) => Math.Abs(a - b)).Max());

    private static double[] Sum(double[] a, double[] b, double factor = 1) => [.. a.Zip(b, (x, y) => x + (factor * y))];

    private static double[] Times(double factor, double[] values) => [.. values.Select(value => factor * value)];

    // Both players' losses at D*, a number for each pair of distributions.
    private sealed class Game
    {
        private static readonly double[] s_p = RandomDistributions.P, s_q = RandomDistributions.Q;
        private readonly EmittedLosses _losses;
        private readonly double[] _best;

        public Game(IGanObjective objective)
        {
            _losses = new(objective);
            (_best, var costs) = new BestLogits(_losses).Of(s_p, s_q);
            Least = RandomDistributions.Sums(costs);
        }

        public double[] Least { get; }

        public double[] RealMean => Mean(s_p, _losses.Real(_best));

        public double[] GeneratorMean => Mean(s_q, _losses.Generator(_best));

        public double[] GeneratorMeanOverReal => Mean(s_p, _losses.Generator(_best));

        private static double[] Mean(double[] shares, double[] values) => RandomDistributions.Sums(shares.Zip(values, static (a, b) => a * b));
    }
}
