using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Formulas.Operations;

namespace Gan.Generators.Formulas.Kernels;

internal sealed partial class KernelLowering
{
    /// <summary>The highest power that is multiplied out.</summary>
    private const int MaxPower = 8;

    private OperationNode OfCall(Call call)
    {
        var x = call.Argument;
        return call.Function.Name switch
        {
            "softplus" => graph.Add(Function("Relu", x), graph.Of(LaneOperations.Call("Log1pOfUnit", 1), Decay(x))),
            "logsigmoid" => graph.Negate(Lower(Functions.Softplus.Of(Scaled.Negated(x)))),
            "sigmoid" => Sigmoid(x),
            "exp" => graph.Of(IsNotPositive(x) ? LaneOperations.ExpOfNegative : LaneOperations.Exp, Lower(x)),
            "square" => graph.Multiply(Lower(x), Lower(x)),
            "pow" when call.Arguments[1] is Constant { Value: var power } && power == Math.Floor(power) && Math.Abs(power) is > 0 and <= MaxPower => Power(Lower(x), (int)power),
            "leaky_relu" or "elu" => Lower(call.Function.Definition!(call.Arguments)),
            // ILanes has the methods of the table's names.
            var name => Function(char.ToUpperInvariant(name[0]) + name.Substring(1), [.. call.Arguments]),
        };
    }

    /// <summary>e^-|x|, at most 1: the same for x and -x.</summary>
    public OperationNode Decay(Expr x) => graph.Of(LaneOperations.ExpOfNegative, graph.Negate(Function("Abs", Unsigned(x))));

    /// <summary>x or -x, whichever has no minus sign in front.</summary>
    public static Expr Unsigned(Expr x) => CallRules.IsNegative(x) ? Simplifier.Simplify(Scaled.Negated(x)) : x;

    /// <summary>1/(1 + e^-x) by the exponential that does not overflow; NaN is not below 0.</summary>
    private OperationNode Sigmoid(Expr x)
    {
        var (one, decay) = (graph.All(1), Decay(x));
        return graph.Multiply(graph.Of(LaneOperations.IfLess, Lower(x), graph.All(0), decay, one), Reciprocal(graph.Add(one, decay)));
    }

    private static bool IsNotPositive(Expr x) => IntervalEvaluator.Evaluate(x, Interval.All).IsNotPositive;

    private OperationNode Power(OperationNode x, int power)
    {
        if (power < 0) return Reciprocal(Power(x, -power));
        if (power == 1) return x;
        var root = Power(x, power / 2);
        return power % 2 == 0 ? graph.Multiply(root, root) : graph.Multiply(graph.Multiply(root, root), x);
    }

    private OperationNode Function(string method, params Expr[] arguments) => graph.Of(LaneOperations.Call(method, arguments.Length), [.. arguments.Select(Lower)]);

    /// <summary>A select: what is not taken may be anything. NaN is on neither side of a bound, and goes the way of a side that has t.</summary>
    private OperationNode OfConditional(Conditional c)
    {
        if (IsScalar(c.Left) && IsScalar(c.Right))
            return graph.Of(LaneOperations.Choice($"{ScalarPrinter.Print(c.Left, parameter, primary: true)} {c.Comparison.Text()} {ScalarPrinter.Print(c.Right, parameter, primary: true)}"), Lower(c.Then), Lower(c.Else));
        if (ForNaN(c) is var forNaN && !ReferenceEquals(forNaN, c.Else)) c = new(c.Comparison.Not(), c.Left, c.Right, c.Else, c.Then);
        var operation = c.Comparison is Comparison.Less or Comparison.Greater ? LaneOperations.IfLess : LaneOperations.IfLessOrEqual;
        var (left, right) = c.Comparison is Comparison.Less or Comparison.LessOrEqual ? (c.Left, c.Right) : (c.Right, c.Left);
        return graph.Of(operation, Lower(left), Lower(right), Lower(c.Then), Lower(c.Else));
    }

    /// <summary>The side that is taken where a side of the comparison is NaN.</summary>
    private static Expr ForNaN(Conditional c) => c.Then.HasLogit && !c.Else.HasLogit ? c.Then : c.Else;

    /// <summary>Whether the value is NaN wherever t is, by the operations that the formula becomes.</summary>
    public static bool KeepsNaN(Expr expression) => KeepsNaN(expression, []);

    /// <param name="known">A conditional asks of its sides more than once.</param>
    private static bool KeepsNaN(Expr expression, Dictionary<Expr, bool> known)
    {
        if (!known.TryGetValue(expression, out var keeps)) known.Add(expression, keeps = Decide());
        return keeps;

        bool Decide() => expression switch
        {
            { HasLogit: false } => false,
            Logit => true,
            Conditional c when c.Left.HasLogit || c.Right.HasLogit => Keeps(ForNaN(c)) && (Keeps(c.Left) || Keeps(c.Right) || (Keeps(c.Then) && Keeps(c.Else))),
            Conditional c => Keeps(c.Then) && Keeps(c.Else),
            // Everything to the power of 0 is 1, and so is 1 to every power.
            Call { Function.Name: "pow" } power => power.Arguments[1] is Constant { Value: not 0 } ? Keeps(power.Argument) : power.Argument.HasLogit && power.Arguments[1].HasLogit && power.Arguments.All(Keeps),
            Call { Function.Name: "leaky_relu" or "elu" } call => Keeps(call.Function.Definition!(call.Arguments)),
            _ => expression.Children.Any(Keeps),
        };

        bool Keeps(Expr part) => KeepsNaN(part, known);
    }
}
