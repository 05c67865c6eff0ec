using Gan.Generators.Formulas.Kernels;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Tests.Formulas.Kernels;

public sealed class KernelPrinterTests
{
    [Theory]
    // One exponential and one division for the loss and its slope.
    [InlineData("softplus(t)", """
        T e = T.ExpOfNegative(-T.Abs(t));
        loss = T.Relu(t);
        unit = e;
        slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e);
        """)]
    [InlineData("softplus(-t)", """
        T x = -t;
        T e = T.ExpOfNegative(-T.Abs(t));
        loss = T.Relu(x);
        unit = e;
        slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e));
        """)]
    [InlineData("s * pow(t - b, 2)", """
        k = b
        k2 = s
        k3 = 2.0 * s
        T x = t - T.All(k);
        loss = T.All(k2) * (x * x);
        unit = T.All(0.0);
        slope = T.All(k3) * x;
        """)]
    // Kinks: the slope is that of autograd.
    [InlineData("max(0, 1 + t)", """
        loss = T.Relu(t + T.All(1.0));
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.IfLess(T.All(-1.0), t, T.All(1.0), T.All(0.0)));
        """)]
    [InlineData("max(b, t)", """
        k = b
        loss = T.Max(t, T.All(k));
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.IfLess(T.All(k), t, T.All(1.0), T.All(0.0)));
        """)]
    // Constants keep NaN too.
    [InlineData("-t", """
        loss = -t;
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.All(-1.0));
        """)]
    [InlineData("b", """
        k = b
        loss = T.NaNOf(t, T.All(k));
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.All(0.0));
        """)]
    [InlineData("t > 0 ? 1 : 0", """
        loss = T.NaNOf(t, T.IfLess(T.All(0.0), t, T.All(1.0), T.All(0.0)));
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.All(0.0));
        """)]
    // NaN goes where t is.
    [InlineData("t > 0 ? t : 0.5 * t", """
        loss = T.IfLess(T.All(0.0), t, t, T.All(0.5) * t);
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.IfLess(T.All(0.0), t, T.All(1.0), T.All(0.5)));
        """)]
    [InlineData("t >= b ? t * t : 0", """
        k = b
        loss = T.IfLess(t, T.All(k), T.All(0.0), t * t);
        unit = T.All(0.0);
        slope = T.IfLess(t, T.All(k), T.All(0.0), T.All(2.0) * t);
        """)]
    [InlineData("b > 0 ? exp(-t) : t", """
        T e = T.Exp(-t);
        loss = b > 0.0 ? e : t;
        unit = T.All(0.0);
        slope = T.NaNOf(t, b > 0.0 ? -e : T.All(1.0));
        """)]
    // Powers of small integers are multiplied out; exponents that are never above 0 are told apart.
    [InlineData("exp(-abs(t))", """
        T e = T.ExpOfNegative(-T.Abs(t));
        loss = e;
        unit = T.All(0.0);
        slope = -(e * T.Sign(t));
        """)]
    [InlineData("pow(t, 5) + pow(abs(t), b)", """
        k = b
        k2 = b + (-1.0)
        T x = t * t;
        T x2 = x * x;
        T x3 = T.Abs(t);
        loss = x2 * t + T.Pow(x3, T.All(k));
        unit = T.All(0.0);
        slope = T.MultiplyAdd(T.All(5.0), x2, T.All(k) * (T.Pow(x3, T.All(k2)) * T.Sign(t)));
        """)]
    [InlineData("0.5 * tanh(t)", """
        T x = T.Tanh(t);
        loss = T.All(0.5) * x;
        unit = T.All(0.0);
        slope = T.All(0.5) * T.MultiplyAdd(-x, x, T.All(1.0));
        """)]
    // Logarithms of the same |t| are one; another's is in the loss.
    [InlineData("b * softplus(-t) + (1 - b) * softplus(t) + t * t", """
        k = b
        k2 = (-b) + 1.0
        k3 = -b
        T x = -t;
        T e = T.ExpOfNegative(-T.Abs(t));
        T r = T.All(1.0) / (T.All(1.0) + e);
        T x2 = T.MultiplyAdd(T.All(k3), T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r, T.All(2.0) * t);
        loss = T.MultiplyAdd(t, t, T.MultiplyAdd(T.All(k2), T.Relu(t), T.All(k) * T.Relu(x)));
        unit = e;
        slope = T.MultiplyAdd(T.All(k2), T.IfLess(t, T.All(0.0), e, T.All(1.0)) * r, x2);
        """)]
    [InlineData("softplus(t) + softplus(2 * t)", """
        T x = T.All(2.0) * t;
        T e = T.ExpOfNegative(-T.Abs(x));
        T e2 = T.ExpOfNegative(-T.Abs(t));
        loss = T.Relu(t) + (T.Relu(x) + T.Log1pOfUnit(e));
        unit = e2;
        slope = T.MultiplyAdd(T.All(2.0), T.IfLess(x, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e), T.IfLess(t, T.All(0.0), e2, T.All(1.0)) / (T.All(1.0) + e2));
        """)]
    [InlineData("square(softplus(t))", """
        T e = T.ExpOfNegative(-T.Abs(t));
        T x = T.Relu(t) + T.Log1pOfUnit(e);
        loss = x * x;
        unit = T.All(0.0);
        slope = T.All(2.0) * (T.IfLess(t, T.All(0.0), e, T.All(1.0)) / (T.All(1.0) + e) * x);
        """)]
    [InlineData("exp(s) * t + t * t - sin(t) - 1", """
        k = global::System.Math.Exp(s)
        loss = T.MultiplyAdd(t, t, T.MultiplyAdd(T.All(k), t, T.All(-1.0) - T.Sin(t)));
        unit = T.All(0.0);
        slope = T.MultiplyAdd(T.All(2.0), t, T.All(k) - T.Cos(t));
        """)]
    public void Prints(string formula, string expected) => Assert.Equal(expected, string.Join("\n", Print(Parse(formula))));

    [Theory]
    [InlineData("softplus(t)", "1.0")]
    [InlineData("3 * softplus(-t) + t", "3.0")]
    [InlineData("b * softplus(-t) + (1 - b) * softplus(t)", "1.0")]
    [InlineData("s * softplus(t - b) + softplus(b - t)", "s + 1.0")]
    [InlineData("s * (softplus(t) + 2 * softplus(-t)) / b", "3.0 * s / b")]
    [InlineData("softplus(2 * t) + 5 * softplus(t)", "5.0")]
    [InlineData("t * softplus(t)", null)]
    [InlineData("square(softplus(t))", null)]
    [InlineData("t > 0 ? softplus(t) : t", null)]
    [InlineData("softplus(b) * t", null)]
    public void TheWeightOfTheLogarithm(string formula, string? expected)
        => Assert.Equal(expected, LogarithmTerm.Of(Parse(formula)) is { } term ? ScalarPrinter.Print(term.Weight, static name => name) : null);

    [Fact]
    public void LocalsLeaveTheNamesOfHyperparametersAlone()
        => Assert.Contains("T x2 = t - T.All(k2);", Print(Formula.Parse("k * square(t - x)", "x", "k")));

    private static Expr Parse(string formula) => Simplifier.Simplify(Formula.Parse(formula, "s", "b"));

    /// <summary>The coefficients, then the statements.</summary>
    private static IEnumerable<string> Print(Expr loss)
    {
        var (statements, coefficients) = KernelPrinter.Print(loss, LogarithmTerm.Of(loss), Derivative.Of(loss), static name => name);
        return [.. coefficients.Select(static coefficient => $"{coefficient.Name} = {coefficient.Value}"), .. statements];
    }
}
