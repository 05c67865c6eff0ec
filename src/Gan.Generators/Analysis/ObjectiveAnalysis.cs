using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Analysis;

/// <summary>What the theory says of a declared objective, decided while compiling: at its hyperparameters' defaults, each statement proved, refuted or left open.</summary>
internal static class ObjectiveAnalysis
{
    public static AnalysisResult Of(CompiledObjective objective)
    {
        var declaration = objective.Declaration;
        var defaults = declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? double.NaN);
        var result = Of(objective.Losses, DiscriminatorOutput.Of(declaration), declaration.Penalties, defaults, SlopeLimit.Of(declaration));
        return declaration.Coupling == Coupling.None
            ? result
            : CoupledAnalysis.Of(result, declaration.Coupling, objective.Losses.AtValues(defaults), declaration.Penalties);
    }

    /// <param name="losses">The losses.</param>
    /// <param name="output">What is declared of D's output.</param>
    /// <param name="penalties">The penalties, for local convergence, and for what those on the logits hold.</param>
    /// <param name="defaults">Values of the hyperparameters; NaN where one is unknown.</param>
    /// <param name="limit">What limits D's slope.</param>
    public static AnalysisResult Of(
        LossFormulas losses,
        DiscriminatorOutput output,
        EquatableArray<PenaltyDeclaration> penalties,
        IReadOnlyDictionary<string, double> defaults,
        SlopeLimit? limit = null)
    {
        var values = defaults.ToDictionary(static d => d.Key, static d => (Expr)new Constant(d.Value));
        var (real, fake, generator) = (CurveOf(losses.Real, LossNames.Real), CurveOf(losses.Fake, LossNames.Fake), CurveOf(losses.Generator, LossNames.Generator));
        var balanced = BalancedLogit.Of(real, fake);
        var directions = Directions.Of(real, fake, generator, balanced, output.Declared);
        var ratio = DensityRatio.Of(real, fake);
        var isBounded = Boundedness.ForEveryRatio(real, fake);
        var divergence = InducedDivergence.Of(real, fake, isBounded, ratio, limit);
        return new(
            string.Join(", ", defaults.Select(static d => $"{d.Key} = {Numbers.Text(d.Value)}")),
            directions,
            Convexity.Of(real),
            Convexity.Of(fake),
            Boundedness.WhenEqual(real, fake),
            isBounded,
            LogitPenalties.AreIn(penalties) ? Boundedness.ForEveryRatio(LogitPenalties.OfReal(real, penalties), LogitPenalties.OfFake(fake, penalties)) : isBounded,
            Saturation.Of(generator, directions.Orientation),
            OptimalLogit.Of(real, fake, balanced, isBounded, ratio),
            divergence,
            GeneratorDivergence.Of(real, fake, generator, divergence, ratio),
            DiracGan.Of(fake, generator, balanced, penalties));

        Curve CurveOf(Expr formula, string name) => new(formula.ReplaceParameters(values), output.Range, name);
    }
}
