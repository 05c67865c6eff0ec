using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Formulas.Writing.Tensors;
using Gan.Generators.Penalties;

namespace Gan.Generators.Declarations;

/// <summary>Reads the formulas of penalties, among what the objective gives names to.</summary>
internal static class PenaltyFormulaReader
{
    /// <summary>What it may cost to bring a formula into its stable form, and to write it: as of a loss.</summary>
    private const long Budget = 30_000;

    public static Penalty Read(Penalty penalty, EquatableArray<HyperparameterDeclaration> hyperparameters, IReadOnlyCollection<UserFunction> functions, EquatableArray<NamedConstant> constants)
    {
        return penalty.Formulas.Any() ? penalty.WithFormulas(Read) : penalty;

        PenaltyFormula Read(PenaltyFormula formula)
        {
            string[] names = [.. hyperparameters.Select(static h => h.FormulaName)];
            var meaning = FormulaParser.Parse(formula.Text, names, formula.Variable, functions, constants).Expression is { } written ? Work.Within(Budget, () => Stable(written)) : null;
            return formula with { Meaning = meaning, AtDefaults = meaning is null ? null : AtDefaults(meaning, hyperparameters) };
        }

        Expr Stable(Expr written)
        {
            var ranges = hyperparameters.GroupBy(static h => h.FormulaName).ToDictionary(static g => g.Key, static g => Interval.Of(g.First().Min, g.First().Max, g.First().Exclusive, g.First().Exclusive));
            var stable = StableForm.Rewrite(written, ranges);
            _ = (TextPrinter.Print(stable), LatexPrinter.Print(stable), TensorPrinter.Print(stable, FormulaParser.LogitName));
            return stable;
        }
    }

    private static Expr? AtDefaults(Expr meaning, EquatableArray<HyperparameterDeclaration> hyperparameters)
        => Work.Within(Budget, () => Simplifier.Simplify(meaning.ReplaceParameters(hyperparameters.GroupBy(static h => h.FormulaName).ToDictionary(static g => g.Key, static g => (Expr)(g.First().Default ?? double.NaN)))));
}
