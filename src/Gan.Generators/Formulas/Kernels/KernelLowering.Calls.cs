using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Operations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Formulas.Kernels;

internal sealed partial class KernelLowering
{
    public OperationNode Lanes(string method, params Expr[] x) => Lanes(method, [.. x.Select(Lower)]);

    public OperationNode Lanes(string method, params OperationNode[] x) => graph.Of(LaneOperations.Call(method, x.Length), x);

    public OperationNode Exponential(Expr x) => graph.Of(IntervalEvaluator.Evaluate(x, Interval.All).IsNotPositive ? LaneOperations.ExpOfNegative : LaneOperations.Exp, Lower(x));

    public OperationNode Decay(Expr x) => graph.Of(LaneOperations.ExpOfNegative, graph.Negate(Lanes("Abs", Unsigned(x))));

    public OperationNode All(double number) => graph.All(number);

    public OperationNode Negate(OperationNode x) => graph.Negate(x);

    public OperationNode Add(OperationNode x, OperationNode y) => graph.Add(x, y);

    public OperationNode Multiply(OperationNode x, OperationNode y) => graph.Multiply(x, y);

    public OperationNode Reciprocal(OperationNode x) => graph.Of(LaneOperations.Reciprocal, x);

    /// <summary>x or -x, whichever has no minus sign in front.</summary>
    public static Expr Unsigned(Expr x) => CallRules.IsNegative(x) ? Simplifier.Simplify(ScalarMultiple.Negated(x)) : x;

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
            Call call => call.Function.KeepsNaN(call.Arguments, Keeps),
            _ => expression.Children.Any(Keeps),
        };

        bool Keeps(Expr part) => KeepsNaN(part, known);
    }
}
