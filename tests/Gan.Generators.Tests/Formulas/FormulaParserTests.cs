using Gan.Generators.Formulas.Reading;

namespace Gan.Generators.Tests.Formulas;

public class FormulaParserTests
{
    [Theory]
    [InlineData("1/2", 0, 0.5)]
    [InlineData("t", 3, 3)]
    [InlineData("-t + 2", 3, -1)]
    [InlineData("+t * 2 - -1", 3, 7)]
    [InlineData("1 - 2 - 3", 0, -4)]
    [InlineData("8 / 4 / 2 * 3", 0, 3)]
    [InlineData("1_000 + 1e-3 + .5 + 2f + 0.1f + 3d + 4m + 0x10", 0, 1025.601)]
    [InlineData("pi + e", 0, 5.859874482048838)]
    [InlineData("Math.PI - System.Math.E", 0, 0.423310825130748)]
    [InlineData("softplus", 0, 0.6931471805599453)]
    [InlineData("-relu + 1", 2, -1)]
    [InlineData("Math.Exp(1) + MathF.Sqrt(4)", 0, 4.718281828459045)]
    [InlineData("ln(e) + log(8, 2) + Math.Log(9, 3)", 0, 6)]
    [InlineData("leaky_relu(t)", -2, -0.02)]
    [InlineData("leaky_relu(t, 0.2)", -2, -0.4)]
    [InlineData("elu(t)", -1, -0.6321205588285577)]
    [InlineData("clamp(t, -1, 1)", 5, 1)]
    [InlineData("silu(t) + softsign(t)", 1, 1.2310585786300049)]
    [InlineData("log2(8) + log10(1000)", 0, 6)]
    [InlineData("cosh(t) - sinh(t)", 1, 0.36787944117144233)]
    [InlineData("t > 0 ? 1 : 2", 0, 2)]
    [InlineData("t >= 0 ? 1 : 2", 0, 1)]
    [InlineData("t > -1 && t < 1 ? 1 : 0", 0, 1)]
    [InlineData("t > -1 && t < 1 ? 1 : 0", 1, 0)]
    [InlineData("t < -1 || t > 1 ? 1 : 0", 2, 1)]
    [InlineData("t < -1 || t > 1 ? 1 : 0", 0, 0)]
    [InlineData("!(t < 0) ? 1 : 0", 0, 1)]
    [InlineData("  ( ( t ) ) /* comment */ ", 4, 4)]
    public void Reads(string formula, double logit, double expected) =>
        Assert.Equal(expected, Formula.Parse(formula).Evaluate(logit), 1e-14);

    [Fact]
    public void Knows_the_hyperparameters()
    {
        var formula = Formula.Parse("s * pow(t - b, 2) + @in", "s", "b", "in");
        Assert.Equal(["s", "b", "in"], formula.ParameterNames());
        Assert.Equal(0.5 * 9 + 1, formula.Evaluate(5, new Dictionary<string, double> { ["s"] = 0.5, ["b"] = 2, ["in"] = 1 }));
    }

    [Fact]
    public void A_hyperparameter_hides_a_constant_and_a_bare_function()
    {
        var values = new Dictionary<string, double> { ["e"] = 10, ["abs"] = 20 };
        Assert.Equal(30 + 1, Formula.Parse("e + abs + abs(t)", "e", "abs").Evaluate(-1, values));
    }

    [Theory]
    [InlineData("", FormulaErrorKind.Empty, "")]
    [InlineData("  ", FormulaErrorKind.Empty, "  ")]
    [InlineData("1 + |", FormulaErrorKind.Syntax, "|")]
    [InlineData("(t + 1", FormulaErrorKind.Syntax, "1")]
    [InlineData("t t", FormulaErrorKind.Syntax, "t")]
    [InlineData("1 + sofplus(t)", FormulaErrorKind.UnknownFunction, "sofplus", "softplus")]
    [InlineData("Math.Sqr(t)", FormulaErrorKind.UnknownFunction, "Sqr", "Sqrt")]
    [InlineData("D(x)", FormulaErrorKind.PaperNotation, "D(x)", "t")]
    [InlineData("f(x)", FormulaErrorKind.UnknownFunction, "f", null, "DataName x")]
    [InlineData("2 * T", FormulaErrorKind.UnknownName, "T", "t")]
    [InlineData("t - margn", FormulaErrorKind.UnknownName, "margn", "margin")]
    [InlineData("ReLU", FormulaErrorKind.UnknownName, "ReLU", "relu")]
    [InlineData("1 + max(t)", FormulaErrorKind.WrongArgumentCount, "max(t)")]
    [InlineData("relu(t, 1)", FormulaErrorKind.WrongArgumentCount, "relu(t, 1)")]
    [InlineData("1 + max", FormulaErrorKind.WrongArgumentCount, "max")]
    [InlineData("1 + (t - 1)^2", FormulaErrorKind.PowerOperator, "^")]
    [InlineData("5 % t", FormulaErrorKind.UnsupportedConstruct, "5 % t")]
    [InlineData("1 + (t = 2)", FormulaErrorKind.UnsupportedConstruct, "t = 2")]
    [InlineData("1 + \"a\"", FormulaErrorKind.UnsupportedConstruct, "\"a\"")]
    [InlineData("t => t", FormulaErrorKind.UnsupportedConstruct, "t => t")]
    [InlineData("1 + t.Length", FormulaErrorKind.UnsupportedConstruct, "t.Length")]
    [InlineData("max(a: 1, b: 2)", FormulaErrorKind.UnsupportedConstruct, "a: 1", null, "UnsupportedConstruct b: 2")]
    [InlineData("t == 0 ? 1 : 2", FormulaErrorKind.UnsupportedConstruct, "t == 0")]
    [InlineData("1 + (t > 0)", FormulaErrorKind.UnsupportedConstruct, "t > 0")]
    [InlineData("t ? 1 : 2", FormulaErrorKind.UnsupportedConstruct, "t")]
    [InlineData("new int[3]", FormulaErrorKind.UnsupportedConstruct, "new int[3]")]
    [InlineData("(double)t", FormulaErrorKind.UnsupportedConstruct, "(double)t")]
    [InlineData("t switch { _ => 1 }", FormulaErrorKind.UnsupportedConstruct, "t switch { _ => 1 }")]
    [InlineData("1e999", FormulaErrorKind.Syntax, "1e999")]
    [InlineData("t++", FormulaErrorKind.UnsupportedConstruct, "t++")]
    [InlineData("throw t", FormulaErrorKind.UnsupportedConstruct, "throw t")]
    [InlineData("~t", FormulaErrorKind.UnsupportedConstruct, "~t")]
    [InlineData("1 + t?[0]", FormulaErrorKind.UnsupportedConstruct, "?[")]
    public void Refuses(string formula, object kind, string characters, string? suggestion = null, string? second = null)
    {
        var result = FormulaParser.Parse(formula, ["margin"]);
        Assert.Null(result.Expression);
        var error = result.Errors[0];
        Assert.Equal((kind, characters, suggestion), (error.Kind, formula.Substring(error.Start, error.Length), error.Suggestion));
        var others = string.Join("; ", result.Errors.Skip(1).Select(e => $"{e.Kind} {formula.Substring(e.Start, e.Length)}"));
        Assert.Equal(second ?? "", others);
    }

    [Fact]
    public void Names_pow_for_a_power() =>
        Assert.Equal("'^' is not a power in C#: write pow((t - 1), 2)", FormulaParser.Parse("(t - 1)^2", []).Errors[0].Message);

    [Fact]
    public void Reports_every_unknown_name() => Assert.Equal(3, FormulaParser.Parse("x + y * foo(t)", []).Errors.Count);

    [Theory]
    [InlineData("(", ")", 10_000)]
    [InlineData("(", ")", 1_500)]
    [InlineData("-", "", 3_000)]
    [InlineData("- ", "", 1_900)]
    [InlineData("exp(", ")", 600)]
    [InlineData("t/", "", 1_900)]
    [InlineData("t>0?1:", "", 600)]
    [InlineData("t>0||", "?1:0", 200)]
    [InlineData("(]", "", 1_900)]
    [InlineData("({)", "", 1_300)]
    [InlineData("t<", "", 1_900)]
    [InlineData("t<t.", "", 900)]
    [InlineData("t*<", "", 1_300)]
    [InlineData("t ? t < ", "", 400)]
    [InlineData("t is t<", "", 500)]
    [InlineData("not ", "", 900)]
    [InlineData("$\"{", "", 1_300)]
    [InlineData("t=>", "", 1_300)]
    [InlineData("new ", "", 1_000)]
    [InlineData("await ", "", 600)]
    [InlineData("t switch{_=>", "", 300)]
    [InlineData("from t in ", "", 400)]
    public void Refuses_what_nests_too_deeply_on_a_small_stack(string before, string after, int count)
    {
        var text = string.Concat(Enumerable.Repeat(before, count)) + "t" + string.Concat(Enumerable.Repeat(after, count));
        FormulaResult? result = null;
        var thread = new Thread(() => result = FormulaParser.Parse(text, []), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(result!.Expression);
    }

    [Fact]
    public void Long_sums_and_products_are_fine()
    {
        Assert.Equal(1000, Formula.Parse(string.Join("+", Enumerable.Repeat("t", 1000))).Evaluate(1));
        Assert.Equal(1, Formula.Parse(string.Join("*", Enumerable.Repeat("t", 1000))).Evaluate(1));
    }

    /// <summary>What Roslyn's own parser takes exponential time for.</summary>
    [Theory]
    [InlineData("?[]")]
    [InlineData("t ? [0] ")]
    [InlineData("()!?/**/[]")]
    public async Task What_cannot_be_parsed_in_time_is_refused(string part)
    {
        var result = await Task.Run(() => FormulaParser.Parse(string.Concat(Enumerable.Repeat(part, 400)), [])).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(FormulaErrorKind.UnsupportedConstruct, Assert.Single(result.Errors).Kind);
    }

    [Fact]
    public void Conditions_that_multiply_are_refused_in_time()
    {
        var condition = string.Join("&&", Enumerable.Repeat("(t>1||t<2)", 40));
        Assert.Null(FormulaParser.Parse($"{condition} ? 1 : 0", []).Expression);
    }
}
