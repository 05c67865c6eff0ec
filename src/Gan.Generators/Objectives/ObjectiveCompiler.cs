using Gan.Generators.Declarations;
using Gan.Generators.Diagnostics;
using Gan.Generators.Expressions;

namespace Gan.Generators.Objectives;

/// <summary>Turns a declaration into the losses it means.</summary>
internal static class ObjectiveCompiler
{
    /// <summary>The compiled objective; null where the declaration has an error, which the analyzer reports.</summary>
    public static CompiledObjective? Compile(ObjectiveDeclaration declaration)
    {
        var meaning = new Lazy<LossFormulas?>(() => LossesOf(declaration));
        return !ObjectiveRules.Check(declaration, meaning).Any(static finding => finding.IsError)
            && declaration.LossFunctions.All(static function => function.Body is not null)
            && meaning.Value is { } losses
            ? new(declaration, losses)
            : null;
    }

    /// <summary>The losses, whatever else of the declaration is wrong; null where a formula is missing or does not parse.</summary>
    public static LossFormulas? LossesOf(ObjectiveDeclaration declaration)
    {
        // The generated setters keep every value within its range.
        var ranges = declaration.Hyperparameters
            .GroupBy(static h => h.FormulaName)
            .ToDictionary(static g => g.Key, static g => Interval.Of(g.First().Min, g.First().Max, g.First().Exclusive, g.First().Exclusive));
        return DeclaredLossesOf(declaration, ranges) is { } losses
            ? declaration.Smoothing is { } smoothing ? losses.Smoothed(TargetOf(smoothing), ranges) : losses
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
            => formulas.Given.FirstOrDefault(formula => formula.Argument == argument) is { } given ? DeclaredFormula.Parse(declaration, given).Expression : null;
    }

    private static Expr TargetOf(LabelSmoothingDeclaration smoothing)
        => smoothing.TargetFrom is { } property ? new Parameter(HyperparameterDeclaration.FormulaNameOf(property)) : smoothing.Target;
}
