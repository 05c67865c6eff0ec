using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Tests.Properties;

namespace Gan.Generators.Tests.Formulas;

public class PrinterTests
{
    [Theory]
    [InlineData("a - (b - t)", "a - (b - t)")]
    [InlineData("a*(b+t)/2", "a * (b + t) / 2")]
    [InlineData("a / (b * t)", "a / (b * t)")]
    [InlineData("a * (b / t)", "a * (b / t)")]
    [InlineData("-(a + t)", "-(a + t)")]
    [InlineData("-(-t)", "-(-t)")]
    [InlineData("leaky_relu(t, 0.01) + leaky_relu(t, 0.2)", "leaky_relu(t) + leaky_relu(t, 0.2)")]
    [InlineData("(t>0?t:a)*2", "(t > 0 ? t : a) * 2")]
    [InlineData("t > 0 ? t : t > -1 ? a : b", "t > 0 ? t : t > -1 ? a : b")]
    [InlineData("pi * e * 1e-7", "pi * e * 1E-07")]
    public void Text(string formula, string expected) => Assert.Equal(expected, TextPrinter.Print(Formula.Parse(formula, "a", "b")));

    [Theory]
    [InlineData("softplus(t) - 2*t", "D(x)", "softplus(D(x)) - 2 * D(x)")]
    [InlineData("softplus(t) - 2*t", "-D(G(z))", "softplus(-D(G(z))) - 2 * (-D(G(z)))")]
    public void Text_of_another_logit(string formula, string logit, string expected) => Assert.Equal(expected, TextPrinter.Print(Formula.Parse(formula), logit));

    [Fact, Trait("Category", "Property")]
    public void Text_parses_back() => RandomFormula.Any.Holds(2000, atLeast: 1500, static formula =>
    {
        var compared = false;
        var text = formula.ToString();
        var back = Formula.Parse(text, RandomFormula.Parameters);
        foreach (var t in new[] { -2.3, -0.4, 0, 1.7 })
        {
            var expected = formula.Evaluate(t, RandomFormula.Values);
            if (!double.IsFinite(expected)) continue;
            Assert.Equal(expected, back.Evaluate(t, RandomFormula.Values), 1e-9 * Math.Abs(expected));
            compared = true;
        }

        return compared;
    });

    [Theory]
    [InlineData("softplus(-t)", "t", @"\operatorname{softplus}(-t)")]
    [InlineData("relu(1 + t)", "t", @"\max(0, 1 + t)")]
    [InlineData("-logsigmoid(t)", "D(x)", @"-\log\sigma(D(x))")]
    [InlineData("s * pow(t - b, 2)", "D(x)", @"s \, (D(x) - b)^{2}")]
    [InlineData("square(t)", "-D(x)", "(-D(x))^{2}")]
    [InlineData("exp(t) / (1 + exp(t))", "t", @"\frac{e^{t}}{1 + e^{t}}")]
    [InlineData("log(1 / (1 + exp(-t)))", "t", @"\log\left(\frac{1}{1 + e^{-t}}\right)")]
    [InlineData("square(exp(t))", "t", "(e^{t})^{2}")]
    [InlineData("1e-6 * t", "t", @"10^{-6} \, t")]
    [InlineData("t * 2", "t", @"t \cdot 2")]
    [InlineData("abs(t) - sqrt(alpha) * tau2", "t", @"\left|t\right| - \sqrt{\alpha} \, \tau_{2}")]
    [InlineData("t > 0 ? t : t > -1 ? margin : 0", "t", @"\begin{cases} t & \text{if } t > 0 \\ \mathrm{margin} & \text{if } t > -1 \\ 0 & \text{otherwise} \end{cases}")]
    [InlineData("-t / 2", "t", @"-\frac{t}{2}")]
    [InlineData("2 * (expm1(t) - 1)", "t", @"2 \, (e^{t} - 1 - 1)")]
    [InlineData("3 * expm1(t)", "t", @"3 \, (e^{t} - 1)")]
    public void Latex(string formula, string logit, string expected) =>
        Assert.Equal(expected, LatexPrinter.Print(Formula.Parse(formula, "s", "b", "alpha", "tau2", "margin"), logit));

    [Theory]
    [InlineData(Math.E, "e")]
    [InlineData(-Math.E, "-e")]
    [InlineData(Math.PI, @"\pi")]
    [InlineData(-Math.PI, @"-\pi")]
    [InlineData(double.NaN, @"\mathrm{NaN}")]
    [InlineData(double.PositiveInfinity, @"\infty")]
    [InlineData(double.NegativeInfinity, @"-\infty")]
    [InlineData(1e-20, "10^{-20}")]
    [InlineData(-1e-20, "-10^{-20}")]
    [InlineData(2.5e30, @"2.5 \cdot 10^{30}")]
    [InlineData(-0.5, "-0.5")]
    public void Latex_of_a_number(double value, string expected) => Assert.Equal(expected, LatexNames.Number(value));

    [Fact, Trait("Category", "Property")]
    public void Latex_braces_match() => RandomFormula.Any.Holds(5000, atLeast: 5000, static formula =>
    {
        var latex = LatexPrinter.Print(formula, "D(G(z))");
        Assert.Equal(latex.Count(c => c == '{'), latex.Count(c => c == '}'));
        Assert.Equal(latex.Count(c => c == '('), latex.Count(c => c == ')'));
        Assert.DoesNotContain("+ -", latex);
        Assert.DoesNotContain("- -", latex);
        return true;
    });
}
