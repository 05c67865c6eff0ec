using System.Globalization;
using System.Text;
using Gan.Runtime.Cuda.Tracing;

namespace Gan.Runtime.Cuda.Kernels;

/// <summary>A graph as statements of CUDA C: a name for each value, in the order in which they can be computed.</summary>
/// <param name="graph">What is computed.</param>
/// <param name="argument">The argument's name.</param>
/// <param name="isDouble">Whether numbers are of double precision.</param>
internal sealed class Statements(TraceGraph graph, string argument, bool isDouble)
{
    /// <summary>The name of a number that hyperparameters make.</summary>
    public static string Coefficient(int place) => "k" + (place + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The statements, each on a line.</summary>
    public string Text(string indentation)
    {
        var text = new StringBuilder();
        for (var i = 0; i < graph.Steps.Count; i++)
        {
            if (IsNamed(i))
                text.Append(indentation).Append("const number ").Append(Name(i)).Append(" = ").Append(Expression(graph.Steps[i])).Append(";\n");
        }

        return text.ToString();
    }

    /// <summary>The value of an output.</summary>
    public string Output(int output) => Operand(graph.Outputs[output]);

    // Leaves and a change of sign are written where they are used.
    private bool IsNamed(int place) => graph.Steps[place].Operation is not (Operation.Argument or Operation.Constant or Operation.Coefficient or Operation.Negate);

    private static string Name(int place) => "v" + place.ToString(CultureInfo.InvariantCulture);

    private string Operand(int place) => IsNamed(place) ? Name(place) : Expression(graph.Steps[place]);

    private string Expression(TraceStep step)
    {
        string At(int i) => Operand(step.Operands[i]);
        string Call(string function) => $"{function}({string.Join(", ", step.Operands.Select(Operand))})";
        return step.Operation switch
        {
            Operation.Argument => argument,
            Operation.Constant => Number(step.Number),
            Operation.Coefficient => $"(number){Coefficient((int)step.Number)}",
            // In brackets: two signs in a row are another operator.
            Operation.Negate => $"-({At(0)})",
            Operation.Add => Call("add"),
            Operation.Subtract => Call("subtract"),
            Operation.Multiply => Call("multiply"),
            Operation.Divide => Call("divide"),
            Operation.MultiplyAdd => Call("multiply_add"),
            Operation.Abs => Call("absolute"),
            Operation.Relu => Call("relu"),
            Operation.Max => Call("greater_of"),
            Operation.Min => Call("lesser_of"),
            Operation.Sign => Call("sign_of"),
            Operation.Sqrt => Call("square_root"),
            Operation.Pow => Call("power"),
            Operation.Sin => Call("sine"),
            Operation.Cos => Call("cosine"),
            Operation.NaNOf => Call("nan_of"),
            Operation.CopySign => Call("copy_sign"),
            Operation.PowerOfTwo => Call("power_of_two"),
            Operation.Exponent => Call("exponent_of"),
            Operation.Mantissa => Call("mantissa_of"),
            Operation.AtLeast => $"at_least({Number(step.Number)}, {At(0)})",
            Operation.AtMost => $"at_most({Number(step.Number)}, {At(0)})",
            Operation.IfLess => $"{At(0)} < {At(1)} ? {At(2)} : {At(3)}",
            Operation.IfLessOrEqual => $"{At(0)} <= {At(1)} ? {At(2)} : {At(3)}",
            _ => Call(FunctionText.NameOf(step.Operation) ?? throw new InvalidOperationException($"There is no CUDA C for {step.Operation}.")),
        };
    }

    private string Number(double number)
    {
        var rounded = isDouble ? number : (float)number;
        if (double.IsNaN(rounded))
            return "not_a_number()";
        if (double.IsInfinity(rounded))
            return rounded > 0 ? "infinity()" : "-infinity()";
        var digits = isDouble ? number.ToString("R", CultureInfo.InvariantCulture) : ((float)number).ToString("R", CultureInfo.InvariantCulture);
        return (digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0") + (isDouble ? "" : "f");
    }
}
