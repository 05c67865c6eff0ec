using Gan.Generators.Expressions;
using Gan.Generators.Expressions.Kernels;

namespace Gan.Generators.Tests.Expressions.Kernels;

public sealed class KernelPrinterTests
{
    [Theory]
    // One exponential and one division for the loss and its slope.
    [InlineData("softplus(t)", """
        var e = T.ExpOfNegative(-T.Abs(t));
        var r = T.All(1.0) / (T.All(1.0) + e);
        loss = T.Relu(t);
        unit = e;
        slope = T.IfLess(t, T.All(0.0), e, T.All(1.0)) * r;
        """)]
    [InlineData("softplus(-t)", """
        var x = -t;
        var e = T.ExpOfNegative(-T.Abs(t));
        var r = T.All(1.0) / (T.All(1.0) + e);
        loss = T.Relu(x);
        unit = e;
        slope = -(T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r);
        """)]
    [InlineData("s * pow(t - b, 2)", """
        var x = t - T.All(b);
        loss = T.All(s) * (x * x);
        unit = T.All(0.0);
        slope = T.All(2.0 * s) * x;
        """)]
    // Kinks: the slope is that of autograd.
    [InlineData("max(0, 1 + t)", """
        loss = T.Relu(t + T.All(1.0));
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.IfLess(T.All(-1.0), t, T.All(1.0), T.All(0.0)));
        """)]
    [InlineData("max(b, t)", """
        loss = T.Max(t, T.All(b));
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.IfLess(T.All(b), t, T.All(1.0), T.All(0.0)));
        """)]
    // Constants keep NaN too.
    [InlineData("-t", """
        loss = -t;
        unit = T.All(0.0);
        slope = T.NaNOf(t, T.All(-1.0));
        """)]
    [InlineData("b", """
        loss = T.NaNOf(t, T.All(b));
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
        loss = T.IfLess(t, T.All(b), T.All(0.0), t * t);
        unit = T.All(0.0);
        slope = T.IfLess(t, T.All(b), T.All(0.0), T.All(2.0) * t);
        """)]
    [InlineData("b > 0 ? exp(-t) : t", """
        var e = T.Exp(-t);
        loss = b > 0.0 ? e : t;
        unit = T.All(0.0);
        slope = T.NaNOf(t, b > 0.0 ? -e : T.All(1.0));
        """)]
    // Powers of small integers are multiplied out; exponents that are never above 0 are told apart.
    [InlineData("exp(-abs(t))", """
        var e = T.ExpOfNegative(-T.Abs(t));
        loss = e;
        unit = T.All(0.0);
        slope = -(e * T.Sign(t));
        """)]
    [InlineData("pow(t, 5) + pow(abs(t), b)", """
        var x = t * t;
        var x2 = x * x;
        var x3 = T.Abs(t);
        loss = x2 * t + T.Pow(x3, T.All(b));
        unit = T.All(0.0);
        slope = T.MultiplyAdd(T.All(5.0), x2, T.All(b) * (T.Pow(x3, T.All(b + (-1.0))) * T.Sign(t)));
        """)]
    [InlineData("0.5 * tanh(t)", """
        var x = T.Tanh(t);
        loss = T.All(0.5) * x;
        unit = T.All(0.0);
        slope = T.All(0.5) * T.MultiplyAdd(-x, x, T.All(1.0));
        """)]
    // Logarithms of the same |t| are one; another's is in the loss.
    [InlineData("b * softplus(-t) + (1 - b) * softplus(t) + t * t", """
        var c = T.All((-b) + 1.0);
        var x = -t;
        var e = T.ExpOfNegative(-T.Abs(t));
        var r = T.All(1.0) / (T.All(1.0) + e);
        var x2 = T.MultiplyAdd(T.All(-b), T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r, T.All(2.0) * t);
        loss = T.MultiplyAdd(t, t, T.MultiplyAdd(c, T.Relu(t), T.All(b) * T.Relu(x)));
        unit = e;
        slope = T.MultiplyAdd(c, T.IfLess(t, T.All(0.0), e, T.All(1.0)) * r, x2);
        """)]
    [InlineData("softplus(t) + softplus(2 * t)", """
        var x = T.All(2.0) * t;
        var e = T.ExpOfNegative(-T.Abs(x));
        var e2 = T.ExpOfNegative(-T.Abs(t));
        var r = T.All(1.0) / (T.All(1.0) + e);
        var r2 = T.All(1.0) / (T.All(1.0) + e2);
        loss = T.Relu(t) + (T.Relu(x) + T.Log1pOfUnit(e));
        unit = e2;
        slope = T.MultiplyAdd(T.All(2.0), T.IfLess(x, T.All(0.0), e, T.All(1.0)) * r, T.IfLess(t, T.All(0.0), e2, T.All(1.0)) * r2);
        """)]
    [InlineData("square(softplus(t))", """
        var e = T.ExpOfNegative(-T.Abs(t));
        var x = T.Relu(t) + T.Log1pOfUnit(e);
        var r = T.All(1.0) / (T.All(1.0) + e);
        loss = x * x;
        unit = T.All(0.0);
        slope = T.All(2.0) * (T.IfLess(t, T.All(0.0), e, T.All(1.0)) * r * x);
        """)]
    [InlineData("exp(s) * t + t * t - sin(t) - 1", """
        var c = T.All(global::System.Math.Exp(s));
        loss = T.MultiplyAdd(t, t, T.MultiplyAdd(c, t, T.All(-1.0) - T.Sin(t)));
        unit = T.All(0.0);
        slope = T.MultiplyAdd(T.All(2.0), t, c - T.Cos(t));
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
        => Assert.Contains("var x2 = t - T.All(x);", KernelPrinter.Print(Formula.Parse("square(t - x)", "x"), null, Derivative.Of(Formula.Parse("square(t - x)", "x")), static name => name));

    private static Expr Parse(string formula) => Simplifier.Simplify(Formula.Parse(formula, "s", "b"));

    private static IReadOnlyList<string> Print(Expr loss) => KernelPrinter.Print(loss, LogarithmTerm.Of(loss), Derivative.Of(loss), static name => name);
}
