using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>A loss function should be called, by a formula or by another one that is. Asked only where the formulas are right.</summary>
internal static class LossFunctionUseRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var used = new HashSet<string>(declaration.AllFormulas.SelectMany(static formula => FormulaNames.In(formula.Text)));
        for (var before = -1; before != used.Count;)
        {
            before = used.Count;
            used.UnionWith(declaration.LossFunctions.Where(function => used.Contains(function.Name)).SelectMany(static function => function.Calls).ToArray());
        }

        return declaration.LossFunctions
            .Select(static (function, index) => (function.Name, Index: index))
            .Where(function => !used.Contains(function.Name))
            .Select(static function => Finding.Of(Descriptors.UnusedLossFunction, new FindingTarget.LossFunction(function.Index), function.Name));
    }
}
