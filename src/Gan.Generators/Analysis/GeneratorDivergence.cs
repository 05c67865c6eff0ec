using Gan.Generators.Basics;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>One divergence of a sum.</summary>
/// <param name="Factor">How many times it.</param>
/// <param name="Name">As people write it.</param>
internal sealed record DivergenceTerm(double Factor, string Name);

/// <summary>
/// What G minimises at the best D, which its step takes as it is: the gradient of E[Generator(D*(G(z)))] is that of ∫ q·g(p/q) with
/// g″(u) = −h′(u)/u, h(u) the loss at the best D's answer to u, because the first variation of such an integral in q is g − u·g′.
/// For Generator = −Fake that is what D measures.
/// </summary>
/// <remarks>Arjovsky and Bottou 2017 (arXiv 1701.04862), theorem 2.5, for the non-saturating loss; Shannon, Poole, Mariooryad et al. 2020 (arXiv 2009.01346).</remarks>
/// <param name="Terms">The divergences, where they are ones people know; empty otherwise.</param>
/// <param name="IsExact">Whether the formulas agree; where only numbers do, or nothing was recognised, they may not.</param>
internal sealed record GeneratorDivergence(EquatableArray<DivergenceTerm> Terms, bool IsExact)
{
    /// <summary>None of the known divergences.</summary>
    public static readonly GeneratorDivergence None = new(default, false);

    private static readonly double[] s_logits = [-1.5, -0.75, -0.3, 0.2, 0.6, 1.25];

    /// <param name="measured">What the best D measures.</param>
    /// <param name="ratio">The ratio of densities as the best D tells it; null where it does not.</param>
    public static GeneratorDivergence Of(Curve real, Curve fake, Curve generator, InducedDivergence measured, DensityRatio? ratio)
    {
        if (measured.Name is null) return None;
        if (measured.IsOfCritic) return OfCritic(fake, generator, measured);
        if (measured.Name == KnownDivergences.TotalVariation) return OfSteps(real, fake, generator);
        return ratio is not null && measured.IsExact ? Recognise(generator, ratio) : None;
    }

    /// <summary>G's loss and the critic's are lines: it follows the critic, scaled by the two slopes.</summary>
    private static GeneratorDivergence OfCritic(Curve fake, Curve generator, InducedDivergence measured)
    {
        if (Polynomial.LineOf(generator.Formula) is not { } g || Polynomial.LineOf(fake.Formula) is not { } f || g.Slope.Sign * f.Slope.Sign >= 0 || !measured.IsFixedInG) return None;
        var factor = measured.Factor * Math.Abs(g.Slope.ToDouble() / f.Slope.ToDouble());
        return new(new([new(factor, measured.Name!)]), true);
    }

    /// <summary>h steps down at u = 1, from its value at the one answer to that at the other; so does g′ step up, where ½|u − 1| of the total variation steps up by 1.</summary>
    private static GeneratorDivergence OfSteps(Curve real, Curve fake, Curve generator)
    {
        if (OppositeLosses.Of(real, fake) is { } opposite)
        {
            var fall = Math.Round(OppositeLosses.At(generator, opposite.ForFake) - OppositeLosses.At(generator, opposite.ForReal), 9);
            return fall > 0 ? new(new([new(fall, KnownDivergences.TotalVariation)]), true) : None;
        }

        if (StepwiseMinimum.Of(real, fake) is not { } step) return None;
        var (exact, height) = (StepwiseMinimum.Exact(generator, step.ForFake) - StepwiseMinimum.Exact(generator, step.ForReal), generator.Formula.Evaluate(step.ForFake) - generator.Formula.Evaluate(step.ForReal));
        if (!(height > 0)) return None;
        return new(new([new(exact == height ? exact : Math.Round(height, 9), KnownDivergences.TotalVariation)]), exact == height);
    }

    private static GeneratorDivergence Recognise(Curve generator, DensityRatio ratio)
    {
        var slope = Derivative.Of(ratio.Formula);
        var wanted = s_logits.Select(t => (U: ratio.Formula.Evaluate(t), Value: -generator.Slope.Evaluate(t) / (ratio.Formula.Evaluate(t) * slope.Evaluate(t))))
            .Where(static at => at.U > 0)
            .ToArray();
        if (wanted.Length < 4) return None;
        foreach (var terms in Candidates(wanted))
        {
            // g″(u(t))·u(t)·u′(t) = −Generator′(t) for every t.
            var curvature = terms.Aggregate(Expr.Zero, (sum, term) => sum + (Math.Round(term.Factor, 9) * term.Known.Curvature));
            var expected = Simplifier.Simplify(-curvature.ReplaceLogit(ratio.Formula) * ratio.Formula * slope);
            var isExact = Fraction.Of(expected) is { } e && Fraction.Of(generator.Slope) is { } g && (e - g).IsZero;
            return new(
                terms.Select(static term => new DivergenceTerm(Math.Round(term.Factor, 9), term.Known.Name)).ToEquatableArray(),
                isExact);
        }

        return None;
    }

    /// <summary>One divergence, or two with one sign or the other, whose curvatures add up to the wanted ones.</summary>
    private static IEnumerable<(double Factor, KnownDivergence Known)[]> Candidates((double U, double Value)[] wanted)
    {
        var all = KnownDivergences.All;
        foreach (var known in all)
        {
            var factor = wanted[0].Value / known.Curvature.Evaluate(wanted[0].U);
            if (factor > 0 && Fits((factor, known))) yield return [(factor, known)];
        }

        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                // Two equations for two factors; the greater one leads.
                var (a, b) = (wanted[0], wanted[3]);
                var (ai, aj, bi, bj) = (all[i].Curvature.Evaluate(a.U), all[j].Curvature.Evaluate(a.U), all[i].Curvature.Evaluate(b.U), all[j].Curvature.Evaluate(b.U));
                var determinant = (ai * bj) - (aj * bi);
                var first = (Factor: ((a.Value * bj) - (aj * b.Value)) / determinant, Known: all[i]);
                var second = (Factor: ((ai * b.Value) - (a.Value * bi)) / determinant, Known: all[j]);
                if (Fits(first, second)) yield return first.Factor > 0 ? [first, second] : [second, first];
            }
        }

        bool Fits(params (double Factor, KnownDivergence Known)[] terms) => wanted.All(at =>
            Math.Abs(terms.Sum(term => term.Factor * term.Known.Curvature.Evaluate(at.U)) - at.Value) <= 1e-9 * Math.Abs(at.Value));
    }
}
