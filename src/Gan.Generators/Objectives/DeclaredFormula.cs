using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Reading;

namespace Gan.Generators.Objectives;

/// <summary>Reads a formula among what its declaration gives names to: hyperparameters, constants and loss functions.</summary>
internal static class DeclaredFormula
{
    // Each rule asks for the same few formulas. A declaration lives as long as what is known of it, and no longer.
    private static readonly ConditionalWeakTable<ObjectiveDeclaration, ConcurrentDictionary<FormulaText, FormulaResult>> s_known = new();

    public static FormulaResult Parse(ObjectiveDeclaration declaration, FormulaText formula)
        => s_known.GetValue(declaration, static _ => new()).GetOrAdd(formula, _ => ParseOnce(declaration, formula));

    private static FormulaResult ParseOnce(ObjectiveDeclaration declaration, FormulaText formula)
        => FormulaParser.Parse(
            formula.Text,
            [.. ScheduleReader.Known(declaration.Hyperparameters, formula.Argument).Select(static hyperparameter => hyperparameter.FormulaName)],
            formula.Variable,
            [.. declaration.LossFunctions.Select(static function => function.Function)],
            declaration.Constants,
            WhyNoBatches(formula.Argument));

    /// <summary>Why a formula cannot speak of the batches; null where it can.</summary>
    private static string? WhyNoBatches(string argument) => argument switch
    {
        nameof(DeclaredFormulas.FD) or nameof(DeclaredFormulas.FG) => $"{argument} is one formula for real and for generated samples; to use batches, give Real, Fake and Generator instead of FD and FG",
        nameof(DeclaredFormulas.F) => "f is a function of a density ratio, which has no batch",
        nameof(DeclaredFormulas.Real) or nameof(DeclaredFormulas.Fake) or nameof(DeclaredFormulas.Generator) or StateReader.Argument => null,
        _ => BatchNames.NotHere,
    };
}
