using System.Collections.Immutable;
using Gan.Dsl;
using Gan.Generators.Analysis;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;
using Microsoft.CodeAnalysis;
using All = Gan.Generators.Rules.Descriptors;

namespace Gan.Generators.Rules;

/// <summary>What the theory says against an objective: only what is proved or refuted, never what is unknown. The gravest alone speaks: it colours the rest.</summary>
internal static class AnalysisRules
{
    public static readonly ImmutableArray<DiagnosticDescriptor> Descriptors =
        [All.WrongSign, All.Unbounded, All.GeneratorDisagrees, All.UnlimitedCritic, All.Saturating, All.NoLocalConvergence, All.SmoothingWithoutMeaning, All.UnboundedEnergy, All.CannotDiscriminate, All.NoGradient];

    /// <param name="objective">An objective without errors.</param>
    public static IEnumerable<Finding> Check(CompiledObjective objective)
    {
        if (BatchLosses.AreIn(objective.Losses))
            return BatchRules.Check(objective);

        // Of losses that have no value or no gradient at some logits the rest is hearsay.
        if (DomainRules.Check(objective.Declaration, objective.Losses).Any())
            return [];

        // What a smoothing without meaning makes of the losses is its own fault, not theirs.
        if (CheckSmoothing(objective.Declaration) is { } smoothing)
            return [smoothing, .. Check(Unsmoothed(objective.Declaration)!)];

        var result = ObjectiveAnalysis.Of(objective);
        if ((EnergyRules.Check(objective, result, WhyUnbounded(objective, result) ?? WhyUnlimited(objective.Declaration, result)) ?? CheckErrors(objective, result)) is { } gravest)
            return [gravest];
        if (GradientRules.Check(objective, result).ToArray() is { Length: > 0 } withoutGradient) return withoutGradient;
        var critic = CheckCritic(objective.Declaration, result);
        return new[] { critic, CheckSaturation(objective, result), critic is null ? CheckConvergence(objective.Declaration, result) : null }.OfType<Finding>();
    }

    private static Finding? CheckErrors(CompiledObjective objective, AnalysisResult result)
    {
        if (WhyUnbounded(objective, result) is { } reason)
        {
            string[] parts = objective.Declaration.Formulas.HasPair ? [nameof(DeclaredFormulas.FD)]
                : result.RealIsConvex.IsRefuted ? [nameof(DeclaredFormulas.Real), nameof(DeclaredFormulas.Fake)]
                : [nameof(DeclaredFormulas.Fake), nameof(DeclaredFormulas.Real)];
            var findings = parts.Select(part => Mended(objective, result, All.Unbounded, part, reason, static mended => mended.IsBoundedWhenEqual.IsProved && mended.Directions.Discriminator.IsProved));
            return findings.FirstOrDefault(static finding => finding.Suggestion is not null) ?? findings.First();
        }

        if (result.Directions.Discriminator is Verdict.Refuted sign)
        {
            var part = objective.Declaration.Formulas.HasPair ? nameof(DeclaredFormulas.FD) : nameof(DeclaredFormulas.Real);
            var finding = Mended(objective, result, All.WrongSign, part, sign.Reason, static mended => mended.Directions.Discriminator.IsProved && mended.IsBoundedWhenEqual.IsProved);
            return EnergyRules.MayBeEnergy(objective) ? finding with { Arguments = new([finding.Arguments[0], finding.Arguments[1] + EnergyRules.Choice]) } : finding;
        }

        if (result.Directions.Generator is Verdict.Refuted generator)
        {
            var part = objective.Declaration.Formulas.HasPair ? nameof(DeclaredFormulas.FG) : nameof(DeclaredFormulas.Generator);
            return Mended(objective, result, All.GeneratorDisagrees, part, generator.Reason, static mended => mended.Directions.Generator.IsProved);
        }

        return null;
    }

    /// <summary>For equal densities nothing but another formula helps; for others a limit on D's slope does, unless a loss bends down everywhere.</summary>
    private static string? WhyUnbounded(CompiledObjective objective, AnalysisResult result) => result switch
    {
        { IsBoundedWhenEqual: Verdict.Refuted equal } => equal.Reason,
        { IsBoundedForEveryRatio: Verdict.Refuted, RealIsConvex: Verdict.Refuted real } when IsConcave(objective, objective.Losses.Real) => real.Reason,
        { IsBoundedForEveryRatio: Verdict.Refuted, FakeIsConvex: Verdict.Refuted fake } when IsConcave(objective, objective.Losses.Fake) => fake.Reason,
        _ => null,
    };

    private static bool IsConcave(CompiledObjective objective, Expr loss) =>
        Question.Ask(() => Convexity.Of(new Curve(-loss.ReplaceParameters(DefaultsOf(objective.Declaration)), DiscriminatorOutput.Of(objective.Declaration).Range))).IsProved;

    private static Dictionary<string, Expr> DefaultsOf(ObjectiveDeclaration declaration) =>
        declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => (Expr)(h.Default ?? double.NaN));

    private static Finding Mended(
        CompiledObjective objective, AnalysisResult result, DiagnosticDescriptor descriptor, string part, string reason, Func<AnalysisResult, bool> isMended)
    {
        var given = objective.Declaration.Formulas.Given.FirstOrDefault(f => f.Argument == part);
        FindingTarget target = given is null ? new FindingTarget.Objective() : Whole(given);
        var proposal = given is null ? null : SignProposal.Find(objective, given, isMended);
        return Finding.Of(descriptor, target, reason + At(result), proposal is null ? "" : $"; write {part} = \"{proposal}\"") with { Suggestion = proposal };
    }

    private static Finding? CheckCritic(ObjectiveDeclaration declaration, AnalysisResult result)
        => WhyUnlimited(declaration, result) is { } reason ? Finding.Of(All.UnlimitedCritic, new FindingTarget.Objective(), reason + At(result)) : null;

    /// <summary>Why D's loss has no minimum unless something limits D's slope; null where the objective limits it, or it is not proved.</summary>
    /// <param name="objective">An objective without errors.</param>
    public static string? WhyUnlimited(CompiledObjective objective)
    {
        var result = ObjectiveAnalysis.Of(objective);
        return WhyUnlimited(objective.Declaration, result) is { } reason ? reason + At(result) : null;
    }

    private static string? WhyUnlimited(ObjectiveDeclaration declaration, AnalysisResult result)
        => SlopeLimit.Of(declaration) is null && (LogitPenalties.MayBeIn(declaration.Penalties) ? result.IsBoundedForEveryRatio : result.IsBoundedWithPenalties) is Verdict.Refuted refuted ? refuted.Reason : null;

    private static Finding? CheckSaturation(CompiledObjective objective, AnalysisResult result)
    {
        if (result.GeneratorSaturates is not Verdict.Proved saturates) return null;
        var formulas = objective.Declaration.Formulas;
        if (formulas.F is not null)
            return OfDivergence(objective, saturates.Reason + At(result));

        var given = formulas.Given.Last();
        var proposal = (formulas.FD ?? formulas.Real) is { } discriminator && SignProposal.IsMendedBy(objective, given with { Text = discriminator },
            static mended => mended.GeneratorSaturates.IsRefuted && mended.Directions.Generator.IsProved) ? discriminator : null;
        return Finding.Of(All.Saturating, Whole(given), saturates.Reason + At(result), proposal is null ? "" : $"; {given.Argument} = \"{proposal}\" does not") with { Suggestion = proposal };
    }

    private static Finding OfDivergence(CompiledObjective objective, string reason)
    {
        var declaration = objective.Declaration;
        var other = declaration with { Formulas = declaration.Formulas with { NonSaturating = true } };
        var isMended = LossCompiler.LossesOf(other) is { } losses && ObjectiveAnalysis.Of(new(other, losses)) is { GeneratorSaturates.IsRefuted: true };
        return Finding.Of(All.Saturating, new FindingTarget.Objective(), reason, isMended ? "; NonSaturating = true takes the other choice" : "") with
        {
            Suggestion = isMended ? nameof(DeclaredFormulas.NonSaturating) : null,
        };
    }

    /// <summary>
    /// Most published games turn around their equilibrium, and each says so in its documentation. It is worth a word where a gradient penalty is there for stability,
    /// as the loss has a minimum without it, and does nothing for it.
    /// </summary>
    private static Finding? CheckConvergence(ObjectiveDeclaration declaration, AnalysisResult result)
    {
        if (result is not { LocalConvergence: { Converges: Verdict.Refuted, Eigenvalues: { IsOscillation: true } eigenvalues }, IsBoundedForEveryRatio: Verdict.Proved, Divergence.IsOfCritic: false }) return null;
        var pulls = declaration.Penalties.Select(static (penalty, index) => (Index: index, Pull: penalty.Pull)).Where(static entry => entry.Pull is { Weight: > 0 }).ToArray();
        return pulls.Length == 0 ? null
            : Finding.Of(All.NoLocalConvergence, new FindingTarget.Penalty(pulls[0].Index), eigenvalues.ToString(), string.Join(" and ", pulls.Select(static entry => entry.Pull!.Name).Distinct()));
    }

    /// <summary>Asked of the losses without smoothing, which moves p/(p + q) to τp/(p + q) in whatever the best D answers: it must answer by that.</summary>
    private static Finding? CheckSmoothing(ObjectiveDeclaration declaration)
    {
        if (declaration.Smoothing is null) return null;
        if (declaration.Coupling != Coupling.None)
            return Finding.Of(All.SmoothingWithoutMeaning, new FindingTarget.LabelSmoothing(), "it is compared with other logits; only their differences count");

        return Unsmoothed(declaration) is { } plain && ObjectiveAnalysis.Of(plain).Optimum.Untold is { } reason
            ? Finding.Of(All.SmoothingWithoutMeaning, new FindingTarget.LabelSmoothing(), reason)
            : null;
    }

    private static CompiledObjective? Unsmoothed(ObjectiveDeclaration declaration) => ObjectiveCompiler.Compile(declaration with { Smoothing = null });

    private static FindingTarget.Formula Whole(FormulaText given) => new(given.Argument, 0, given.Text.Length);

    private static string At(AnalysisResult result) => result.AtDefaults;
}
