using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Kernels;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Formulas.Writing.Tensors;

namespace Gan.Generators.Objectives;

/// <summary>Turns a declaration into the losses it means.</summary>
internal static class LossCompiler
{
    /// <summary>What it may cost to bring the losses into their stable form, and to write them and their slopes: many times what any published loss does.</summary>
    public const long MeaningBudget = 30_000, WritingBudget = 25_000;

    /// <summary>The losses, whatever else of the declaration is wrong; null where a formula is missing, does not parse, or is too large to be written as code.</summary>
    public static LossFormulas? LossesOf(ObjectiveDeclaration declaration)
        => Work.Within(MeaningBudget, () => MeaningOf(declaration)) is { } losses && Work.Within(WritingBudget, () => Written(losses)) is not null ? losses : null;

    private static LossFormulas? MeaningOf(ObjectiveDeclaration declaration)
    {
        // The generated setters keep every value within its range.
        var ranges = declaration.Hyperparameters
            .GroupBy(static h => h.FormulaName)
            .ToDictionary(static g => g.Key, static g => Interval.Of(g.First().Min, g.First().Max, g.First().Exclusive, g.First().Exclusive));
        return DeclaredLossesOf(declaration, ranges) is { } losses
            ? TargetOf(declaration) is { } target ? losses.Smoothed(target, ranges) : losses
            : null;
    }

    private static LossFormulas? DeclaredLossesOf(ObjectiveDeclaration declaration, IReadOnlyDictionary<string, Interval> ranges)
    {
        var formulas = declaration.Formulas;
        if (formulas.F is not null)
            return Parse(nameof(formulas.F)) is { } divergence ? LossFormulas.OfDivergence(divergence, formulas.NonSaturating, ranges) : null;
        if (formulas.HasPair)
            return Parse(nameof(formulas.FD)) is { } discriminator && Parse(nameof(formulas.FG)) is { } generator ? LossFormulas.OfPair(discriminator, generator, ranges) : null;
        return Parse(nameof(formulas.Real)) is { } real && Parse(nameof(formulas.Fake)) is { } fake && Parse(nameof(formulas.Generator)) is { } ofGenerator
            ? LossFormulas.OfThree(real, fake, ofGenerator, ranges)
            : null;

        Expr? Parse(string argument)
            => formulas.Given.FirstOrDefault(formula => formula.Argument == argument) is { } given && DeclaredFormula.Parse(declaration, given).Expression is { } formula ? BatchLosses.Stable(formula, ranges) : null;
    }

    /// <summary>τ of the label smoothing; null where there is none, or where it names no hyperparameter: what it names may be no name at all.</summary>
    private static Expr? TargetOf(ObjectiveDeclaration declaration) => declaration.Smoothing switch
    {
        null => null,
        { TargetFrom: null, Target: var target } => target,
        { TargetFrom: var property } => declaration.Hyperparameters.FirstOrDefault(h => h.Property == property) is { } hyperparameter ? new Parameter(hyperparameter.FormulaName) : null,
    };

    /// <summary>Every form that is written of a loss: some grow much larger than the formula.</summary>
    private static string[] Written(LossFormulas losses)
        => [.. BatchLosses.FormulasOf(losses).SelectMany(static loss =>
        {
            var slope = Derivative.Of(loss);
            return new[] { loss, slope }.SelectMany(static formula => new[] { TextPrinter.Print(formula), LatexPrinter.Print(formula), TensorPrinter.Print(formula, FormulaParser.LogitName).Result })
                .Concat(KernelPrinter.Print(loss, LogarithmTerm.Of(loss), slope, static parameter => parameter).Statements);
        })];
}
