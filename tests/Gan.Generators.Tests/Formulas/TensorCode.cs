using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing.Tensors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static TorchSharp.torch;

namespace Gan.Generators.Tests.Formulas;

/// <summary>Compiles printed tensor code and runs it.</summary>
internal static class TensorCode
{
    /// <summary>One function of the logits for each formula, the parameters m and s at their usual values.</summary>
    public static IReadOnlyList<Func<Tensor, Tensor>> Compile(IReadOnlyList<Expr> formulas)
    {
        var methods = formulas.Select((f, i) => $"    public static Tensor Loss{i}(Tensor t, Values values) {{ {Body(f)} }}");
        var source = $"using static TorchSharp.torch;\npublic record Values(double m, double s);\npublic static class Losses\n{{\n{string.Join("\n", methods)}\n}}";
        ImmutableArray<MetadataReference> references =
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location)];
        var compilation = CSharpCompilation.Create("losses", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary));
        // TorchSharp is built for an older runtime, which the compiler of a project resolves by itself.
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1701"));

        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        var assembly = Assembly.Load(stream.ToArray());
        var type = assembly.GetType("Losses")!;
        var values = Activator.CreateInstance(assembly.GetType("Values")!, RandomFormula.Values["m"], RandomFormula.Values["s"])!;
        return [.. formulas.Select((_, i) => (Func<Tensor, Tensor>)(t => (Tensor)type.GetMethod($"Loss{i}")!.Invoke(null, [t, values])!))];
    }

    /// <summary>The statements of a method of the logits t, with the parameters in values.</summary>
    public static string Body(Expr formula)
    {
        var (statements, result) = TensorPrinter.Print(formula, "t", static name => $"values.{name}");
        return string.Join(" ", [.. statements, $"return {result};"]);
    }

    /// <summary>The values, first and second derivatives at some logits, in float64.</summary>
    public static (double[] Values, double[] Slopes, double[] Curvatures) Run(Func<Tensor, Tensor> loss, double[] logits)
    {
        using var scope = NewDisposeScope();
        var t = tensor(logits, requires_grad: true);
        var losses = loss(t);
        Assert.Equal(t.shape, losses.shape);
        Assert.Equal(ScalarType.Float64, losses.dtype);
        autograd.backward([losses.sum()], create_graph: true, retain_graph: true, inputs: [t]);
        var slopes = t.grad!;
        t.grad = null;
        var curvatures = zeros_like(t);
        if (slopes.requires_grad)
        {
            autograd.backward([slopes.sum()], inputs: [t]);
            curvatures = t.grad ?? curvatures;
        }

        return (Read(losses), Read(slopes), Read(curvatures));

        // libtorch may hand out a zero gradient without memory behind it; a sum has some.
        double[] Read(Tensor values) => (values.detach() + zeros_like(t)).data<double>().ToArray();
    }
}
