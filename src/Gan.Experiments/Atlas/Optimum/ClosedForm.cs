using System.Text.RegularExpressions;
using Gan.Runtime.Proofs.Arithmetic;

namespace Gan.Experiments.Atlas.Optimum;

/// <summary>The best D's answer as the compiler writes it, as numbers.</summary>
internal static partial class ClosedForm
{
    /// <returns>The answer to p and q; null where the text is none, or has something else than a formula in it.</returns>
    public static Func<double, double, double>? Of(string? text)
    {
        if (text is null)
            return null;
        if (Choice().Match(text) is { Success: true, Groups: var parts })
            return Formula(parts[1].Value) is { } yes && Formula(parts[2].Value) is { } no ? (p, q) => p > q ? yes(p, q) : no(p, q) : null;
        return Formula(text);
    }

    private static Func<double, double, double>? Formula(string text)
    {
        try
        {
            var formula = Runtime.Proofs.Arithmetic.Formula.Read(text, new Dictionary<string, Formula>());
            return IsKnown(formula) ? (p, q) => Value(formula, p, q) : null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsKnown(Formula formula) => formula.Name is "number" or "p" or "q" or "+" or "*" or "/" or "log" or "max" && formula.Parts.All(IsKnown);

    private static double Value(Formula formula, double p, double q)
    {
        var parts = formula.Parts.Select(part => Value(part, p, q)).ToArray();
        return formula.Name switch
        {
            "number" => (double)formula.Number.Digits * Math.Pow(2, formula.Number.Exponent),
            "p" => p,
            "q" => q,
            "+" => parts[0] + parts[1],
            "*" => parts[0] * parts[1],
            "/" => parts[0] / parts[1],
            "log" => Math.Log(parts[0]),
            _ => Math.Max(parts[0], parts[1]),
        };
    }

    [GeneratedRegex("^(.+) where p > q, (.+) where p < q$")]
    private static partial Regex Choice();
}
