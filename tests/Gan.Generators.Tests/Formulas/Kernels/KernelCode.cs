using System.Reflection;
using Gan.Generators.Emission;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Tests.Generation;
using Gan.Runtime;
using Gan.Runtime.Cuda.Tracing;
using Gan.Runtime.Kernels;
using Gan.Tests.Shared.Traces;
using static TorchSharp.torch;

namespace Gan.Generators.Tests.Formulas.Kernels;

/// <summary>A formula's struct as it is emitted, compiled and run over <see cref="DoubleLane"/>.</summary>
internal sealed class KernelCode
{
    private readonly Type _type;
    private readonly IReadOnlyList<string> _parameters;

    private KernelCode(Type type, Expr formula) => (_type, _parameters) = (type, formula.ParameterNames());

    /// <summary>One for each formula, simplified. A compilation takes its time: many at once.</summary>
    public static IReadOnlyList<KernelCode> Compile(IReadOnlyList<Expr> formulas)
    {
        var writer = GeneratedFile.Begin("");
        for (var i = 0; i < formulas.Count; i++) FormulaEmitter.EmitStruct(writer, $"F{i}", formulas[i], default);
        var compilation = GeneratorRun.CompilationOf(writer.ToString());
        GeneratorRun.AssertCompiles(compilation);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        // The compiler puts the file before the name.
        var types = Assembly.Load(image.ToArray()).GetTypes().ToDictionary(static type => type.Name[(type.Name.LastIndexOf("__", StringComparison.Ordinal) + 2)..]);
        return [.. formulas.Select((formula, i) => new KernelCode(types[$"F{i}"], formula))];
    }

    /// <summary>With values for its parameters.</summary>
    public KernelRun With(IReadOnlyDictionary<string, double> values) => new(_type, [.. _parameters.Select(name => (object)values[name])]);
}

/// <inheritdoc cref="KernelCode"/>
internal sealed class KernelRun(Type type, object[] parameters)
{
    private readonly ILossFormula _formula = (ILossFormula)Activator.CreateInstance(type, parameters)!;
    private readonly bool _hasLogarithm = (bool)type.GetProperty(nameof(ILossFormula.HasLogarithm))!.GetValue(null)!;

    /// <summary>The loss and its slope, by the kernel.</summary>
    public (double Loss, double Slope) At(double t)
    {
        _formula.Evaluate(new DoubleLane(t), out var loss, out var unit, out var slope);
        Assert.True(unit.Value is >= 0 and <= 1 || double.IsNaN(t), $"the unit at {t:R} is {unit.Value:R}");
        if (_hasLogarithm) return (loss.Value + (_formula.LogarithmWeight * RealMath.Log1p(unit.Value)), slope.Value);
        Assert.Equal((0, 0), (_formula.LogarithmWeight, unit.Value));
        return (loss.Value, slope.Value);
    }

    /// <summary>The outputs of the kernel and of what is traced of it, on lanes of the library.</summary>
    public (Double1[] Kernel, Double1[] Traced) Traced(double t)
    {
        _formula.Evaluate(new LogitTrace(TracedValue.Argument), out var loss, out var unit, out var slope);
        var graph = new TraceGraph(loss.Value, unit.Value, slope.Value);
        _formula.Evaluate(Double1.All(t), out var lossThere, out var unitThere, out var slopeThere);
        return ([lossThere, unitThere, slopeThere], TraceInterpreter.Run(graph, graph.Coefficients, Double1.All(t)));
    }

    /// <summary>The same by tensor operations, with the derivative of the slope.</summary>
    public (double Loss, double Slope, double Curvature) Composed(double t)
    {
        using var scope = NewDisposeScope();
        var logit = tensor([t], requires_grad: true);
        var slope = _formula.Slope(logit);
        var curvature = autograd.grad([slope.sum()], [logit], retain_graph: true)[0];
        return (_formula.Loss(logit).item<double>(), slope.item<double>(), curvature.item<double>());
    }
}
