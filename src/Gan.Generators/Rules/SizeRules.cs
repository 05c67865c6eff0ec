using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>A formula may be right and yet too large to be written as code. Asked only where all else is right.</summary>
internal static class SizeRules
{
    private const string Message = "The formula is too large: written out as code, its loss and slope would not end; write it with fewer terms and functions";

    /// <summary>Says so of the formula that is too large by itself; where only all together are, of the first.</summary>
    public static Finding Blame(ObjectiveDeclaration declaration)
    {
        var given = declaration.Formulas.Given.ToArray();
        var formula = given.FirstOrDefault(formula => LossCompiler.LossesOf(OfAlone(declaration, formula)) is null) ?? given[0];
        return Finding.Of(Descriptors.UnsupportedConstruct, new FindingTarget.Formula(formula.Argument, 0, formula.Text.Length), Message);
    }

    private static ObjectiveDeclaration OfAlone(ObjectiveDeclaration declaration, FormulaText formula)
        => formula.Argument == nameof(DeclaredFormulas.F) ? declaration
            : declaration with { Smoothing = null, Formulas = new(null, null, formula.Text, FormulaParser.LogitName, FormulaParser.LogitName) };
}
