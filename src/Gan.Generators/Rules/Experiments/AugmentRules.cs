using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations.Experiments;

namespace Gan.Generators.Rules.Experiments;

/// <summary>An augmentation has numbers that it can use, fits the samples, and does not appear in the samples of G.</summary>
internal static class AugmentRules
{
    /// <summary>Above it, Karras et al. 2020 saw changes in generated images.</summary>
    private const double SafeProbability = 0.8;

    public static IEnumerable<Finding> Check(ExperimentDeclaration experiment) => experiment.Augment is not { } augment ? []
        : [.. SettingRules.Check(augment), .. CheckShape(augment, experiment.Parts), .. CheckLeak(augment)];

    private static IEnumerable<Finding> CheckShape(AugmentDeclaration augment, ExperimentParts? parts)
    {
        if (parts?.Samples.FirstOrDefault(static part => part.Shape is { IsRight: true }) is { Shape: { } shape } samples && NeedOf(augment.Policy, shape.Sizes) is { } need)
            yield return Finding.Of(Descriptors.AugmentedShape, new FindingTarget.Augment(), augment.Policy.ToString(), need, samples.Type, samples.Verb, shape.ToString());
    }

    /// <summary>What a policy needs and samples do not have; null where they do.</summary>
    private static string? NeedOf(AugmentationPolicy policy, EquatableArray<long> sizes) => policy switch
    {
        AugmentationPolicy.DiffAugment when sizes.Count != 3 => "images [C, H, W]",
        AugmentationPolicy.Ada when sizes.Count != 3 || sizes[0] is not (1 or 3) || sizes[1] != sizes[2] => "square images of 1 channel or 3",
        _ => null,
    };

    private static IEnumerable<Finding> CheckLeak(AugmentDeclaration augment)
    {
        var probability = augment[nameof(AugmentAttribute.Probability)];
        if (augment.Policy == AugmentationPolicy.Ada && augment[nameof(AugmentAttribute.Every)] == 0 && probability is > SafeProbability and <= 1)
            yield return Finding.Of(Descriptors.LeakingAugmentation, new FindingTarget.Augment(nameof(AugmentAttribute.Probability)), Numbers.Text(probability));
    }
}
