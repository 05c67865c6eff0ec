using Gan.Dsl;
using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;
using Gan.Generators.Penalties;

namespace Gan.Generators.Analysis;

/// <summary>What the theory says of a declared objective, decided while compiling: at its hyperparameters' defaults, each statement proved, refuted or left open.</summary>
internal static class ObjectiveAnalysis
{
    /// <summary>What all questions of one objective may cost.</summary>
    public const long Budget = 50_000;

    public static AnalysisResult Of(CompiledObjective objective)
    {
        var result = OfAllSamples(objective);
        // From a part of its samples G follows no divergence of the two distributions.
        return objective.Declaration.TopK is null ? result : result with { GeneratorDivergence = GeneratorDivergence.None };
    }

    private static AnalysisResult OfAllSamples(CompiledObjective objective)
    {
        var declaration = objective.Declaration;
        var defaults = declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? double.NaN);
        if (BatchLosses.AreIn(objective.Losses))
        {
            return Work.Within(Budget, () => BatchAnalysis.Of(Stable(objective.Losses.AtValues(defaults)), DiscriminatorOutput.Of(declaration), declaration.Penalties, TextOf(defaults)))
                ?? Unknown(TextOf(defaults), DiracGan.StrengthOf(declaration.Penalties));
        }

        var result = Of(objective.Losses, DiscriminatorOutput.Of(declaration), declaration.Penalties, defaults, SlopeLimit.Of(declaration));
        return declaration.Coupling == Coupling.None
            ? result
            : Work.Within(Budget, () => CoupledAnalysis.Of(result, declaration.Coupling, objective.Losses.AtValues(defaults), declaration.Penalties)) ?? Unknown(result.Defaults, result.LocalConvergence.Gamma);
    }

    private static LossFormulas Stable(LossFormulas losses) => LossFormulas.OfThree(BatchLosses.Stable(losses.Real, null), BatchLosses.Stable(losses.Fake, null), BatchLosses.Stable(losses.Generator, null));

    /// <param name="losses">The losses.</param>
    /// <param name="output">What is declared of D's output.</param>
    /// <param name="penalties">The penalties, for local convergence, and for what those on the logits hold.</param>
    /// <param name="defaults">Values of the hyperparameters; NaN where one is unknown.</param>
    /// <param name="limit">What limits D's slope.</param>
    public static AnalysisResult Of(
        LossFormulas losses,
        DiscriminatorOutput output,
        EquatableArray<Penalty> penalties,
        IReadOnlyDictionary<string, double> defaults,
        SlopeLimit? limit = null)
    {
        var values = defaults.ToDictionary(static d => d.Key, static d => (Expr)new Constant(d.Value));
        return Work.Within(Budget, () =>
        {
            var (real, fake, generator) = (CurveOf(losses.Real, LossNames.Real), CurveOf(losses.Fake, LossNames.Fake), CurveOf(losses.Generator, LossNames.Generator));
            var balanced = Question.Find(() => new Interval?[] { BalancedLogit.Of(real, fake) })?[0];
            var directions = Question.Find(() => Directions.Of(real, fake, generator, balanced, output.Declared)) ?? new(Orientation.Logit, Question.TooLarge, Question.TooLarge);
            var ratio = Question.Find(() => DensityRatio.Of(real, fake));
            var isBounded = Question.Ask(() => Boundedness.ForEveryRatio(real, fake));
            var divergence = Question.Find(() => InducedDivergence.Of(real, fake, isBounded, ratio, limit)) ?? InducedDivergence.None;
            return new AnalysisResult(
                TextOf(defaults),
                directions,
                Question.Ask(() => Convexity.Of(real)),
                Question.Ask(() => Convexity.Of(fake)),
                Question.Ask(() => Boundedness.WhenEqual(real, fake)),
                isBounded,
                LogitPenalties.With(LogitPenalties.AreIn(penalties) ? Question.Ask(() => Boundedness.ForEveryRatio(LogitPenalties.OfReal(real, penalties), LogitPenalties.OfFake(fake, penalties))) : isBounded, penalties),
                Question.Ask(() => Saturation.Of(generator, directions.Orientation)),
                Question.Find(() => OptimalLogit.Of(real, fake, balanced, isBounded, ratio)) ?? new(null, null, Question.TooLarge),
                divergence,
                Question.Find(() => GeneratorDivergence.Of(real, fake, generator, divergence, ratio)) ?? GeneratorDivergence.None,
                Question.Find(() => DiracGan.Of(real, fake, generator, balanced, penalties)) ?? new(DiracGan.StrengthOf(penalties), null, Question.TooLarge));
        }) ?? Unknown(TextOf(defaults), DiracGan.StrengthOf(penalties));

        Curve CurveOf(Expr formula, string name) => new(formula.ReplaceParameters(values), output.Range, name);
    }

    private static AnalysisResult Unknown(string defaults, double gamma)
    {
        var unknown = Question.TooLarge;
        return new(defaults, new(Orientation.Logit, unknown, unknown), unknown, unknown, unknown, unknown, unknown, unknown, new(null, null, unknown), InducedDivergence.None, GeneratorDivergence.None, new(gamma, null, unknown));
    }

    private static string TextOf(IReadOnlyDictionary<string, double> defaults) => string.Join(", ", defaults.Select(static d => $"{d.Key} = {Numbers.Text(d.Value)}"));
}
