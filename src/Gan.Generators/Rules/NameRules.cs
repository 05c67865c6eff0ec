using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Reading;

namespace Gan.Generators.Rules;

/// <summary>What is written out in the losses and has a name. Of an f-divergence's f only what is derived is computed.</summary>
internal static class NameRules
{
    /// <summary>What the search through one formula may cost.</summary>
    private const long Budget = 20_000;

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        string[] parameters = [.. declaration.Hyperparameters.Select(static hyperparameter => hyperparameter.FormulaName)];
        return declaration.Formulas.Given
            .Where(static formula => formula.Variable == FormulaParser.LogitName)
            .SelectMany(formula => (Work.Within(Budget, () => NamedParts.Of(formula.Text, parameters, declaration.Constants).ToArray()) ?? []).Select(named =>
                Finding.Of(
                    Descriptors.HasName,
                    new FindingTarget.Formula(formula.Argument, named.Part.Start, named.Part.Length),
                    formula.Text.Substring(named.Part.Start, named.Part.Length),
                    named.Name) with
                {
                    Suggestion = named.Name,
                }));
    }
}
