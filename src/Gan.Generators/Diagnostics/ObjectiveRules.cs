using Gan.Generators.Declarations;

namespace Gan.Generators.Diagnostics;

/// <summary>All rules together: what the analyzer reports, and what keeps the generator from emitting.</summary>
internal static class ObjectiveRules
{
    public static EquatableArray<Finding> Check(ObjectiveDeclaration declaration)
        => DeclarationRules.Check(declaration)
            .Concat(FormulaRules.Check(declaration))
            .Concat(PenaltyRules.Check(declaration))
            .Concat(WeightClipRules.Check(declaration))
            .ToEquatableArray();
}
