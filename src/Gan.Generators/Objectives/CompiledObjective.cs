using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives.Divergences;

namespace Gan.Generators.Objectives;

/// <summary>A declaration whose formulas are right, with its losses in the form that is finite in float32 wherever one is known.</summary>
internal sealed record CompiledObjective(ObjectiveDeclaration Declaration, LossFormulas Losses);

/// <summary>
/// The three losses of one logit t that every objective comes down to:
/// L_D = E[Real(D(x))] + E[Fake(D(G(z)))] and L_G = E[Generator(D(G(z)))].
/// </summary>
internal sealed record LossFormulas(Expr Real, Expr Fake, Expr Generator)
{
    /// <summary>f_G(t) = Generator(-t): what G of a relativistic objective loses by a real logit.</summary>
    public Expr GeneratorOfReal => Simplifier.Simplify(Generator.ReplaceLogit(-Expr.T));

    /// <summary>The symmetric pair: Real(t) = f_D(-t), Fake(t) = f_D(t), Generator(t) = f_G(-t).</summary>
    /// <param name="ranges">The hyperparameters' ranges: some forms are right for positive ones only.</param>
    public static LossFormulas OfPair(Expr discriminator, Expr generator, IReadOnlyDictionary<string, Interval>? ranges = null)
        => OfThree(discriminator.ReplaceLogit(-Expr.T), discriminator, generator.ReplaceLogit(-Expr.T), ranges);

    /// <summary>The GAN of an f-divergence.</summary>
    public static LossFormulas OfDivergence(Expr f, bool nonSaturating, IReadOnlyDictionary<string, Interval>? ranges = null)
    {
        var (real, fake) = DivergenceDerivation.Derive(f);
        return OfThree(real, fake, nonSaturating ? real : -fake, ranges);
    }

    /// <summary>With numbers for the hyperparameters.</summary>
    public LossFormulas AtValues(IReadOnlyDictionary<string, double> values)
    {
        var constants = values.ToDictionary(static v => v.Key, static v => (Expr)new Constant(v.Value));
        return new(Real.ReplaceParameters(constants), Fake.ReplaceParameters(constants), Generator.ReplaceParameters(constants));
    }

    /// <summary>D is told of a real sample that it is real with the probability τ only.</summary>
    public LossFormulas Smoothed(Expr target, IReadOnlyDictionary<string, Interval>? ranges = null)
        => this with { Real = StableForm.Rewrite((target * Real) + ((1 - target) * Fake), ranges) };

    public static LossFormulas OfThree(Expr real, Expr fake, Expr generator, IReadOnlyDictionary<string, Interval>? ranges = null)
        => new(StableForm.Rewrite(real, ranges), StableForm.Rewrite(fake, ranges), StableForm.Rewrite(generator, ranges));
}
