using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Reading;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Rules;

/// <summary>
/// A loss must have a value, and a gradient, for whatever D returns. Most often it has none because a logarithm was written of a probability, where D returns its logit.
/// </summary>
internal static class DomainRules
{
    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration, LossFormulas? losses)
    {
        if (losses is null)
            yield break;

        foreach (var formula in declaration.Formulas.Given)
        {
            var undefined = AsWritten(formula.Argument, losses).Select(loss => UndefinedRange.Find(loss, RangeOf(formula.Argument, declaration), DefaultsOf(declaration))).FirstOrDefault(static found => found is not null);
            if (OfProbability(declaration, formula, losses, undefined) is { } probability)
                yield return probability;
            else if (undefined is not null)
                yield return Finding.Of(Descriptors.Undefined, Whole(formula), undefined.Part.ToString(), undefined.Logits.ToString(), At(declaration));
        }
    }

    private static Finding? OfProbability(ObjectiveDeclaration declaration, FormulaText formula, LossFormulas losses, UndefinedRange? undefined)
    {
        if (formula.Variable != FormulaParser.LogitName || DeclaredFormula.Parse(declaration, formula).Expression is not { } written || Probability.LogarithmIn(written) is not { } logarithm)
            return null;

        var loss = AsWritten(formula.Argument, losses).Single();
        if ((undefined is null ? WhereFlat(loss, formula.Argument, declaration) : $"{undefined.Logits} the loss is undefined (NaN)") is not { } consequence)
            return null;

        var proposal = ProposalFor(formula.Argument, written, DefaultsOf(declaration));
        return Finding.Of(
            Descriptors.ProbabilityForLogit,
            Whole(formula),
            logarithm.ToString(),
            consequence,
            proposal is null ? "" : $"; with the probability sigmoid(t) it is {formula.Argument} = \"{proposal}\"") with
        {
            Suggestion = proposal,
        };
    }

    private static string? WhereFlat(Expr loss, string argument, ObjectiveDeclaration declaration)
    {
        var curve = new Curve(AtDefaults(loss, DefaultsOf(declaration)), RangeOf(argument, declaration));
        return (FlatTail.Of(curve, Tail.Left) ?? FlatTail.Of(curve, Tail.Right)) is { } flat ? $"{flat} the loss has no gradient" : null;
    }

    /// <summary>Of the probability σ(t) or of its complement, whichever moves the player the right way; null where neither does for certain.</summary>
    private static string? ProposalFor(string argument, Expr written, IReadOnlyDictionary<string, double> defaults)
    {
        var loss = Probability.OfLogit(written);
        var direction = argument is nameof(DeclaredFormulas.Real) or nameof(DeclaredFormulas.Generator) ? -1 : 1;
        return new[] { loss, StableForm.Rewrite(loss.ReplaceLogit(-Expr.T)) }
            .Where(candidate => Moves(AtDefaults(candidate, defaults), direction))
            .Select(static candidate => candidate.ToString())
            .FirstOrDefault();
    }

    private static bool Moves(Expr loss, int direction)
    {
        var slope = Derivative.Of(loss);
        return new double[] { -2, 0, 2 }.All(t => slope.Evaluate(t) * direction > 0) && !IntervalEvaluator.Evaluate(loss, Interval.All).IsPartial;
    }

    /// <summary>The losses that come of one argument, in the variable that it is written in.</summary>
    private static IEnumerable<Expr> AsWritten(string argument, LossFormulas losses) => argument switch
    {
        nameof(DeclaredFormulas.FD) or nameof(DeclaredFormulas.Fake) => [losses.Fake],
        nameof(DeclaredFormulas.FG) => [losses.GeneratorOfReal],
        nameof(DeclaredFormulas.Generator) => [losses.Generator],
        nameof(DeclaredFormulas.Real) => [losses.Real],
        _ => [losses.Real, losses.Fake],
    };

    /// <summary>What the variable of a formula can be: of a pair, D's output and its negative.</summary>
    private static Interval RangeOf(string argument, ObjectiveDeclaration declaration) => (argument, DiscriminatorOutput.Of(declaration).Range) switch
    {
        (nameof(DeclaredFormulas.FD), _) => Interval.All,
        (nameof(DeclaredFormulas.FG), var range) => -range,
        (_, var range) => range,
    };

    private static FindingTarget.Formula Whole(FormulaText formula) => new(formula.Argument, 0, formula.Text.Length);

    private static Dictionary<string, double> DefaultsOf(ObjectiveDeclaration declaration)
        => declaration.Hyperparameters.ToDictionary(static h => h.FormulaName, static h => h.Default ?? double.NaN);

    private static Expr AtDefaults(Expr loss, IReadOnlyDictionary<string, double> defaults)
        => Simplifier.Simplify(loss.ReplaceParameters(defaults.ToDictionary(static d => d.Key, static d => (Expr)d.Value)));

    private static string At(ObjectiveDeclaration declaration)
        => declaration.Hyperparameters.Count == 0 ? "" : $" (with {string.Join(", ", DefaultsOf(declaration).Select(static d => $"{d.Key} = {Numbers.Text(d.Value)}"))})";
}
