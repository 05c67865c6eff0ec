using CudaKernels;
using Gan.Runtime.Cuda.Kernels;
using Gan.Runtime.Cuda.Tracing;
using Gan.Runtime.Tests.Kernels;
using Gan.Tests.Shared.Traces;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>What traces remember has the bits of what was traced.</summary>
public sealed class TraceTests
{
    private const int Stride = 401;

    private static readonly float[] s_floats = [.. LaneSamples.Floats.Where(static (_, i) => i % Stride == 0), float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, 1, -1, 0.5f, -0.5f];

    private static readonly double[] s_doubles = [.. LaneSamples.Doubles.Where(static (_, i) => i % Stride == 0), double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, 1, -1, 0.5, -0.5];

    public static TheoryData<string> Losses => [.. CatalogueTerm.All.Select(static term => term.Name)];

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLossOfTheCatalogue(string name)
    {
        foreach (var loss in CatalogueTerm.All.Single(term => term.Name == name).Losses)
        {
            var (losses, slopes) = Pass(loss, s_floats, ScalarType.Float32);
            for (var i = 0; i < s_floats.Length; i++)
                AssertSame<Float1, float>(loss.Trace, s_floats[i], losses[i], slopes[i]);
            var (doubleLosses, doubleSlopes) = Pass(loss, s_doubles, ScalarType.Float64);
            for (var i = 0; i < s_doubles.Length; i++)
                AssertSame<Double1, double>(loss.Trace, s_doubles[i], doubleLosses[i], doubleSlopes[i]);
        }
    }

    public static TheoryData<string> Functions => ["Exp", "ExpOfNegative", "Expm1", "Log", "Log1p", "Log1pOfUnit", "Tanh"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void EveryFunctionOfTheLanes(string name)
    {
        var operation = Enum.Parse<Operation>(name);
        var graph = new TraceGraph(new TracedValue(operation, 0, TracedValue.Argument));
        var (single, doubled) = (FunctionText.Trace<SingleTrace>(operation), FunctionText.Trace<DoubleTrace>(operation));
        foreach (var x in s_floats)
            Assert.Equal(Bits(Run<Float1, float>(graph, [], x)[0]), Bits(Run<Float1, float>(single, [], x)[0]));
        foreach (var x in s_doubles)
            Assert.Equal(Bits(Run<Double1, double>(graph, [], x)[0]), Bits(Run<Double1, double>(doubled, [], x)[0]));
        // It is made of arithmetic alone.
        Assert.All(single.Steps.Concat(doubled.Steps), static step => Assert.Null(FunctionText.NameOf(step.Operation)));
    }

    [Fact]
    public void WhatIsComputedTwiceStandsInAGraphOnce()
    {
        var graph = new TraceGraph(Twice(new LogitTrace(TracedValue.Argument)).Value);
        Assert.Equal([Operation.Argument, Operation.Negate, Operation.Exp, Operation.Multiply], graph.Steps.Select(static step => step.Operation));
    }

    [Fact]
    public void HyperparametersAreArgumentsAndNoPartOfTheText()
    {
        var published = CatalogueTerm.Of(new LeastSquares()).First();
        // b and s are equal here, and stay two numbers.
        var other = CatalogueTerm.Of(new LeastSquares { B = 3, S = 3 }).First();
        Assert.Equal([0, 1, 1, 2], published.Losses[0].Trace.Arguments);
        Assert.Equal([0, 3, 3, 6], other.Losses[0].Trace.Arguments);
        Assert.Same(published.Launches(ScalarType.Float32, false)[0].Kernel, other.Launches(ScalarType.Float32, false)[0].Kernel);
    }

    private static T Twice<T>(T t)
        where T : struct, ILanes<T> => T.Exp(-t) * T.Exp(-t);

    private static void AssertSame<T, TElement>(FormulaTrace trace, TElement t, TElement loss, TElement slope)
        where T : struct, IVectorLanes<T>, ILaneMemory<T, TElement>
        where TElement : unmanaged
    {
        var results = Run<T, TElement>(trace.Graph, [.. trace.Arguments.Skip(1)], t);
        var whole = trace.HasLogarithm ? Number<T, TElement>(T.MultiplyAdd(T.All(trace.Arguments[0]), T.Log1pOfUnit(Lane<T, TElement>(results[1])), Lane<T, TElement>(results[0]))) : results[0];
        Assert.Equal((Bits(loss), Bits(slope)), (Bits(whole), Bits(results[2])));
    }

    // NaN has many.
    private static long Bits<TElement>(TElement x)
        where TElement : unmanaged => x switch
        {
            float single => float.IsNaN(single) ? -1 : BitConverter.SingleToInt32Bits(single),
            double doubled => double.IsNaN(doubled) ? -1 : BitConverter.DoubleToInt64Bits(doubled),
            _ => throw new ArgumentOutOfRangeException(nameof(x)),
        };

    private static TElement[] Run<T, TElement>(TraceGraph graph, IReadOnlyList<double> coefficients, TElement x)
        where T : struct, IVectorLanes<T>, ILaneMemory<T, TElement>
        where TElement : unmanaged
        => [.. TraceInterpreter.Run(graph, coefficients, Lane<T, TElement>(x)).Select(Number<T, TElement>)];

    private static T Lane<T, TElement>(TElement x)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged
        => T.Load(ref x, 0);

    private static TElement Number<T, TElement>(T x)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged
    {
        var number = default(TElement);
        T.Store(x, ref number, 0);
        return number;
    }

    private static unsafe (TElement[] Losses, TElement[] Slopes) Pass<TElement>(LogitLoss loss, TElement[] logits, ScalarType type)
        where TElement : unmanaged
    {
        var (losses, slopes) = (new TElement[logits.Length], new TElement[logits.Length]);
        fixed (TElement* t = logits, l = losses, s = slopes)
            loss.OfLogits(new() { Logits = (nint)t, Count = logits.Length, Losses = (nint)l, LossFactor = 1, Gradient = (nint)s, GradientFactor = 1 }, type);
        return (losses, slopes);
    }
}
