using Gan.Generators.Basics;
using Gan.Generators.Declarations.LossFunctions;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Declarations;

/// <summary>Reads the schedules of hyperparameters: formulas of the step, among what else of the objective has a name.</summary>
internal static class ScheduleReader
{
    /// <summary>The name of the variable, which becomes <see cref="Logit"/> in the tree.</summary>
    public const string StepName = "step";

    /// <summary>What a schedule is called where a formula is named by its argument.</summary>
    public const string Argument = "Schedule";

    public static FormulaText FormulaOf(HyperparameterDeclaration hyperparameter) => new(Argument, hyperparameter.Schedule!, StepName);

    /// <summary>The hyperparameters that a formula can name: a schedule names none that training changes.</summary>
    public static IEnumerable<HyperparameterDeclaration> Known(EquatableArray<HyperparameterDeclaration> hyperparameters, string argument)
        => hyperparameters.Where(h => argument != Argument || !h.IsVariable);

    /// <summary>The hyperparameters, those with a schedule with its value at step 0 as default.</summary>
    public static EquatableArray<HyperparameterDeclaration> AtFirstStep(
        EquatableArray<HyperparameterDeclaration> hyperparameters, EquatableArray<LossFunctionDeclaration> functions, EquatableArray<NamedConstant> constants)
        => hyperparameters.Any(static h => h.Schedule is not null)
            ? hyperparameters.Select(h => h.Schedule is null ? h : h with { Default = AtDefaults(h, hyperparameters, functions, constants)?.Evaluate(0) ?? 0 }).ToEquatableArray()
            : hyperparameters;

    /// <summary>The schedule with the defaults of the hyperparameters that it names; null where it does not parse.</summary>
    public static Expr? AtDefaults(
        HyperparameterDeclaration scheduled, EquatableArray<HyperparameterDeclaration> hyperparameters, EquatableArray<LossFunctionDeclaration> functions, EquatableArray<NamedConstant> constants)
    {
        var known = Known(hyperparameters, Argument).GroupBy(static h => h.FormulaName).ToDictionary(static g => g.Key, static g => (Expr)(g.First().Default ?? double.NaN));
        return FormulaParser.Parse(scheduled.Schedule!, [.. known.Keys], StepName, [.. functions.Select(static function => function.Function)], constants).Expression?.ReplaceParameters(known);
    }
}
