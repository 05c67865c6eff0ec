using Gan.Dsl;
using Gan.Generators.Declarations;

namespace Gan.Generators.Rules;

/// <summary>The losses must be declared in one form, whole.</summary>
internal static class FormulaRules
{
    private static readonly FindingTarget s_objective = new FindingTarget.Objective();

    private static readonly string[] s_pair = [nameof(DeclaredFormulas.FD), nameof(DeclaredFormulas.FG)];

    private static readonly string[] s_three = [nameof(DeclaredFormulas.Real), nameof(DeclaredFormulas.Fake), nameof(DeclaredFormulas.Generator)];

    public static IEnumerable<Finding> Check(ObjectiveDeclaration declaration)
    {
        var name = declaration.Type.Self.Text;
        var given = declaration.Formulas.Given.Select(static formula => formula.Argument).ToArray();
        if (declaration.Formulas.F is not null)
        {
            if (declaration.Formulas.HasBothAttributes)
                yield return Finding.Of(Descriptors.BothForms, s_objective, name, $"[{Name<FDivergenceAttribute>()}] says all three losses", $"[{Name<GanObjectiveAttribute>()}] is there as well");
        }
        else if (given.Length == 0)
        {
            yield return Finding.Of(Descriptors.NoFormula, s_objective, name);
        }
        else if (declaration.Formulas is { HasPair: true, HasThree: true })
        {
            yield return Finding.Of(Descriptors.BothForms, s_objective, name, Belong(s_pair, given, "the pair"), Belong(s_three, given, "the three losses"));
        }
        else
        {
            var missing = (declaration.Formulas.HasPair ? s_pair : s_three).Except(given).ToArray();
            if (missing.Length > 0)
                yield return Finding.Of(Descriptors.IncompleteForm, s_objective, name, List(given), List(missing));
        }
    }

    private static string Belong(string[] form, string[] given, string name)
    {
        var written = form.Intersect(given).ToArray();
        return $"{List(written)} {(written.Length == 1 ? "belongs" : "belong")} to {name} {string.Join(", ", form)}";
    }

    private static string Name<TAttribute>() => typeof(TAttribute).Name.Replace(nameof(Attribute), "");

    private static string List(IEnumerable<string> names) => string.Join(" and ", names);
}
