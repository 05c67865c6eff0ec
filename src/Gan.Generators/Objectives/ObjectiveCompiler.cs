using Gan.Generators.Declarations;
using Gan.Generators.Diagnostics;
using Gan.Generators.Expressions;

namespace Gan.Generators.Objectives;

/// <summary>Turns a declaration into the losses it means.</summary>
internal static class ObjectiveCompiler
{
    /// <summary>The compiled objective; null where the declaration has an error, which the analyzer reports.</summary>
    public static CompiledObjective? Compile(ObjectiveDeclaration declaration)
        => !ObjectiveRules.Check(declaration).Any(static finding => finding.IsError) && LossesOf(declaration) is { } losses
            ? new(declaration, losses)
            : null;

    private static LossFormulas? LossesOf(ObjectiveDeclaration declaration)
    {
        var names = declaration.Hyperparameters.Select(static h => h.FormulaName).ToArray();
        var formulas = declaration.Formulas;
        if (formulas.F is { } f)
            return FormulaParser.Parse(f, names, "u").Expression is { } divergence ? LossFormulas.OfDivergence(divergence, formulas.NonSaturating) : null;
        if (formulas.HasPair)
            return Parse(formulas.FD) is { } discriminator && Parse(formulas.FG) is { } generator ? LossFormulas.OfPair(discriminator, generator) : null;
        return Parse(formulas.Real) is { } real && Parse(formulas.Fake) is { } fake && Parse(formulas.Generator) is { } ofGenerator
            ? LossFormulas.OfThree(real, fake, ofGenerator)
            : null;

        Expr? Parse(string? text) => text is null ? null : FormulaParser.Parse(text, names).Expression;
    }
}
