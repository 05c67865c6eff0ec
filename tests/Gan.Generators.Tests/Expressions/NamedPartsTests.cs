using CsCheck;
using Gan.Generators.Expressions;

namespace Gan.Generators.Tests.Expressions;

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

    [Fact]
    public void Names_keep_the_meaning()
    {
        var named = 0;
        Gen.Select(s_formula, Gen.Double[-12, 12].Array[8]).Sample(
            (text, logits) =>
            {
                var withNames = text;
                foreach (var (part, name) in NamedParts.Of(text, ["m"]).OrderByDescending(static p => p.Part.Start))
                {
                    withNames = withNames.Remove(part.Start, part.Length).Insert(part.Start, name);
                    Interlocked.Increment(ref named);
                }

                var values = new Dictionary<string, double> { ["m"] = 0.75 };
                var (before, after) = (Formula.Parse(text, "m"), Formula.Parse(withNames, "m"));
                foreach (var t in logits)
                {
                    var expected = before.Evaluate(t, values);
                    Assert.True(Math.Abs(expected - after.Evaluate(t, values)) <= 1e-7 * (1 + Math.Abs(expected)), $"{text} became {withNames} at {t}");
                }
            },
            seed: "0000KQWx7Ab1", iter: 2000);
        Assert.True(named > 2000, $"Only {named} parts were named.");
    }
}
