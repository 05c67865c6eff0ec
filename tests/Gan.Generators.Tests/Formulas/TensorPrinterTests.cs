using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using CsCheck;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing.Tensors;
using Gan.Generators.Tests.Properties;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Tests.Formulas;

public class TensorPrinterTests
{
    [Theory]
    [InlineData("softplus(-t)", "t.neg().softplus(1, 40)")]
    [InlineData("max(0, 1 + t)", "(t + 1.0).relu()")]
    [InlineData("1 - t", "1.0 - t")]
    [InlineData("s * pow(t - b, 2)", "(t - b).square() * s")]
    [InlineData("s * 2 * t + s / 3", "t * (2.0 * s) + (s / 3.0)")]
    [InlineData("-sigmoid(-t) - t", "global::TorchSharp.torch.Tensor x = t.neg(); x - x.sigmoid()")]
    [InlineData("max(b, t)", "t.threshold(b, b)")]
    [InlineData("min(t, 1)", "t.neg().threshold(-1.0, -1.0).neg()")]
    [InlineData("max(t, t * t)", "t.square().maximum(t)")]
    [InlineData("exp(-t) / t", "t.neg().exp() / t")]
    [InlineData("1 / t", "t.reciprocal()")]
    [InlineData("pow(t, 3) + pow(2, t)", "t.pow(3.0) + t.full_like(2.0).pow(t)")]
    [InlineData("softplus(s) * t", "t * t.full_like(s).softplus(1, 40)")]
    [InlineData("exp(s) + log(2) * t", "t * 0.6931471805599453 + global::System.Math.Exp(s)")]
    [InlineData("3", "t.where(t.isnan(), t.full_like(3.0))")]
    [InlineData("s", "t.where(t.isnan(), t.full_like(s))")]
    [InlineData("s > 0 ? t : 1", "(s > 0.0 ? t : t.where(t.isnan(), t.full_like(1.0)))")]
    [InlineData("t > 0 ? t * t : 0", "t.square().masked_fill(t.le(0.0), 0.0)")]
    [InlineData("t > 0 ? 1 + t : exp(t)", "global::TorchSharp.torch.Tensor mask = t.gt(0.0); (t + 1.0).where(mask, t.masked_fill(mask, 0).exp())")]
    [InlineData("t > 0 ? 1 : 0", "t.where(t.isnan(), t.full_like(0.0).masked_fill(t.gt(0.0), 1.0))")]
    [InlineData("t > 0 ? elu(t) : 1", "t.elu(1.0).masked_fill(t.le(0.0), 1.0)")]
    [InlineData("leaky_relu(t, t)", "t.where(t.gt(0.0), t.square())")]
    public void Prints(string formula, string expected)
    {
        var (statements, result) = TensorPrinter.Print(Simplifier.Simplify(Formula.Parse(formula, "s", "b")), "t");
        Assert.Equal(expected, string.Join(" ", [.. statements, result]));
    }

    /// <summary>A conditional within a conditional repeats neither its masks nor the logits it hides: written out, this slope is 120,000 characters.</summary>
    [Fact]
    public void Masks_are_written_once()
    {
        var formula = Formula.Parse("min(square(t * (t + 12) * tanh(t)), elu(1.5 * t * (t + 1) / t, 0.5))");
        var (statements, result) = TensorPrinter.Print(Derivative.Of(Simplifier.Simplify(formula)), "t");
        Assert.InRange(statements.Sum(static line => line.Length) + result.Length, 0, 4000);
    }

    [Fact]
    public void Prints_code_that_compiles_to_a_tensor()
    {
        var seen = RandomFormula.Any.Take(400).Select(static formula => TensorCode.Body(Simplifier.Simplify(formula))).ToList();
        foreach (var function in Functions.All)
            seen.Add(TensorCode.Body(function.Of([.. Enumerable.Range(0, function.Arity).Select(i => i == 0 ? Expr.T : new Constant(i))])));

        var methods = seen.Select((code, i) => $"    static Tensor Loss{i}(Tensor t, (double m, double s) values) {{ {code} }}");
        var source = $"using static TorchSharp.torch;\nstatic class Losses\n{{\n{string.Join("\n", methods)}\n}}";
        ImmutableArray<MetadataReference> references =
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location)];
        var compilation = CSharpCompilation.Create("losses", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary));
        // TorchSharp is built for an older runtime, which the compiler of a project resolves by itself.
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1701"));
    }
}
