using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The names of the members that are written for an objective, those aside that a user may write instead.</summary>
internal static class GeneratedMembers
{
    private static readonly string[] s_always =
    [
        "Info", "LossWeight", LossEmitter.LossWeightField, "Penalties", "DiscriminatorLoss", "DiscriminatorRealLoss", "DiscriminatorFakeLoss", "GeneratorLoss",
        "DiscriminatorTerms", "GeneratorTerms", "ClipWeights",
    ];

    public static IEnumerable<string> NamesOf(ObjectiveDeclaration declaration)
        => s_always.Concat(PenaltyText.All(declaration).Select(static penalty => penalty.Text.Method))
            .Concat(declaration.Hyperparameters.Count > 0 ? [HyperparameterEmitter.Values] : []);
}
