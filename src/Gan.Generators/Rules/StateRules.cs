using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>A state is a property that only its update changes, from a value in its range, by what the batches of a step are.</summary>
internal static class StateRules
{
    // Values that statistics of logits can have. Each is tried for all statistics at once.
    private static readonly double[] s_statistics = [0.5, -0.75, 0, 2.25, -3, 8];

    /// <summary>What the property must be.</summary>
    public static IEnumerable<Finding> CheckShape(HyperparameterDeclaration state)
    {
        var property = state.Property;
        var target = new FindingTarget.Hyperparameter(property);
        if (!state.Shape.IsDouble)
            yield return Finding.Of(Descriptors.HyperparameterType, target, property, state.Shape.Type);
        if (state.Shape.IsStatic)
            yield return Finding.Of(Descriptors.StaticHyperparameter, target, property);
        if (!state.IsComputed)
            yield return Finding.Of(Descriptors.StateProperty, target, property);
        if (state.HasOtherAttribute)
            yield return Finding.Of(Descriptors.StateIsMore, target, property);

        var range = HyperparameterRange.Of(state);
        if (!range.IsEmpty && state.Default is { } initial && !range.Contains(initial))
            yield return Finding.Of(Descriptors.InitialOutOfRange, new FindingTarget.State(property, nameof(StateAttribute.Initial)), property, HyperparameterRange.Show(initial), range.ToString());
    }

    /// <summary>What the updates must be.</summary>
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        Finding[] errors = [.. FormulaErrorRules.CheckUpdates(declaration)];
        return errors.Length > 0 ? errors : declaration.Updates.SelectMany(entry => Check(entry.State, DeclaredFormula.Parse(declaration, entry.Formula).Expression, declaration));
    }

    private static IEnumerable<Finding> Check(HyperparameterDeclaration state, Expr? update, ObjectiveDeclaration declaration)
    {
        if (update is null) yield break;
        var target = new FindingTarget.State(state.Property, StateReader.Argument);
        if (!update.HasStatistic)
            yield return Finding.Of(Descriptors.UpdateWithoutBatch, target, state.Property);
        else if (!Array.Exists(s_statistics, value => Numbers.IsFinite(At(update, value, declaration))))
            yield return Finding.Of(Descriptors.UndefinedUpdate, target, state.Property);
    }

    /// <summary>The next value after the first step, where all statistics have a value.</summary>
    private static double At(Expr update, double statistic, ObjectiveDeclaration declaration)
    {
        var values = declaration.Hyperparameters.GroupBy(static h => h.FormulaName).ToDictionary(static g => g.Key, static g => (Expr)(g.First().Default ?? double.NaN));
        foreach (var name in update.Statistics()) values[name.Name] = statistic;
        return update.ReplaceParameters(values).Evaluate(0);
    }
}
