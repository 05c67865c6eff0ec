using CsCheck;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Properties;
using static TorchSharp.torch;

namespace Gan.Generators.Tests.Formulas;

/// <summary>What libtorch makes of the printed code, against the same formula in double precision.</summary>
public class TensorValueTests
{
    private static readonly double[] Logits = [-1e4, -40, -3, -1, -0.5, -1e-6, 0, 1e-6, 0.5, 1, 2, 3, 40, 1e4];

    [Theory]
    [InlineData("softplus(-t)")]
    [InlineData("max(0, 1 + t)")]
    [InlineData("abs(t)")]
    [InlineData("max(1, t) + max(m, t) + min(t, 1) + min(t, m)")]
    [InlineData("max(t, t * t)")]
    [InlineData("min(t, t * t)")]
    [InlineData("leaky_relu(t, 0.2) + elu(t, 0.5) + leaky_relu(t, t)")]
    [InlineData("t > 0 ? 1 + t : exp(t)")]
    [InlineData("t > 0 ? log(t) : -t * t")]
    [InlineData("t >= 1 ? sqrt(t - 1) : 0")]
    [InlineData("t > 1 ? t : t < -1 ? exp(t) : pow(t, 3)")]
    [InlineData("t > 0 ? 1 : 0")]
    [InlineData("m > 0 ? t : -t")]
    [InlineData("m < 0 ? t : 2")]
    [InlineData("3")]
    [InlineData("m * s")]
    [InlineData("softplus(m) * t")]
    [InlineData("t / sign(m) - sign(s)")]
    [InlineData("t > 0 ? softplus(m) : elu(s)")]
    [InlineData("t > 0 ? t : softplus(m)")]
    [InlineData("sign(t) * t + tanh(t) - sigmoid(t) + sin(t) * cos(t)")]
    [InlineData("1 / (1 + t * t) + 2 / (3 + abs(t))")]
    [InlineData("log1p(t * t) + expm1(-t * t) + log(2 + t * t)")]
    [InlineData("logsigmoid(t) - 0.1 * t + clamp(t, -1, 2)")]
    [InlineData("pow(2, -t * t) + pow(abs(t) + 1, m) + pow(t, 3)")]
    public void Value_slope_and_curvature(string formula)
    {
        var expression = Simplifier.Simplify(Formula.Parse(formula, RandomFormula.Parameters));
        var first = Derivative.Of(expression);
        var second = Derivative.Of(first);
        var (values, slopes, curvatures) = TensorCode.Run(TensorCode.Compile([expression])[0], Logits);
        for (var i = 0; i < Logits.Length; i++)
        {
            Near(expression, values[i], Logits[i], "value");
            Near(first, slopes[i], Logits[i], "slope");
            // At a kink of the slope there is no second derivative to agree on.
            if (Logits[i] != 0) Near(second, curvatures[i], Logits[i], "curvature");
        }
    }

    [Theory]
    [InlineData("relu(t)")]
    [InlineData("t > 0 ? 1 : 0")]
    [InlineData("t > 0 ? t * t : 0")]
    [InlineData("t < 0 ? 0 : t * t")]
    [InlineData("t > 0 ? exp(-t) : t")]
    [InlineData("t > 0 ? t : exp(t)")]
    [InlineData("max(1, t) + min(2, t)")]
    [InlineData("3")]
    [InlineData("m > 0 ? 1 : t")]
    [InlineData("t > 1 ? 1 : t < -1 ? -1 : t")]
    [InlineData("t > 1 ? 1 : t < -1 ? -1 : 0")]
    [InlineData("t > 0 ? softplus(m) : elu(s)")]
    [InlineData("t > 0 ? t : softplus(m)")]
    public void NaN_stays_NaN(string formula)
    {
        var loss = TensorCode.Compile([Simplifier.Simplify(Formula.Parse(formula, RandomFormula.Parameters))])[0];
        Assert.Equal([double.NaN], TensorCode.Run(loss, [double.NaN]).Values);
    }

    /// <summary>What people copy from papers: the loss and its gradient in float32, where the literal form gives infinity or NaN.</summary>
    [Theory]
    [InlineData("log(1 + exp(t))")]
    [InlineData("-log(1 / (1 + exp(-t)))")]
    [InlineData("-log(1 - sigmoid(t))")]
    [InlineData("exp(t) / (1 + exp(t))")]
    [InlineData("-log(2 - exp(-log(1 + exp(-t))))")]
    [InlineData("log(exp(t) + exp(-t))")]
    [InlineData("exp(t) / square(1 + exp(t))")]
    [InlineData("t * exp(t) / (1 + exp(t))")]
    [InlineData("t > 0 ? log(1 + exp(-t)) : exp(t) / (2 + exp(-t))")]
    public void Stable_forms_have_finite_gradients(string formula)
    {
        var literal = Formula.Parse(formula);
        var slope = Derivative.Of(literal);
        var loss = TensorCode.Compile([StableForm.Rewrite(literal)])[0];
        float[] logits = [-1e4f, -300, -100, -17, -1, 0.5f, 17, 100, 300, 1e4f];
        using var scope = NewDisposeScope();
        var t = tensor(logits, requires_grad: true);
        var losses = loss(t);
        losses.sum().backward();
        var (values, slopes) = (losses.data<float>().ToArray(), (t.grad! + zeros_like(t)).data<float>().ToArray());
        for (var i = 0; i < logits.Length; i++)
        {
            if (BigEvaluator.Evaluate(literal, logits[i], RandomFormula.Values) is not { } value) continue;
            Assert.Equal(value.ToDouble(), values[i], 1e-5 * Math.Abs(value.ToDouble()) + 1e-30);
            if (BigEvaluator.Evaluate(slope, logits[i], RandomFormula.Values) is not { } steep) continue;
            Assert.Equal(steep.ToDouble(), slopes[i], 1e-4 * Math.Abs(steep.ToDouble()) + 1e-6);
        }
    }

    [Fact]
    public void Keeps_float32()
    {
        using var scope = NewDisposeScope();
        var formulas = RandomFormula.Any.Take(100).Select(Simplifier.Simplify).ToList();
        foreach (var loss in TensorCode.Compile(formulas)) Assert.Equal(ScalarType.Float32, loss(ones(2, 3)).dtype);
    }

    [Fact]
    public void Random_formulas_agree()
    {
        var formulas = RandomFormula.Any.Take(300).Select(Simplifier.Simplify).ToList();
        var compared = 0;
        var losses = TensorCode.Compile(formulas);
        double[] logits = [-2.3, -0.7, 0.4, 1.9];
        for (var i = 0; i < losses.Count; i++)
        {
            var slope = Derivative.Of(formulas[i]);
            var (values, slopes, _) = TensorCode.Run(losses[i], logits);
            for (var j = 0; j < logits.Length; j++)
            {
                if (!IsOrdinary(formulas[i], logits[j])) continue;
                Near(formulas[i], values[j], logits[j], "value");
                if (!IsOrdinary(slope, logits[j])) continue;
                Near(slope, slopes[j], logits[j], $"slope of {formulas[i]}");
                compared++;
            }
        }

        Assert.True(compared > 600, $"Only {compared} values could be compared.");
    }

    private static bool IsOrdinary(Expr formula, double t) =>
        formula.Nodes().All(n => Math.Abs(n.Evaluate(t, RandomFormula.Values)) is < 1e6);

    private static void Near(Expr formula, double actual, double t, string what)
    {
        var expected = formula.Evaluate(t, RandomFormula.Values);
        Assert.True(actual.Equals(expected) || Math.Abs(actual - expected) <= 1e-9 * (1 + Math.Abs(expected)), $"{what} at {t:R}: {formula} is {expected:R}, libtorch says {actual:R}");
    }
}
