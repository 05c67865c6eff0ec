using Gan.Experiments.Atlas.Losses;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Optimum;

/// <summary>An equation of the theory, both sides computed on random discrete distributions.</summary>
/// <param name="Statement">The equation.</param>
/// <param name="Left">Its left side, by the emitted losses, of the first pair of distributions.</param>
/// <param name="Right">Its right side, by the textbook's formula.</param>
/// <param name="Error">The greatest difference of the two over all pairs.</param>
internal sealed record Identity(string Statement, double Left, double Right, double Error);

/// <summary>The equations that lectures on GANs derive. They go by tensor operations: a few numbers each are not worth the kernels that the runtime would compile.</summary>
internal static class Identities
{
    public static IReadOnlyList<Identity> Measure()
    {
        var log4 = 2 * Math.Log(2);
        var (vanilla, nonSaturating, labels) = (Game.Of(new Vanilla { LossPath = LossPath.Composed }), Game.Of(new NonSaturating { LossPath = LossPath.Composed }), Game.Of(new LeastSquares { A = -1, B = 1, C = 0, S = 0.5, LossPath = LossPath.Composed }));
        return
        [
            Of("Vanilla: min L_D = 2 log 2 − 2 JSD(p ‖ q)", vanilla.Least, (p, q) => log4 - (2 * KnownDivergence.JensenShannon.Of(p, q))),
            Of("Vanilla: E[Real(D*)] − L_G = 2 log 2 − 2 JSD(p ‖ q), since G minimises −L_D", (p, q) => vanilla.RealMean(p, q) - vanilla.GeneratorMean(p, q), (p, q) => log4 - (2 * KnownDivergence.JensenShannon.Of(p, q))),
            Of("NonSaturating: L_G at D* = KL(q ‖ p) − 2 JSD(p ‖ q) + 2 log 2 − E[Real(D*)], whose last terms G cannot change", nonSaturating.GeneratorMean,
                (p, q) => KnownDivergence.Reverse.Of(p, q) - (2 * KnownDivergence.JensenShannon.Of(p, q)) + log4 - nonSaturating.RealMean(p, q)),
            Of("Least squares, labels −1, 1, 0: E[(D*)²/2] over p and q together = ½ χ²(2q ‖ p + q)", (p, q) => labels.GeneratorMean(p, q) + labels.GeneratorMean(p, q, overReal: true), (p, q) => 0.5 * KnownDivergence.Triangular.Of(p, q)),
            Of("Hinge: min L_D = 2 − 2 TV(p, q)", Game.Of(new Hinge { LossPath = LossPath.Composed }).Least, (p, q) => 2 - (2 * KnownDivergence.TotalVariation.Of(p, q))),
            .. Textbook.Select(static known => Of($"{known.Objective.Info.Name}: −min L_D = {known.Divergence.Name}", (p, q) => -Game.Of(known.Objective).Least(p, q), known.Divergence.Of)),
            Of("JensenShannon: −min L_D = 2 JSD(p ‖ q)", static (p, q) => -Game.Of(new JensenShannon { LossPath = LossPath.Composed }).Least(p, q), static (p, q) => 2 * KnownDivergence.JensenShannon.Of(p, q)),
            Of("Donsker and Varadhan: the best constant added to D* of KullbackLeibler gives E_p[T] − log E_q[exp T] = KL(p ‖ q)", DonskerVaradhan, KnownDivergence.Forward.Of),
            Of("Likelihood: E_p[log q] + min −L_D of KullbackLeibler = −H(p), so that the likelihood is greatest where KL(p ‖ q) is least",
                static (p, q) => p.Zip(q, static (a, b) => a * Math.Log(b)).Sum() - Game.Of(new KullbackLeibler { LossPath = LossPath.Composed }).Least(p, q), static (p, _) => p.Sum(static a => a * Math.Log(a))),
        ];
    }

    private static (IGanObjective Objective, KnownDivergence Divergence)[] Textbook =>
    [
        (new KullbackLeibler { LossPath = LossPath.Composed }, KnownDivergence.Forward), (new ReverseKullbackLeibler { LossPath = LossPath.Composed }, KnownDivergence.Reverse), (new PearsonChiSquared { LossPath = LossPath.Composed }, KnownDivergence.Pearson),
        (new NeymanChiSquared { LossPath = LossPath.Composed }, KnownDivergence.Neyman), (new SquaredHellinger { LossPath = LossPath.Composed }, KnownDivergence.Hellinger), (new TotalVariation { LossPath = LossPath.Composed }, KnownDivergence.TotalVariation),
    ];

    // Of any T KullbackLeibler's loss of T + c is least in c where it is minus the bound of Donsker and Varadhan 1983; at D* that is KL.
    private static double DonskerVaradhan(double[] p, double[] q)
    {
        var game = Game.Of(new KullbackLeibler { LossPath = LossPath.Composed });
        var best = game.Best(p, q);
        var (low, high) = (-10.0, 10.0);
        for (var step = 0; step < 200; step++)
        {
            var (a, b) = (low + ((high - low) / 3), high - ((high - low) / 3));
            if (game.Loss(p, q, [.. best.Select(t => t + a)]) < game.Loss(p, q, [.. best.Select(t => t + b)])) high = b;
            else low = a;
        }

        return -game.Loss(p, q, [.. best.Select(t => t + ((low + high) / 2))]);
    }

    private static Identity Of(string statement, Func<double[], double[], double> left, Func<double[], double[], double> right)
    {
        var sides = RandomDistributions.All.Select(pair => (Left: left(pair.P, pair.Q), Right: right(pair.P, pair.Q))).ToArray();
        return new(statement, sides[0].Left, sides[0].Right, sides.Max(static pair => Math.Abs(pair.Left - pair.Right)));
    }

    // Both players' losses on discrete distributions.
    private sealed record Game(EmittedLosses Losses, BestLogits Logits)
    {
        public static Game Of(IGanObjective objective)
        {
            var losses = new EmittedLosses(objective);
            return new(losses, new(losses));
        }

        public double[] Best(double[] p, double[] q) => Logits.Of(p, q).Logits;

        public double Least(double[] p, double[] q) => Logits.Of(p, q).Losses.Sum();

        public double Loss(double[] p, double[] q, double[] logits) => Logits.CostOf(logits, p, q).Sum();

        public double RealMean(double[] p, double[] q) => p.Zip(Losses.Real(Best(p, q)), static (a, b) => a * b).Sum();

        public double GeneratorMean(double[] p, double[] q) => GeneratorMean(p, q, overReal: false);

        public double GeneratorMean(double[] p, double[] q, bool overReal) => (overReal ? p : q).Zip(Losses.Generator(Best(p, q)), static (a, b) => a * b).Sum();
    }
}
