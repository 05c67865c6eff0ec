using Gan.Generators.Declarations;

namespace Gan.Generators.Diagnostics;

/// <summary>
/// All rules together: what the analyzer reports, and what keeps the generator from emitting.
/// Rules about how parts go together wait until the parts are right: one mistake, one message.
/// </summary>
internal static class ObjectiveRules
{
    public static EquatableArray<Finding> Check(ObjectiveDeclaration declaration)
    {
        IReadOnlyList<Finding> functions = [.. LossFunctionRules.Check(declaration)];
        IReadOnlyList<Finding> formulas = [.. FormulaRules.Check(declaration), .. CouplingRules.Check(declaration), .. FormulaErrorRules.Check(declaration).Where(finding => functions.Count == 0 || finding.Descriptor != Descriptors.ArgumentCount)];
        IReadOnlyList<Finding> hyperparameters = [.. HyperparameterRules.Check(declaration)];
        var parses = formulas.Count + functions.Count == 0;
        IReadOnlyList<Finding> smoothing = [.. LabelSmoothingRules.Check(declaration)];
        IReadOnlyList<Finding> losses = parses && hyperparameters.Count + smoothing.Count == 0 ? [.. DivergenceRules.Check(declaration), .. OverflowRules.Check(declaration), .. NameRules.Check(declaration)] : [];
        IReadOnlyList<Finding> penalties = [.. PenaltyRules.Check(declaration), .. PenaltyWeightRules.Check(declaration), .. WeightClipRules.Check(declaration)];
        IReadOnlyList<Finding> unused = parses && penalties.Count == 0 ? [.. HyperparameterUseRules.Check(declaration), .. LossFunctionUseRules.Check(declaration)] : [];
        IReadOnlyList<Finding> combinations = penalties.Count == 0 ? [.. PenaltyCombinationRules.Check(declaration)] : [];
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
}
