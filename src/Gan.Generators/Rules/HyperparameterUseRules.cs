using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>A hyperparameter should appear in a formula, or be the weight of a penalty. Asked only where the formulas are right: a misspelt name is no unused one, nor is one of two of a name.</summary>
internal static class HyperparameterUseRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var used = new HashSet<string>(declaration.AllFormulas.SelectMany(formula => Names(declaration, formula)));
        used.Add(Identifier.FirstLowered(declaration.Smoothing?.TargetFrom ?? ""));
        used.Add(Identifier.FirstLowered(declaration.TopK?.ShareFrom ?? ""));
        used.UnionWith(declaration.Penalties.Select(static penalty => Identifier.FirstLowered(penalty.WeightFrom ?? "")));
        return declaration.Hyperparameters
            .Where(hyperparameter => !used.Contains(hyperparameter.FormulaName) && !hyperparameter.Shape.HasTwin)
            .Select(static hyperparameter => Finding.Of(
                Descriptors.UnusedHyperparameter,
                new FindingTarget.Hyperparameter(hyperparameter.Property),
                hyperparameter.Property,
                hyperparameter.FormulaName));
    }

    /// <summary>Those that are written, and those that the functions called take by name.</summary>
    private static IEnumerable<string> Names(ObjectiveDeclaration declaration, FormulaText formula)
        => FormulaNames.In(formula.Text).Concat(DeclaredFormula.Parse(declaration, formula).Expression is { } expression ? Names(expression) : []);

    private static IEnumerable<string> Names(Expr expression) => expression.ParameterNames().Concat(expression.Statistics().SelectMany(static statistic => Names(statistic.Element)));
}
