using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Penalties;

namespace Gan.Generators.Rules;

/// <summary>What a formula of a penalty says must be a penalty: it has a value for every gradient, is never negative, and does not fall as the gradient grows. Asked only where the formulas are right.</summary>
internal static class PenaltyFormulaRules
{
    private const string Message = "The formula is too large: written out as code, it would not end; write it with fewer terms and functions";

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
        => declaration.Penalties.SelectMany((penalty, index) => penalty.Formulas.Select(formula => Check(formula, new(index, formula.Argument, 0, formula.Text.Length), declaration))).OfType<Finding>();

    /// <summary>The first thing that is wrong.</summary>
    private static Finding? Check(PenaltyFormula formula, FindingTarget.PenaltyFormula target, ObjectiveDeclaration declaration)
    {
        if (formula.Meaning is not { } meaning || formula.AtDefaults is not { } cost) return Finding.Of(Descriptors.UnsupportedConstruct, target, Message);
        var isOfNorm = formula.Variable == PenaltyFormula.NormName;
        if (isOfNorm && !meaning.HasLogit) return Finding.Of(Descriptors.PenaltyIsConstant, target, formula.Text);
        if (cost.Has(static node => node is Constant { Value: double.NaN })) return null;

        var range = isOfNorm ? GradientCost.Norms : DiscriminatorOutput.Of(declaration).Range;
        if (UndefinedRange.Find(cost, range, new Dictionary<string, double>()) is { } undefined)
            return Finding.Of(Descriptors.PenaltyUndefined, target, Named(undefined.Part, formula), isOfNorm ? "norms" : "logits");

        // A formula that falls everywhere is most often one with the wrong sign, whose values are negative for that reason.
        if (isOfNorm && Falls(cost))
            return Finding.Of(Descriptors.PenaltyFalls, target, formula.Text);
        return Witness.Find(cost, range) is { } witness
            ? Finding.Of(Descriptors.PenaltyNegative, target, $"'{formula.Text}' is {Numbers.Prose(Witness.Rounded(cost.Evaluate(witness)))} for {formula.Variable} = {Numbers.Prose(witness)}")
            : null;
    }

    /// <summary>Whether it never rises, and falls somewhere.</summary>
    private static bool Falls(Expr cost)
        => Derivative.Of(cost) is var slope && Witness.Find(slope, GradientCost.Norms) is not null && Question.Ask(() => SignProver.NotNegative(Simplifier.Simplify(-slope), GradientCost.Norms)).IsProved;

    private static string Named(Expr part, PenaltyFormula formula) => TextPrinter.Print(part, formula.Variable);
}
