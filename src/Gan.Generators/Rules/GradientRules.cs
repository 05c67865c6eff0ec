using Gan.Generators.Analysis;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

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
        var range = DiscriminatorOutput.Of(objective.Declaration).Range;
        var (real, fake, generator) = (new Curve(losses.Real, range), new Curve(losses.Fake, range), new Curve(losses.Generator, range));
        var declared = objective.Losses;
        if (Discrimination.WhyImpossible(real, fake, BalancedLogit.Of(real, fake)) is { } blind)
        {
            var given = formulas.Given.First();
            var reason = formulas.HasPair && blind == Discrimination.Same ? "f_D(-t) = f_D(t), up to a constant" : blind;
            return [Finding.Of(Descriptors.CannotDiscriminate, Whole(given), reason + result.AtDefaults)];
        }

        return formulas.Given.Select(formula => formula.Argument switch
        {
            nameof(DeclaredFormulas.Real) => Check(formula, "Real", declared.Real, real, Tail.Left, "D learns nothing from real samples", RealForFake),
            nameof(DeclaredFormulas.Fake) => Check(formula, "Fake", declared.Fake, fake, Tail.Right, "D learns nothing from fake samples", FakeForReal),
            nameof(DeclaredFormulas.FD) => Check(formula, "Fake(t) = f_D(t)", declared.Fake, fake, Tail.Right, "D learns nothing", FakeForReal),
            nameof(DeclaredFormulas.FG) => Check(formula, "Generator(t) = f_G(-t)", declared.Generator, generator, Tail.Left, "G learns nothing", FakeForFake),
            nameof(DeclaredFormulas.Generator) => Check(formula, "Generator", declared.Generator, generator, Tail.Left, "G learns nothing", FakeForFake),
            _ => Check(formula, "Real(t) = -f'(eᵗ)", declared.Real, real, Tail.Left, "D learns nothing", RealForFake),
        }).OfType<Finding>();

        Finding? Check(FormulaText formula, string name, Expr forAll, Curve loss, Tail wrongSide, string ifEverywhere, string ifThere)
        {
            // A weight may start from 0 and grow while training: flat is what is flat with every value.
            if (FlatTail.IsEverywhere(loss))
            {
                if (!FlatTail.IsEverywhere(new Curve(forAll, range))) return null;
                var (advice, suggestion) = formula.Argument == nameof(DeclaredFormulas.F) ? StepDivergence.Advice(objective.Declaration) : ("", null);
                return Of(formula, name, "anywhere", "", ifEverywhere, advice) with { Suggestion = suggestion };
            }

            var orientation = result.Directions.Orientation ?? (IsOfSign(real, -1) && IsOfSign(fake, 1) ? Orientation.Logit : null);
            var tail = orientation == Orientation.Energy ? (Tail)(-(int)wrongSide) : wrongSide;
            return orientation is not null && FlatTail.Of(loss, tail) is { } flat ? Of(formula, name, flat.ToString(), result.AtDefaults, ifThere, "") : null;
        }

        Finding Of(FormulaText formula, string name, string where, string values, string consequence, string advice)
            => Finding.Of(Descriptors.NoGradient, Whole(formula), name, where + values, consequence, advice);
    }

    private static bool IsOfSign(Curve loss, int sign)
        => IntervalEvaluator.Evaluate(loss.Slope, loss.Range) is { IsPartial: false } slopes && (sign > 0 ? slopes.IsNotNegative : slopes.IsNotPositive);

    private static FindingTarget.Formula Whole(FormulaText given) => new(given.Argument, 0, given.Text.Length);
}
