using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>The target of a label smoothing must be a probability that still says "real".</summary>
internal static class LabelSmoothingRules
{
    private static readonly FindingTarget s_target = new FindingTarget.LabelSmoothing(Target: true);

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        if (declaration.Smoothing is not { } smoothing)
            yield break;

        if (declaration.Formulas.Given.FirstOrDefault(formula => DeclaredFormula.Parse(declaration, formula).Expression is { } expression && BatchLosses.IsOfBatch(expression)) is { } ofBatch)
            yield return Finding.Of(Descriptors.SmoothedBatch, new FindingTarget.LabelSmoothing(), ofBatch.Argument);

        if (smoothing.TargetFrom is { } property)
        {
            if (declaration.Hyperparameters.FirstOrDefault(h => h.Property == property) is not { } hyperparameter)
            {
                var nearest = NearestName.Find(property, declaration.Hyperparameters.Select(static h => h.Property));
                var advice = nearest is null ? "declare a [Hyperparameter] property of that name" : $"did you mean '{nearest}'?";
                yield return Finding.Of(Descriptors.SmoothingFrom, s_target, property, "which is not a hyperparameter of this objective: " + advice) with { Suggestion = nearest };
            }
            else if (HyperparameterRange.Of(hyperparameter) is var range && !(range.Min >= 0.5 && range.Max <= 1))
            {
                yield return Finding.Of(Descriptors.SmoothingFrom, s_target, property, $"whose range {range} is not within 0.5 to 1: give it Min = 0.5 and Max = 1");
            }
        }
        else if (!(smoothing.Target > 0.5 && smoothing.Target <= 1))
        {
            yield return Finding.Of(Descriptors.SmoothingTarget, s_target, Numbers.Text(smoothing.Target));
        }
    }
}
