using Gan.Generators.Analysis;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>
/// f of two straight pieces, c·max(u − k, 0) up to a line: f′ is a step, and so is the best D. The same divergence has a gradient where D's output is bounded
/// between the two values of f′ by a smooth function: T = c·σ(t) with f*(T) = k·T; for k = 1, the total variation, that is built in as ½c·|u − 1|.
/// </summary>
internal static class StepDivergence
{
    /// <summary>What to write instead, and the formula to write in the place of f where one says it.</summary>
    public static (string Advice, string? Suggestion) Advice(ObjectiveDeclaration declaration)
    {
        var given = declaration.Formulas.Given.First(static formula => formula.Argument == nameof(DeclaredFormulas.F));
        var values = declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => (Expr)(h.Default ?? double.NaN));
        if (DeclaredFormula.Parse(declaration, given).Expression is not { } f
            || new Curve(f.ReplaceParameters(values), Interval.Of(0, double.PositiveInfinity, lowOpen: true)).Pieces is not [var left, var right]
            || Polynomial.LineOf(left.Formula) is not { } before || Polynomial.LineOf(right.Formula) is not { } after)
        {
            return ("", null);
        }

        var (kink, height) = (right.Range.Low, (after.Slope + -before.Slope).ToDouble());
        if (kink == 1)
        {
            var absolute = (height / 2 * Functions.Abs.Of(Expr.T - 1)).ReplaceLogit(new Parameter(given.Variable)).ToString();
            return ($"; {absolute} is the same divergence, by a bounded output of D", absolute);
        }

        var (real, fake) = (Simplifier.Simplify(-height * Functions.Sigmoid.Of(Expr.T)), Simplifier.Simplify(kink * height * Functions.Sigmoid.Of(Expr.T)));
        return ($"; by a bounded output of D the same divergence is Real = \"{real}\", Fake = \"{fake}\", Generator = \"{ScalarMultiple.Negated(fake)}\"", null);
    }
}
