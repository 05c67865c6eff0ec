using Gan.Generators.Declarations;
using Gan.Generators.Divergences;
using Gan.Generators.Expressions;

namespace Gan.Generators.Objectives;

/// <summary>A declaration whose formulas are right, with its losses in the form that is finite in float32 wherever one is known.</summary>
internal sealed record CompiledObjective(ObjectiveDeclaration Declaration, LossFormulas Losses);

/// <summary>
/// The three losses of one logit t that every objective comes down to:
/// L_D = E[Real(D(x))] + E[Fake(D(G(z)))] and L_G = E[Generator(D(G(z)))].
/// </summary>
internal sealed record LossFormulas(Expr Real, Expr Fake, Expr Generator)
{
    /// <summary>The symmetric pair: Real(t) = f_D(-t), Fake(t) = f_D(t), Generator(t) = f_G(-t).</summary>
    public static LossFormulas OfPair(Expr discriminator, Expr generator)
        => new(AtMinusLogit(discriminator), StableForm.Rewrite(discriminator), AtMinusLogit(generator));

    /// <summary>The GAN of an f-divergence.</summary>
    public static LossFormulas OfDivergence(Expr f, bool nonSaturating)
    {
        var (real, fake) = DivergenceDerivation.Derive(f);
        return new(real, fake, nonSaturating ? real : Simplifier.Simplify(-fake));
    }

    public static LossFormulas OfThree(Expr real, Expr fake, Expr generator)
        => new(StableForm.Rewrite(real), StableForm.Rewrite(fake), StableForm.Rewrite(generator));

    private static Expr AtMinusLogit(Expr formula) => StableForm.Rewrite(formula.ReplaceLogit(-Expr.T));
}
