using Gan.Generators.Basics;

namespace Gan.Generators.Formulas.Tree;

// The value of a formula in double precision.
internal abstract partial record Expr
{
    private static readonly Dictionary<string, double> NoParameters = [];

    public double Evaluate(double logit) => Evaluate(logit, NoParameters);

    /// <exception cref="KeyNotFoundException">A parameter of the formula has no value.</exception>
    public double Evaluate(double logit, IReadOnlyDictionary<string, double> parameters)
    {
        Work.CountEvaluation(Size);
        return ValueAt(logit, parameters);
    }

    private double ValueAt(double logit, IReadOnlyDictionary<string, double> parameters)
    {
        switch (this)
        {
            case Constant constant:
                return constant.Value;
            case Logit:
                return logit;
            case Parameter parameter:
                return parameters[parameter.Name];
            case Sum sum:
                var total = 0.0;
                foreach (var term in sum.Terms) total += term.ValueAt(logit, parameters);
                return total;
            case Product product:
                var result = 1.0;
                foreach (var factor in product.Factors) result *= factor.ValueAt(logit, parameters);
                return result;
            case Quotient quotient:
                return quotient.Numerator.ValueAt(logit, parameters) / quotient.Denominator.ValueAt(logit, parameters);
            case Call call:
                Span<double> arguments = stackalloc double[call.Arguments.Count];
                for (var i = 0; i < arguments.Length; i++) arguments[i] = call.Arguments[i].ValueAt(logit, parameters);
                return call.Function.Value(arguments);
            case Conditional c:
                var holds = c.Comparison.Holds(c.Left.ValueAt(logit, parameters), c.Right.ValueAt(logit, parameters));
                return (holds ? c.Then : c.Else).ValueAt(logit, parameters);
            default:
                throw new InvalidOperationException($"{GetType().Name} is not a case of Expr.");
        }
    }
}
