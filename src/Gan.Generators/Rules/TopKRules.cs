using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>Top-k training needs a share of the batch, and a loss of generated samples alone.</summary>
internal static class TopKRules
{
    private static readonly FindingTarget s_share = new FindingTarget.TopK(Share: true);

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        if (declaration.TopK is not { } top)
            yield break;

        if (declaration.Coupling != Coupling.None)
            yield return Finding.Of(Descriptors.TopKCoupled, new FindingTarget.TopK(), declaration.Type.Self.Name);

        if (top.ShareFrom is { } property)
        {
            if (declaration.Hyperparameters.FirstOrDefault(h => h.Property == property) is not { } hyperparameter)
            {
                var nearest = NearestName.Find(property, declaration.Hyperparameters.Select(static h => h.Property));
                var advice = nearest is null ? "declare a [Hyperparameter] property of that name" : $"did you mean '{nearest}'?";
                yield return Finding.Of(Descriptors.TopKShare, s_share, $"comes from '{property}', which is not a hyperparameter of this objective: {advice}") with { Suggestion = nearest };
            }
            else if (HyperparameterRange.Of(hyperparameter) is var range && !(range.Max <= 1 && (range.Min > 0 || (range.Min >= 0 && hyperparameter.Exclusive))))
            {
                yield return Finding.Of(Descriptors.TopKShare, s_share, $"comes from '{property}', whose range {range} is not within 0 to 1 without 0: give it Min = 0.5 and Max = 1");
            }
        }
        else if (!(top.Share > 0 && top.Share <= 1))
        {
            yield return Finding.Of(Descriptors.TopKShare, s_share, $"is {Numbers.Text(top.Share)}, but it must be a number above 0 and at most 1, such as 0.5");
        }
    }

    /// <summary>A loss with functions of the real batch is coupled too.</summary>
    public static IEnumerable<Finding> CheckLosses(ObjectiveDeclaration declaration, LossFormulas losses)
        => declaration.TopK is not null && BatchLosses.ReadsReal(losses.Generator) ? [Finding.Of(Descriptors.TopKCoupled, new FindingTarget.TopK(), declaration.Type.Self.Name)] : [];
}
