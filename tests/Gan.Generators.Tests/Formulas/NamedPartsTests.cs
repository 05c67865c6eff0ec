using CsCheck;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Rules;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas;

/// <summary>Whatever is named is worth the same: the text with the names is evaluated beside the text without.</summary>
public sealed class NamedPartsTests
{
    private static readonly Gen<string> s_inner = Gen.OneOfConst("t", "(-t)", "(2 * t - 1)", "(0.5 - t)", "(t / 3)", "(m * t)", "tanh(t)", "(t + m)");

    private static readonly Gen<string> s_part = Gen.OneOfConst(
        "log(1 + exp({0}))", "-log(1 + exp({0}))", "log(sigmoid({0}))", "-log(1 - sigmoid({0}))", "1 / (1 + exp({0}))", "exp({0}) / (1 + exp({0}))",
        "log1p(exp({0}))", "exp({0}) - 1", "log(1 + exp({0})) - {0}", "(exp({0}) - exp(-{0})) / (exp({0}) + exp(-{0}))", "log(1 / (1 + exp({0})))", "exp(-log(1 + exp({0})))")
        .Select(s_inner, static (part, inner) => string.Format(System.Globalization.CultureInfo.InvariantCulture, part, inner));

    private static readonly Gen<string> s_formula = Gen.OneOfConst("{0}", "2 * ({0}) - t", "t - ({0}) * {1}", "softplus({0}) / (1 + square({1}))", "t > 0 ? {0} : -({1})", "max({0}, {1})", "-({0})", "m - {0} + {1}")
        .Select(s_part, s_part, static (formula, a, b) => string.Format(System.Globalization.CultureInfo.InvariantCulture, formula, a, b));

    [Fact, Trait("Category", "Property")]
    public void Names_keep_the_meaning() => Gen.Select(s_formula, Gen.Double[-12, 12].Array[8]).Holds(2000, atLeast: 1500, static sample =>
    {
        var (text, logits) = sample;
        var named = NamedParts.Of(text, ["m"], []).OrderByDescending(static p => p.Part.Start).ToList();
        var withNames = named.Aggregate(text, static (all, p) => all.Remove(p.Part.Start, p.Part.Length).Insert(p.Part.Start, p.Name));
        var values = new Dictionary<string, double> { ["m"] = 0.75 };
        var (before, after) = (Formula.Parse(text, "m"), Formula.Parse(withNames, "m"));
        foreach (var t in logits)
        {
            if (IsSame(before.Evaluate(t, values), after.Evaluate(t, values))) continue;
            // What is written out may cancel in double precision.
            Assert.True(IsSame(BigEvaluator.Evaluate(before, t, values)?.ToDouble(), BigEvaluator.Evaluate(after, t, values)?.ToDouble()), $"{text} became {withNames} at {t}");
        }

        return named.Count > 0;

        static bool IsSame(double? expected, double? actual) => expected is { } e && actual is { } a && Math.Abs(e - a) <= 1e-7 * (1 + Math.Abs(e));
    });
}
