using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>
/// All rules together: what the analyzer reports, and what keeps the generator from emitting.
/// Rules about how parts go together wait until the parts are right: one mistake, one message.
/// </summary>
internal static class ObjectiveRules
{
    /// <summary>What one search for advice may cost.</summary>
    private const long AdviceBudget = 40_000;

    public static EquatableArray<Finding> Check(ObjectiveDeclaration declaration) => Check(declaration, new(() => LossCompiler.LossesOf(declaration)));

    /// <summary>Whether a declaration that has losses is wrong all the same: without a search for what is only advice, which costs more than all else.</summary>
    public static bool HasError(ObjectiveDeclaration declaration, LossFormulas losses)
        => Check(declaration, new(() => losses), static (_, _) => []).Any(static finding => finding.IsError);

    /// <param name="declaration">The declaration.</param>
    /// <param name="meaning">Its losses, asked for where its formulas are right.</param>
    public static EquatableArray<Finding> Check(ObjectiveDeclaration declaration, Lazy<LossFormulas?> meaning) => Check(declaration, meaning, Advice);

    private static EquatableArray<Finding> Check(ObjectiveDeclaration declaration, Lazy<LossFormulas?> meaning, Func<ObjectiveDeclaration, LossFormulas, IEnumerable<Finding>> advice)
    {
        IReadOnlyList<Finding> functions = [.. LossFunctionRules.Check(declaration)];
        IReadOnlyList<Finding> formulas = [.. FormulaRules.Check(declaration), .. CouplingRules.Check(declaration), .. OutputRules.Check(declaration), .. FormulaErrorRules.Check(declaration).Where(finding => functions.Count == 0 || finding.Descriptor != Descriptors.ArgumentCount)];
        IReadOnlyList<Finding> hyperparameters = [.. HyperparameterRules.Check(declaration), .. ScheduleRules.Check(declaration), .. StateRules.Check(declaration)];
        var parses = formulas.Count + functions.Count == 0;
        IReadOnlyList<Finding> smoothing = [.. LabelSmoothingRules.Check(declaration)];
        IReadOnlyList<Finding> losses = !parses || hyperparameters.Count + smoothing.Count > 0 ? []
            : meaning.Value is not { } written ? [SizeRules.Blame(declaration)]
            : [.. DivergenceRules.Check(declaration), .. TopKRules.CheckLosses(declaration, written), .. advice(declaration, written)];
        IReadOnlyList<Finding> penalties = [.. PenaltyRules.Check(declaration), .. PenaltyWeightRules.Check(declaration), .. FormulaErrorRules.CheckPenalties(declaration).Where(finding => functions.Count == 0 || finding.Descriptor != Descriptors.ArgumentCount), .. WeightClipRules.Check(declaration), .. InstanceNoiseRules.Check(declaration), .. TopKRules.Check(declaration)];
        IReadOnlyList<Finding> unused = parses && penalties.Count == 0 ? [.. HyperparameterUseRules.Check(declaration), .. LossFunctionUseRules.Check(declaration)] : [];
        IReadOnlyList<Finding> combinations = penalties.Count == 0 ? [.. PenaltyCombinationRules.Check(declaration), .. functions.Count == 0 ? PenaltyFormulaRules.Check(declaration) : []] : [];
        return new(
        [
            .. DeclarationRules.Check(declaration),
            .. formulas,
            .. functions,
            .. smoothing,
            .. losses,
            .. hyperparameters,
            .. unused,
            .. penalties,
            .. combinations,
        ]);
    }

    /// <summary>What is no error. Of a formula without a value or a gradient nothing else is said: how large it gets, or what its parts are called.</summary>
    private static IEnumerable<Finding> Advice(ObjectiveDeclaration declaration, LossFormulas losses)
    {
        // Where a statistic may be any number, nothing is known of a loss's values.
        if (BatchLosses.AreIn(losses)) return NameRules.Check(declaration);

        var domain = Within(() => DomainRules.Check(declaration, losses));
        var named = domain.Select(static finding => ((FindingTarget.Formula)finding.Target).Argument).ToArray();
        return domain.Concat(domain.Length == 0 ? Within(() => SingularValueRules.Check(declaration, losses)) : []).Concat(OverflowRules.Check(declaration, losses).Concat(NameRules.Check(declaration))
            .Where(finding => finding.Target is not FindingTarget.Formula formula || !named.Contains(formula.Argument)));
    }

    private static Finding[] Within(Func<IEnumerable<Finding>> rule) => Work.Within(AdviceBudget, () => rule().ToArray()) ?? [];
}
