using Gan.Generators.Declarations;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Objectives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Rules;

/// <summary>What the parser refuses in each formula.</summary>
internal static class FormulaErrorRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.Formulas.Given.SelectMany(formula =>
            DeclaredFormula.Parse(declaration, formula).Errors.Select(error => FindingOf(error, formula.Argument, formula.Text, new FindingTarget.Formula(formula.Argument, error.Start, error.Length))));

    /// <summary>The same of the formulas of penalties.</summary>
    public static IEnumerable<Finding> CheckPenalties(ObjectiveDeclaration declaration)
        => declaration.PenaltyFormulas.SelectMany(entry =>
            DeclaredFormula.Parse(declaration, entry.Formula).Errors.Select(error => FindingOf(error, entry.Formula.Argument, entry.Formula.Text, new FindingTarget.PenaltyFormula(entry.Index, entry.Formula.Argument, error.Start, error.Length))));

    /// <summary>The same of schedules.</summary>
    public static IEnumerable<Finding> CheckSchedules(ObjectiveDeclaration declaration)
        => declaration.Schedules.SelectMany(entry =>
            DeclaredFormula.Parse(declaration, entry.Formula).Errors.Select(error => FindingOf(error, entry.Formula.Argument, entry.Formula.Text, new FindingTarget.Schedule(entry.Hyperparameter.Property, error.Start, error.Length))));

    /// <summary>The same of the updates of states.</summary>
    public static IEnumerable<Finding> CheckUpdates(ObjectiveDeclaration declaration)
        => declaration.Updates.SelectMany(entry =>
            DeclaredFormula.Parse(declaration, entry.Formula).Errors.Select(error => FindingOf(error, entry.Formula.Argument, entry.Formula.Text, new FindingTarget.State(entry.State.Property, entry.Formula.Argument, error.Start, error.Length))));

    private static Finding FindingOf(FormulaError error, string argument, string formula, FindingTarget target)
    {
        return error.Kind switch
        {
            FormulaErrorKind.Empty => Finding.Of(Descriptors.EmptyFormula, target, argument),
            FormulaErrorKind.UnknownName => Misspelt(Descriptors.UnknownName, "declare it as a [Hyperparameter] property"),
            FormulaErrorKind.NotConstant or FormulaErrorKind.DataName => Finding.Of(Descriptors.UnknownName, target, Characters(), error.Detail) with { Suggestion = error.Suggestion },
            FormulaErrorKind.AmbiguousName => Finding.Of(Descriptors.AmbiguousName, target, Characters(), error.Detail),
            FormulaErrorKind.UnknownFunction => Misspelt(Descriptors.UnknownFunction, "there are " + string.Join(", ", Functions.Names.Concat(BatchNames.Functions).Distinct())),
            FormulaErrorKind.WrongArgumentCount => Finding.Of(Descriptors.ArgumentCount, target, error.Detail),
            FormulaErrorKind.PowerOperator => Finding.Of(Descriptors.CaretIsNotPower, target, PowerOperator.At(formula, error.Start)?.CallIn(formula) ?? error.Detail, Characters()),
            FormulaErrorKind.PaperNotation =>
                Finding.Of(Descriptors.SpeaksOfSamples, target, error.Detail, error.Suggestion!, SampleNote(error.Detail, argument)) with { Suggestion = error.Suggestion },
            FormulaErrorKind.BatchFunction => Finding.Of(Descriptors.BatchFunction, target, Sentence(error.Detail)) with { Suggestion = error.Suggestion },
            FormulaErrorKind.UnsupportedConstruct => Finding.Of(Descriptors.UnsupportedConstruct, target, Sentence(error.Detail)),
            _ => Finding.Of(Descriptors.FormulaSyntax, target, error.Detail),
        };

        string Characters() => formula.Substring(error.Start, error.Length);

        Finding Misspelt(DiagnosticDescriptor descriptor, string otherwise)
            => Finding.Of(descriptor, target, error.Detail, error.Suggestion is { } name ? $"did you mean '{name}'?" : otherwise) with { Suggestion = error.Suggestion };
    }

    /// <summary>What is wrong with the sample that D is shown, beside that it is spoken of.</summary>
    private static string SampleNote(string part, string argument)
    {
        var syntax = SyntaxFactory.ParseExpression(part);
        return argument switch
        {
            _ when PaperNotation.GeneratesFromReal(syntax) => "; and G takes the noise z, never x",
            nameof(DeclaredFormulas.Fake) or nameof(DeclaredFormulas.Generator) or nameof(DeclaredFormulas.FG) when PaperNotation.IsOfReal(syntax) =>
                $"; and {argument} is of generated samples, D(G(z)), not of x",
            nameof(DeclaredFormulas.Real) when PaperNotation.IsOfGenerated(syntax) => "; and Real is of real samples, D(x), not of generated ones",
            _ => "",
        };
    }

    private static string Sentence(string detail) => char.ToUpperInvariant(detail[0]) + detail.Substring(1);
}
