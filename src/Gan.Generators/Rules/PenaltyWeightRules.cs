using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Penalties;

namespace Gan.Generators.Rules;

/// <summary>A weight that a hyperparameter gives: it must be one, never negative, and the only one.</summary>
internal static class PenaltyWeightRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.Penalties.SelectMany((penalty, index) => penalty.WeightFrom is { } property ? Check(penalty, property, index, declaration) : []);

    private static IEnumerable<Finding> Check(Penalty penalty, string property, int index, ObjectiveDeclaration declaration)
    {
        if (penalty.NumberBesides is { } number)
            yield return Finding.Of(Descriptors.WeightTwice, new FindingTarget.Penalty(index), penalty.AttributeName, number);

        if (declaration.Hyperparameters.FirstOrDefault(h => h.Property == property) is not { } hyperparameter)
        {
            var nearest = NearestName.Find(property, declaration.Hyperparameters.Select(static h => h.Property));
            var advice = nearest is null ? "declare a [Hyperparameter] property of that name" : $"did you mean '{nearest}'?";
            yield return Finding.Of(Descriptors.UnknownWeight, new FindingTarget.Penalty(index, nameof(Penalty.WeightFrom)), penalty.AttributeName, property, advice) with { Suggestion = nearest };
        }
        else if (!(hyperparameter.Min >= 0))
        {
            yield return Finding.Of(Descriptors.NegativeWeight, new FindingTarget.Hyperparameter(property), property, penalty.AttributeName);
        }
    }
}
