using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

/// <summary>Each hyperparameter must be a number that an instance can set, within a range that holds its default, under a name that formulas can use.</summary>
internal static class HyperparameterRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.Hyperparameters.SelectMany(hyperparameter =>
            ShapeOf(hyperparameter).Concat(CheckRange(hyperparameter)).Concat(CheckName(hyperparameter, declaration)));

    private static IEnumerable<Finding> ShapeOf(HyperparameterDeclaration hyperparameter)
        => hyperparameter.Update is not null ? StateRules.CheckShape(hyperparameter) : hyperparameter.Schedule is not null ? ScheduleRules.CheckShape(hyperparameter) : CheckShape(hyperparameter);

    private static IEnumerable<Finding> CheckShape(HyperparameterDeclaration hyperparameter)
    {
        if (!hyperparameter.Shape.IsDouble)
            yield return Of(Descriptors.HyperparameterType, hyperparameter, hyperparameter.Shape.Type);
        if (hyperparameter.Shape.IsStatic)
            yield return Of(Descriptors.StaticHyperparameter, hyperparameter);
        if (!hyperparameter.Shape.HasGetAndInit)
            yield return Of(Descriptors.HyperparameterAccessors, hyperparameter);
        else if (hyperparameter is { Default: null, Shape.IsDouble: true })
            yield return Of(Descriptors.HyperparameterDefault, hyperparameter);
        if (hyperparameter.Shape.StrayDefault is { } value)
        {
            yield return hyperparameter.Shape.IsPartial
                ? Of(Descriptors.StrayDefault, hyperparameter, "has an initialiser", "remove one of the two")
                : Of(Descriptors.StrayDefault, hyperparameter, "is not partial", $"initialise it, '= {Numbers.Text(value)}', or make it partial");
        }
    }

    private static IEnumerable<Finding> CheckRange(HyperparameterDeclaration hyperparameter)
    {
        var range = HyperparameterRange.Of(hyperparameter);
        if (range.IsEmpty)
            yield return Of(Descriptors.EmptyRange, hyperparameter, range.ToString());
        else if (hyperparameter is { IsVariable: false, Default: { } value } && !range.Contains(value))
            yield return Of(Descriptors.DefaultOutOfRange, hyperparameter, Numbers.Text(value), range.ToString());
    }

    private static IEnumerable<Finding> CheckName(HyperparameterDeclaration hyperparameter, ObjectiveDeclaration declaration)
    {
        var name = hyperparameter.FormulaName;
        var first = declaration.Hyperparameters.First(other => other.FormulaName == name);
        if (FormulaNames.MeaningOf(name) is { } meaning)
            yield return Of(Descriptors.HyperparameterNameTaken, hyperparameter, name, meaning);
        else if (!ReferenceEquals(first, hyperparameter))
            yield return Of(Descriptors.HyperparameterNameTwice, hyperparameter, first.Property, name);
    }

    private static Finding Of(DiagnosticDescriptor descriptor, HyperparameterDeclaration hyperparameter, params string[] arguments)
        => Finding.Of(descriptor, new FindingTarget.Hyperparameter(hyperparameter.Property), [hyperparameter.Property, .. arguments]);
}
