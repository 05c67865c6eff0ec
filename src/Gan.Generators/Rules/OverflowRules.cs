using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>Losses that leave the range of float32 at logits of ordinary size, where no form was found that does not.</summary>
internal static class OverflowRules
{
    /// <summary>What the search through one formula's losses may cost.</summary>
    private const long Budget = 100_000;

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration, LossFormulas losses)
    {
        var logits = DiscriminatorOutput.Of(declaration).Range;
        var defaults = declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? 0);
        foreach (var formula in declaration.Formulas.Given)
        {
            var overflow = Work.Within(Budget, () => LossesFrom(formula.Argument, losses).Select(loss => OverflowFinder.Find(loss, defaults, logits)).FirstOrDefault(static found => found is not null));
            if (overflow is not null)
            {
                yield return Finding.Of(
                    Descriptors.Overflow,
                    new FindingTarget.Formula(formula.Argument, 0, formula.Text.Length),
                    TextPrinter.Print(overflow.Part),
                    Numbers.Text(overflow.Logit),
                    double.IsNaN(overflow.Value) ? "NaN" : "infinite");
            }
        }
    }

    /// <summary>The losses that come of one argument. A pair's real and fake loss mirror each other: one of them tells.</summary>
    private static IEnumerable<Expr> LossesFrom(string argument, LossFormulas losses) => argument switch
    {
        nameof(DeclaredFormulas.FD) or nameof(DeclaredFormulas.Fake) => [losses.Fake],
        nameof(DeclaredFormulas.FG) or nameof(DeclaredFormulas.Generator) => [losses.Generator],
        nameof(DeclaredFormulas.Real) => [losses.Real],
        _ => [losses.Real, losses.Fake],
    };
}
