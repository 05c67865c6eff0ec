using Gan.Generators.Analysis;
using Gan.Generators.Declarations;
using Gan.Generators.Objectives;

namespace Gan.Generators.Diagnostics;

/// <summary>Losses that teach a player nothing: D's that are the same of real and fake samples, and any without a gradient, on the whole line or on the half of it that matters.</summary>
internal static class GradientRules
{
    private const string RealForFake = "D takes real samples for fakes there, and learns nothing from them";
    private const string FakeForReal = "D takes fakes for real samples there, and learns nothing from them";
    private const string FakeForFake = "D is sure of fakes there, and G learns nothing from them";

    /// <param name="objective">An objective without errors.</param>
    /// <param name="result">What is known of it.</param>
    public static IEnumerable<Finding> Check(CompiledObjective objective, AnalysisResult result)
    {
        var formulas = objective.Declaration.Formulas;
        var losses = objective.Losses.AtValues(objective.Declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? double.NaN));
        var (real, fake, generator) = (Curve.OnLine(losses.Real), Curve.OnLine(losses.Fake), Curve.OnLine(losses.Generator));
        if (Discrimination.IsImpossible(real, fake, BalancedLogit.Of(real, fake)) is Verdict.Proved blind)
        {
            var given = formulas.Given.First();
            var reason = formulas.HasPair && blind.Reason == Discrimination.Same ? "f_D(-t) = f_D(t), up to a constant" : blind.Reason;
            return [Finding.Of(Descriptors.CannotDiscriminate, Whole(given), reason + result.AtDefaults)];
        }

        return formulas.Given.Select(formula => formula.Argument switch
        {
            nameof(FormulaTexts.Real) => Check(formula, "Real", real, Tail.Left, "D learns nothing from real samples", RealForFake),
            nameof(FormulaTexts.Fake) => Check(formula, "Fake", fake, Tail.Right, "D learns nothing from fake samples", FakeForReal),
            nameof(FormulaTexts.FD) => Check(formula, "Fake(t) = f_D(t)", fake, Tail.Right, "D learns nothing", FakeForReal),
            nameof(FormulaTexts.FG) => Check(formula, "Generator(t) = f_G(-t)", generator, Tail.Left, "G learns nothing", FakeForFake),
            nameof(FormulaTexts.Generator) => Check(formula, "Generator", generator, Tail.Left, "G learns nothing", FakeForFake),
            _ => Check(formula, "Real(t) = -f'(eᵗ)", real, Tail.Left, "D learns nothing", RealForFake),
        }).OfType<Finding>();

        Finding? Check(FormulaText formula, string name, Curve loss, Tail wrongSide, string ifEverywhere, string ifThere)
        {
            if (FlatTail.IsEverywhere(loss))
            {
                var (advice, suggestion) = formula.Argument == nameof(FormulaTexts.F) ? StepDivergence.Advice(objective.Declaration) : ("", null);
                return Of(formula, name, "anywhere", ifEverywhere, advice) with { Suggestion = suggestion };
            }

            // Which side is the wrong one is known where D's direction is, and of a divergence.
            var isKnown = formula.Argument == nameof(FormulaTexts.F) || result.Directions.Discriminator.IsProved;
            var tail = result.Directions.Orientation == Orientation.Energy ? (Tail)(-(int)wrongSide) : wrongSide;
            return isKnown && FlatTail.Of(loss, tail) is { } flat ? Of(formula, name, flat.ToString(), ifThere, "") : null;
        }

        Finding Of(FormulaText formula, string name, string where, string consequence, string advice)
            => Finding.Of(Descriptors.NoGradient, Whole(formula), name, where + result.AtDefaults, consequence, advice);
    }

    private static FindingTarget.Formula Whole(FormulaText given) => new(given.Argument, 0, given.Text.Length);
}
