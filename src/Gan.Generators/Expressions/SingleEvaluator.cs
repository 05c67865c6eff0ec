namespace Gan.Generators.Expressions;

/// <summary>The value of a formula as float32 tensors have it: every operation rounds its result.</summary>
internal static class SingleEvaluator
{
    /// <param name="expression">The formula.</param>
    /// <param name="logit">The value of t.</param>
    /// <param name="parameters">The values of the hyperparameters.</param>
    /// <param name="visit">Is told the value of every node, those below a node before it; a branch that is not taken is left out.</param>
    public static float Evaluate(Expr expression, float logit, IReadOnlyDictionary<string, double> parameters, Action<Expr, float>? visit = null)
    {
        // What does not depend on t is a double until it meets a tensor.
        var value = expression.HasLogit ? Value() : (float)expression.Evaluate(logit, parameters);
        visit?.Invoke(expression, value);
        return value;

        float At(Expr e) => Evaluate(e, logit, parameters, visit);

        float Value()
        {
            switch (expression)
            {
                case Logit:
                    return logit;
                case Sum sum:
                    return sum.Terms.Select(At).Aggregate((a, b) => a + b);
                case Product product:
                    return product.Factors.Select(At).Aggregate((a, b) => a * b);
                case Quotient quotient:
                    return At(quotient.Numerator) / At(quotient.Denominator);
                case Conditional c:
                    return At(c.Comparison.Holds(At(c.Left), At(c.Right)) ? c.Then : c.Else);
                case Call call:
                    return (float)call.Function.Value([.. call.Arguments.Select(a => (double)At(a))]);
                default:
                    throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr.");
            }
        }
    }
}
