using Gan.Generators.Declarations;
using Gan.Generators.Penalties;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

/// <summary>Each penalty's numbers must lie where its term has a meaning.</summary>
internal static class PenaltyRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.Penalties.SelectMany(static (penalty, index) => penalty.Mistakes.Select(mistake => Finding.Of(DescriptorOf(mistake.Kind), new FindingTarget.Penalty(index, mistake.Option), mistake.Arguments)));

    private static DiagnosticDescriptor DescriptorOf(PenaltyMistakeKind kind) => kind switch
    {
        PenaltyMistakeKind.Weight => Descriptors.PenaltyWeight,
        PenaltyMistakeKind.WeightAndGamma => Descriptors.WeightAndGamma,
        PenaltyMistakeKind.Every => Descriptors.PenaltyEvery,
        PenaltyMistakeKind.Target => Descriptors.PenaltyTarget,
        PenaltyMistakeKind.NoiseScale => Descriptors.NoiseScale,
        PenaltyMistakeKind.DifferenceStep => Descriptors.DifferenceStep,
        PenaltyMistakeKind.Decay => Descriptors.AverageDecay,
        PenaltyMistakeKind.Start => Descriptors.PenaltyStart,
        PenaltyMistakeKind.Choice => Descriptors.UnknownChoice,
        PenaltyMistakeKind.Order => Descriptors.NormOrder,
        PenaltyMistakeKind.Name => Descriptors.DistanceName,
        PenaltyMistakeKind.Range => Descriptors.PenaltyRange,
        PenaltyMistakeKind.FormulaAndTarget => Descriptors.FormulaAndTarget,
        PenaltyMistakeKind.Type => Descriptors.UnusablePenalty,
        PenaltyMistakeKind.Constructor => Descriptors.PenaltyConstructor,
        _ => throw new InvalidOperationException($"No message for {kind}."),
    };
}
