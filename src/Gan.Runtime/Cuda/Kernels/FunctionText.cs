using System.Collections.Concurrent;
using Gan.Runtime.Cuda.Tracing;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>The functions of the lanes in CUDA C, as the lanes' own code computes them when it is traced.</summary>
internal static class FunctionText
{
    private static readonly ConcurrentDictionary<(Operation Operation, bool IsDouble), string?> s_texts = new();

    /// <summary>The name by which a formula calls it; null of what is no such function.</summary>
    public static string? NameOf(Operation operation) => operation switch
    {
        Operation.Exp => "exp_of",
        Operation.ExpOfNegative => "exp_of_negative",
        Operation.Expm1 => "expm1_of",
        Operation.Log => "log_of",
        Operation.Log1p => "log1p_of",
        Operation.Log1pOfUnit => "log1p_of_unit",
        Operation.Tanh => "tanh_of",
        _ => null,
    };

    /// <summary>Its definition; null of what is no such function.</summary>
    public static string? Of(Operation operation, bool isDouble) => s_texts.GetOrAdd((operation, isDouble), static key =>
        NameOf(key.Operation) is { } name ? Define(name, DescriptionOf(key.Operation), key.IsDouble ? Trace<DoubleTrace>(key.Operation) : Trace<SingleTrace>(key.Operation), key.IsDouble) : null);

    /// <summary>What a function does.</summary>
    public static TraceGraph Trace<T>(Operation operation)
        where T : struct, IFunctionTrace<T>
    {
        var x = T.Of(TracedValue.Argument);
        var result = operation switch
        {
            Operation.Exp => T.Exp(x),
            Operation.ExpOfNegative => T.ExpOfNegative(x),
            Operation.Expm1 => T.Expm1(x),
            Operation.Log => T.Log(x),
            Operation.Log1p => T.Log1p(x),
            Operation.Log1pOfUnit => T.Log1pOfUnit(x),
            Operation.Tanh => T.Tanh(x),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "It is no function of one number."),
        };
        return new(result.Value);
    }

    private static string DescriptionOf(Operation operation) => operation switch
    {
        Operation.Exp => "exp(x).",
        Operation.ExpOfNegative => "exp(x) of x that is not above 0.",
        Operation.Expm1 => "exp(x) - 1 without cancellation.",
        Operation.Log => "The natural logarithm.",
        Operation.Log1p => "log(1 + x) without cancellation.",
        Operation.Log1pOfUnit => "log(1 + x) of x from 0 to 1.",
        _ => "The hyperbolic tangent.",
    };

    private static string Define(string name, string description, TraceGraph graph, bool isDouble)
    {
        var statements = new Statements(graph, "x", isDouble);
        return $"// {description}\nstatic __device__ __forceinline__ number {name}(number x)\n{{\n{statements.Text("    ")}    return {statements.Output(0)};\n}}\n";
    }
}
