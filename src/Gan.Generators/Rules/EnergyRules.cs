using Gan.Dsl;
using Gan.Generators.Analysis;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>Losses that are right of an energy, which is low on real samples and often cannot be negative, where the declaration does not say that D's output is one.</summary>
internal static class EnergyRules
{
    /// <summary>What a message of a reversed pair goes on with.</summary>
    public const string Choice = "; or declare Sign = LogitSign.Energy if D's output is an energy, low on real samples";

    /// <summary>A minimum that only energies from 0 on have.</summary>
    /// <param name="objective">An objective without errors.</param>
    /// <param name="result">What is known of it.</param>
    /// <param name="reason">Why its loss has no minimum; null where it has one.</param>
    public static Finding? Check(CompiledObjective objective, AnalysisResult result, string? reason)
        => reason is not null
            && objective.Declaration is { Logits: LogitRange.Real, Coupling: Coupling.None, Formulas.F: null } declaration
            && (declaration.Sign == LogitSign.Energy || !declaration.Formulas.HasPair)
            && As(objective, LogitRange.NonNegative) is { IsBoundedWhenEqual: Verdict.Proved, Directions: { Generator: Verdict.Proved, Discriminator: Verdict.Proved or Verdict.Unknown } } bounded
            && !bounded.RealIsConvex.IsRefuted && !bounded.FakeIsConvex.IsRefuted
            && (bounded.IsBoundedForEveryRatio.IsProved || result.IsBoundedWhenEqual.IsRefuted)
            ? Finding.Of(Descriptors.UnboundedEnergy, new FindingTarget.Objective(), result.Defaults.Length == 0 ? reason : $"{reason}, with {result.Defaults}")
            : null;

    /// <summary>Whether a pair is right in every way, but for the convention that a high logit means real.</summary>
    public static bool MayBeEnergy(CompiledObjective objective)
        => objective.Declaration is { Sign: LogitSign.Logit, Formulas.HasPair: true }
            && As(objective, LogitRange.Real).Directions is { Discriminator: Verdict.Proved, Generator: Verdict.Proved };

    private static AnalysisResult As(CompiledObjective objective, LogitRange logits)
        => ObjectiveAnalysis.Of(objective with { Declaration = objective.Declaration with { Sign = LogitSign.Energy, Logits = logits } });
}
