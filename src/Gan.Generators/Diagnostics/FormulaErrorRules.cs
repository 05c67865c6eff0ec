using Gan.Generators.Declarations;
using Gan.Generators.Expressions;
using Gan.Generators.Objectives;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Diagnostics;

/// <summary>What the parser refuses in each formula.</summary>
internal static class FormulaErrorRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.Formulas.Given.SelectMany(formula =>
            DeclaredFormula.Parse(declaration, formula).Errors.Select(error => FindingOf(error, formula.Argument, formula.Text)));

    private static Finding FindingOf(FormulaError error, string argument, string formula)
    {
        var target = new FindingTarget.Formula(argument, error.Start, error.Length);
        return error.Kind switch
        {
            FormulaErrorKind.Empty => Finding.Of(Descriptors.EmptyFormula, target, argument),
            FormulaErrorKind.UnknownName => Misspelt(Descriptors.UnknownName, "declare it as a [Hyperparameter] property"),
            FormulaErrorKind.UnknownFunction => Misspelt(Descriptors.UnknownFunction, "there are " + string.Join(", ", Functions.Names)),
            FormulaErrorKind.WrongArgumentCount => Finding.Of(Descriptors.ArgumentCount, target, error.Detail),
            FormulaErrorKind.PowerOperator => Finding.Of(Descriptors.CaretIsNotPower, target, PowerOperator.At(formula, error.Start)?.CallIn(formula) ?? error.Detail),
            FormulaErrorKind.UnsupportedConstruct => Finding.Of(Descriptors.UnsupportedConstruct, target, Sentence(error.Detail)),
            _ => Finding.Of(Descriptors.FormulaSyntax, target, error.Detail),
        };

        Finding Misspelt(DiagnosticDescriptor descriptor, string otherwise)
            => Finding.Of(descriptor, target, error.Detail, error.Suggestion is { } name ? $"did you mean '{name}'?" : otherwise) with { Suggestion = error.Suggestion };
    }

    private static string Sentence(string detail) => char.ToUpperInvariant(detail[0]) + detail.Substring(1);
}
