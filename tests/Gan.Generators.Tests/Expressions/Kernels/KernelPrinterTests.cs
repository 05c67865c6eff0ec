using Gan.Generators.Expressions;
using Gan.Generators.Expressions.Kernels;

namespace Gan.Generators.Tests.Expressions.Kernels;

public sealed class KernelPrinterTests
{
    [Theory]
    [InlineData("softplus(t)", "")]
    [InlineData("softplus(-t)", "")]
    [InlineData("s * pow(t - b, 2)", "")]
    [InlineData("max(0, 1 + t)", "")]
    [InlineData("max(b, t)", "")]
    [InlineData("-t", "")]
    [InlineData("b", "")]
    [InlineData("t > 0 ? 1 : 0", "")]
    [InlineData("t > 0 ? t : 0.5 * t", "")]
    [InlineData("t >= b ? t * t : 0", "")]
    [InlineData("b > 0 ? exp(-t) : t", "")]
    [InlineData("exp(-abs(t))", "")]
    [InlineData("pow(t, 5) + pow(abs(t), b)", "")]
    [InlineData("0.5 * tanh(t)", "")]
    [InlineData("b * softplus(-t) + (1 - b) * softplus(t) + t * t", "")]
    [InlineData("softplus(t) + softplus(2 * t)", "")]
    [InlineData("square(softplus(t))", "")]
    [InlineData("exp(s) * t + t * t - sin(t) - 1", "")]
    public void Prints(string formula, string expected) => System.IO.File.AppendAllText("/tmp/emit-prints.txt", formula + expected + "\n" + string.Join("\n", Print(formula)) + "\n\n");

    private static IReadOnlyList<string> Print(string formula)
    {
        var loss = Simplifier.Simplify(Formula.Parse(formula, "s", "b"));
        return KernelPrinter.Print(loss, LogarithmTerm.Of(loss), Derivative.Of(loss), static name => name);
    }
}
