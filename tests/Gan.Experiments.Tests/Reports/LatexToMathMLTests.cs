using System.Xml.Linq;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Tests.Reports;

public class LatexToMathMLTests
{
    private static readonly XNamespace s_math = "http://www.w3.org/1998/Math/MathML";

    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("-0.5", "<mo form=\"prefix\">−</mo><mn>0.5</mn>")]
    [InlineData(@"\lambda_{1}^2", "<msubsup><mi>λ</mi><mrow><mn>1</mn></mrow><mn>2</mn></msubsup>")]
    [InlineData(@"\frac{1}{1 + t}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>1</mn><mo>+</mo><mi>t</mi></mrow></mfrac>")]
    [InlineData(@"\sqrt{t}", "<msqrt><mrow><mi>t</mi></mrow></msqrt>")]
    [InlineData(@"\operatorname{softplus}", "<mi>softplus</mi>")]
    [InlineData(@"\mathrm{a\_b}", "<mi>a_b</mi>")]
    [InlineData(@"\mathbb{E}_z", "<msub><mi>\U0001D53C</mi><mi>z</mi></msub>")]
    [InlineData("e^{-t} - 1", "<msup><mi>e</mi><mrow><mo form=\"prefix\">−</mo><mi>t</mi></mrow></msup><mo>−</mo><mn>1</mn>")]
    [InlineData(@"t \le \tau", "<mi>t</mi><mo>≤</mo><mi>τ</mi>")]
    [InlineData("(-t)", "<mo stretchy=\"false\">(</mo><mo form=\"prefix\">−</mo><mi>t</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData(@"\left|t\right| - 1", "<mrow><mo fence=\"true\" stretchy=\"true\">|</mo><mi>t</mi><mo fence=\"true\" stretchy=\"true\">|</mo></mrow><mo>−</mo><mn>1</mn>")]
    [InlineData("t < 1", "<mi>t</mi><mo>&lt;</mo><mn>1</mn>")]
    public void A_formula_becomes_its_elements(string latex, string expected) =>
        Assert.Equal($"<math xmlns=\"{s_math}\" displaystyle=\"true\"><mrow>{expected}</mrow></math>", LatexToMathML.Convert(latex));

    // What the compiler writes: losses of objectives in the repository, and its penalties.
    [Theory]
    [InlineData(@"\mathbb{E}_x\!\left[\operatorname{softplus}(-D(x))\right] + \mathbb{E}_z\!\left[\operatorname{softplus}(D(G(z)))\right]")]
    [InlineData(@"\mathbb{E}_{x, z}\!\left[\log\left(1 + \frac{1}{2} \cdot 10^{-3}\right)\right]")]
    [InlineData(@"\mathbb{E}_x\!\left[\left|D(x) - \mathbb{E}_z D(G(z))\right|^{p}\right]")]
    [InlineData(@"\max(0, 1 - \lambda_{2} \, t)^{2} - \log\sigma(t) + \mathrm{margin} \cdot \infty")]
    [InlineData(@"\frac{\gamma}{2}\,\mathbb{E}_x\lVert\nabla D(x)\rVert^2")]
    [InlineData(@"2\,\mathbb{E}_{w,y}\left(\lVert J_w^\top y\rVert - a\right)^2 \ge \tanh(\varepsilon) + \sin(\pi) \cos(t) \exp(t) \min(0, t)")]
    public void What_the_compiler_writes_is_well_formed_and_keeps_its_parentheses(string latex)
    {
        var math = XElement.Parse(LatexToMathML.Convert(latex)!);
        Assert.All(math.DescendantsAndSelf(), element => Assert.Equal(s_math, element.Name.Namespace));
        Assert.Equal(latex.Count(c => c == '('), math.Descendants(s_math + "mo").Count(mo => mo.Value == "("));
        Assert.Equal(latex.Count(c => c == ')'), math.Descendants(s_math + "mo").Count(mo => mo.Value == ")"));
        Assert.Equal(latex.Split(@"\frac").Length - 1, math.Descendants(s_math + "mfrac").Count());
    }

    [Fact]
    public void Cases_are_a_table_of_values_and_conditions()
    {
        var math = XElement.Parse(LatexToMathML.Convert(@"\begin{cases} t & \text{if } t > 0 \\ -t & \text{if } t \ge -1 \\ 0 & \text{otherwise} \end{cases}")!);
        var rows = math.Descendants(s_math + "mtr").Select(row => row.Elements().Select(cell => cell.Value).ToArray()).ToArray();
        Assert.Equal([["t", "if\u00a0t>0"], ["−t", "if\u00a0t≥−1"], ["0", "otherwise"]], rows);
        Assert.Equal("{", math.Descendants(s_math + "mo").First().Value);
    }

    [Theory]
    [InlineData(@"\unknown{x}")]
    [InlineData(@"\href{javascript:alert(1)}{x}")]
    [InlineData("{x")]
    [InlineData("x}")]
    [InlineData(@"\left(x")]
    [InlineData(@"\left(x\right")]
    [InlineData(@"\frac{1}")]
    [InlineData("x^2^3")]
    [InlineData("^")]
    [InlineData(@"\begin{cases} t & 1")]
    [InlineData(@"\begin{matrix} t \end{matrix}")]
    [InlineData("\\")]
    [InlineData("<script>;")]
    [InlineData(@"\mathbb{R}")]
    [InlineData(@"\text{")]
    public void What_is_not_known_is_not_guessed(string latex) => Assert.Null(LatexToMathML.Convert(latex));

    [Fact]
    public void Words_are_escaped()
    {
        var mathml = LatexToMathML.Convert(@"\text{<script>&} + \mathrm{<b>}")!;
        Assert.DoesNotContain("<script", mathml);
        Assert.Equal("<script>&+<b>", XElement.Parse(mathml).Value);
    }
}
