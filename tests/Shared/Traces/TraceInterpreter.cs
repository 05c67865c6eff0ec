using Gan.Runtime;
using Gan.Runtime.Cuda.Tracing;

namespace Gan.Tests.Shared.Traces;

/// <summary>Computes what a graph says, step by step, on lanes.</summary>
internal static class TraceInterpreter
{
    /// <summary>The outputs for an argument, with the numbers that coefficients have.</summary>
    public static T[] Run<T>(TraceGraph graph, IReadOnlyList<double> coefficients, T argument)
        where T : struct, Runtime.Kernels.IVectorLanes<T>
    {
        var values = new T[graph.Steps.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Do(graph.Steps[i], coefficients, argument, values);
        return [.. graph.Outputs.Select(place => values[place])];
    }

    private static T Do<T>(TraceStep step, IReadOnlyList<double> coefficients, T argument, T[] values)
        where T : struct, Runtime.Kernels.IVectorLanes<T>
    {
        T At(int i) => values[step.Operands[i]];
        return step.Operation switch
        {
            Operation.Argument => argument,
            Operation.Constant => T.All(step.Number),
            Operation.Coefficient => T.All(new Coefficient(coefficients[(int)step.Number])),
            Operation.Add => At(0) + At(1),
            Operation.Subtract => At(0) - At(1),
            Operation.Multiply => At(0) * At(1),
            Operation.Divide => At(0) / At(1),
            Operation.Negate => -At(0),
            Operation.MultiplyAdd => T.MultiplyAdd(At(0), At(1), At(2)),
            Operation.Abs => T.Abs(At(0)),
            Operation.Relu => T.Relu(At(0)),
            Operation.Max => T.Max(At(0), At(1)),
            Operation.Min => T.Min(At(0), At(1)),
            Operation.Sign => T.Sign(At(0)),
            Operation.Sqrt => T.Sqrt(At(0)),
            Operation.Exp => T.Exp(At(0)),
            Operation.ExpOfNegative => T.ExpOfNegative(At(0)),
            Operation.Expm1 => T.Expm1(At(0)),
            Operation.Log => T.Log(At(0)),
            Operation.Log1p => T.Log1p(At(0)),
            Operation.Log1pOfUnit => T.Log1pOfUnit(At(0)),
            Operation.Pow => T.Pow(At(0), At(1)),
            Operation.Tanh => T.Tanh(At(0)),
            Operation.Sin => T.Sin(At(0)),
            Operation.Cos => T.Cos(At(0)),
            Operation.IfLess => T.IfLess(At(0), At(1), At(2), At(3)),
            Operation.IfLessOrEqual => T.IfLessOrEqual(At(0), At(1), At(2), At(3)),
            Operation.NaNOf => T.NaNOf(At(0), At(1)),
            Operation.AtLeast => T.AtLeast(step.Number, At(0)),
            Operation.AtMost => T.AtMost(step.Number, At(0)),
            Operation.CopySign => T.CopySign(At(0), At(1)),
            Operation.PowerOfTwo => T.PowerOfTwo(At(0)),
            Operation.Exponent => T.Split(At(0)).Exponent,
            Operation.Mantissa => T.Split(At(0)).Mantissa,
            _ => throw new InvalidOperationException($"Nothing is known of {step.Operation}."),
        };
    }
}
