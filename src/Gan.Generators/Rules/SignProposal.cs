using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>What a formula with a wrong sign was meant to be: its negation, its mirror image or both, and only where the analysis proves that it mends what was found.</summary>
internal static class SignProposal
{
    /// <summary>What the search may cost.</summary>
    private const long Budget = 200_000;

    /// <summary>The first candidate that mends it and by which G does not stop learning, else the first that mends it.</summary>
    public static string? Find(CompiledObjective objective, FormulaText formula, Func<AnalysisResult, bool> isMended)
        => Work.Within(Budget, () => Search(objective, formula, isMended));

    private static string? Search(CompiledObjective objective, FormulaText formula, Func<AnalysisResult, bool> isMended)
    {
        if (DeclaredFormula.Parse(objective.Declaration, formula).Expression is not { } f) return null;
        var mirrored = f.ReplaceLogit(-Expr.T);
        // The form that is maximised turns both signs in a pair; a flipped sign inside turns one.
        Expr[] candidates = objective.Declaration.Formulas.HasPair ? [-mirrored, mirrored, -f] : [-f, mirrored, -mirrored];
        var mending = candidates.Select(static candidate => TextPrinter.Print(StableForm.Rewrite(candidate)))
            .Where(text => IsMendedBy(objective, formula with { Text = text }, isMended))
            .ToArray();
        return mending.FirstOrDefault(text => IsMendedBy(objective, formula with { Text = text }, static mended => mended.GeneratorSaturates.IsRefuted)) ?? mending.FirstOrDefault();
    }

    /// <summary>Whether the analysis says so of the objective with one of its formulas replaced.</summary>
    public static bool IsMendedBy(CompiledObjective objective, FormulaText formula, Func<AnalysisResult, bool> isMended)
    {
        var formulas = objective.Declaration.Formulas;
        var changed = objective.Declaration with
        {
            Formulas = formula.Argument switch
            {
                nameof(DeclaredFormulas.FD) => formulas with { FD = formula.Text },
                nameof(DeclaredFormulas.FG) => formulas with { FG = formula.Text },
                nameof(DeclaredFormulas.Real) => formulas with { Real = formula.Text },
                nameof(DeclaredFormulas.Fake) => formulas with { Fake = formula.Text },
                _ => formulas with { Generator = formula.Text },
            },
        };
        return LossCompiler.LossesOf(changed) is { } losses && isMended(ObjectiveAnalysis.Of(new(changed, losses)));
    }
}
