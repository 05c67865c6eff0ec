using Gan.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Diagnostics;

/// <summary>A hyperparameter should appear in a formula. Asked only where the formulas are right: a misspelt name is no unused one.</summary>
internal static class HyperparameterUseRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var used = new HashSet<string>(declaration.Formulas.Given.SelectMany(static formula => Names(formula.Text)));
        return declaration.Hyperparameters
            .Where(hyperparameter => !used.Contains(hyperparameter.FormulaName))
            .Select(static hyperparameter => Finding.Of(
                Descriptors.UnusedHyperparameter,
                new FindingTarget.Hyperparameter(hyperparameter.Property),
                hyperparameter.Property,
                hyperparameter.FormulaName));
    }

    private static IEnumerable<string> Names(string formula)
        => SyntaxFactory.ParseTokens(formula).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);
}
