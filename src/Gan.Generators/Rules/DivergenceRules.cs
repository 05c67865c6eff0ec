using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>What makes a function f the generator of a divergence. Asked only where f is a right formula.</summary>
internal static class DivergenceRules
{
    /// <summary>Rounding of a few operations on numbers of moderate size.</summary>
    private const double Roundoff = 1e-12;

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        foreach (var formula in declaration.Formulas.Given.Where(static formula => formula.Argument == nameof(DeclaredFormulas.F)))
        {
            var defaults = declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? double.NaN);
            if (DeclaredFormula.Parse(declaration, formula).Expression is not { } f)
                continue;

            var atDefaults = f.ReplaceParameters(defaults.ToDictionary(static d => d.Key, static d => (Expr)new Constant(d.Value)));
            if (Question.Ask(() => Convexity.OnPositives(Simplifier.Simplify(atDefaults))) is Verdict.Refuted refuted)
                yield return Finding.Of(Descriptors.DivergenceNotConvex, new FindingTarget.Formula(formula.Argument, 0, formula.Text.Length), Numbers.Text(refuted.Witness));

            var atOne = f.Evaluate(1, defaults);
            if (!(Math.Abs(atOne) <= Roundoff))
                yield return Finding.Of(Descriptors.DivergenceOffset, new FindingTarget.Formula(formula.Argument, 0, formula.Text.Length), Numbers.Text(atOne));
        }
    }
}
