using Gan.Generators.Declarations;
using Gan.Generators.Expressions;

namespace Gan.Generators.Objectives;

/// <summary>Reads a formula among what its declaration gives names to: hyperparameters, constants and loss functions.</summary>
internal static class DeclaredFormula
{
    public static FormulaResult Parse(ObjectiveDeclaration declaration, FormulaText formula)
        => FormulaParser.Parse(
            formula.Text,
            [.. declaration.Hyperparameters.Select(static hyperparameter => hyperparameter.FormulaName)],
            formula.Variable,
            [.. declaration.LossFunctions.Select(static function => function.Function)],
            declaration.Constants);
}
