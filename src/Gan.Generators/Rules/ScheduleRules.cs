using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Rules;

/// <summary>A schedule computes a property that nothing else sets, from the step, and stays in the property's range.</summary>
internal static class ScheduleRules
{
    /// <summary>What the property must be.</summary>
    public static IEnumerable<Finding> CheckShape(HyperparameterDeclaration hyperparameter)
    {
        var property = hyperparameter.Property;
        var target = new FindingTarget.Hyperparameter(property);
        if (!hyperparameter.Shape.IsDouble)
            yield return Finding.Of(Descriptors.HyperparameterType, target, property, hyperparameter.Shape.Type);
        if (hyperparameter.Shape.IsStatic)
            yield return Finding.Of(Descriptors.StaticHyperparameter, target, property);
        if (!hyperparameter.IsComputed)
            yield return Finding.Of(Descriptors.ScheduledProperty, target, property);
        else if (hyperparameter.HasDefault)
            yield return Finding.Of(Descriptors.StrayDefault, target, property, "has a schedule", "remove it");
    }

    /// <summary>What the formulas must be.</summary>
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        Finding[] errors = [.. FormulaErrorRules.CheckSchedules(declaration)];
        return errors.Length > 0 ? errors : declaration.Schedules.SelectMany(entry => Check(entry.Hyperparameter, declaration));
    }

    private static IEnumerable<Finding> Check(HyperparameterDeclaration hyperparameter, ObjectiveDeclaration declaration)
    {
        if (ScheduleReader.AtDefaults(hyperparameter, declaration.Hyperparameters, declaration.LossFunctions, declaration.Constants) is not { } schedule)
            yield break;
        var target = new FindingTarget.Schedule(hyperparameter.Property);
        if (!schedule.HasLogit)
            yield return Finding.Of(Descriptors.ConstantSchedule, target, hyperparameter.Property);

        var range = HyperparameterRange.Of(hyperparameter);
        foreach (var step in StepsOf(schedule))
        {
            if (IsNearly(schedule.Evaluate(step), range)) continue;
            yield return Finding.Of(Descriptors.ScheduleOutOfRange, target, hyperparameter.Property, HyperparameterRange.Show(Rounded(schedule.Evaluate(step))), HyperparameterRange.Show(step), range.ToString());
            yield break;
        }
    }

    /// <summary>Rounding may take a schedule past a limit that it ends at, which the generated code mends.</summary>
    private static bool IsNearly(double value, HyperparameterRange range)
        => range.Contains(value) || (!range.Exclusive && Numbers.IsFinite(value) && (Near(value, range.Min) || Near(value, range.Max)));

    private static bool Near(double value, double limit) => Numbers.IsFinite(limit) && Math.Abs(value - limit) <= 1e-12 * Math.Abs(limit);

    /// <summary>The steps where something may change: the first, the numbers of the formula with their neighbours, and round numbers.</summary>
    private static IEnumerable<double> StepsOf(Expr schedule)
    {
        double[] numbers = [.. schedule.Nodes().OfType<Constant>().Select(static node => Math.Floor(node.Value)).OrderBy(static n => n)];
        return numbers.Prepend(0).Concat(numbers.SelectMany(static n => new[] { n + 1, n - 1, Math.Floor(n / 2) })).Concat(Enumerable.Range(0, 19).Select(static i => Math.Floor(Math.Pow(10, i / 2.0))))
            .Where(static step => step is >= 0 and < 1e15).Distinct();
    }

    private static double Rounded(double value) => Numbers.IsFinite(value) ? Witness.Rounded(value) : value;
}
