using Gan.Dsl;
using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>
/// The names of the members that are written for an objective, those aside that a user may write instead, and of those that the runtime has for all: a member of such a name would
/// stand in their way.
/// </summary>
internal static class GeneratedMembers
{
    private static readonly string[] s_always =
    [
        "Info", "LossWeight", LossEmitter.LossWeightField, "LossPath", LossEmitter.LossPathField, "Penalties", "DiscriminatorLoss", "GeneratorLoss",
        "DiscriminatorGradients", "GeneratorGradients", "DiscriminatorTerms", "GeneratorTerms", "ClipWeights",
    ];

    /// <summary>The halves of D's loss, which a coupled one has not. One with batch functions has none either, but it could have in its next edit.</summary>
    private static readonly string[] s_halves = ["DiscriminatorRealLoss", "DiscriminatorFakeLoss"];

    public static IEnumerable<string> NamesOf(ObjectiveDeclaration declaration)
        => s_always.Concat(declaration.Coupling == Coupling.None ? s_halves : [])
            .Concat(NamedPenalty.All(declaration).Select(static penalty => penalty.Method))
            .Concat(declaration.Penalties.Where(static penalty => penalty.IsOfGenerator).Take(1).Select(static _ => "GeneratorPenalties"))
            .Concat(PenaltyStateEmitter.NamesOf(declaration))
            .Concat(InstanceNoiseEmitter.NamesOf(declaration))
            .Concat(VariableEmitter.NamesOf(declaration))
            .Concat(StateEmitter.NamesOf(declaration))
            .Concat(declaration.Hyperparameters.Count > 0 ? [HyperparameterEmitter.Values] : []);
}
