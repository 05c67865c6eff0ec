namespace Gan.Generators.Formulas.Tree;

/// <summary>The value of a formula as float32 tensors have it: every operation rounds its result.</summary>
/// <param name="parameters">The values of the hyperparameters.</param>
internal sealed class SingleEvaluator(IReadOnlyDictionary<string, double> parameters)
{
    /// <summary>The first part whose value was no finite number, those below it finite; null while there was none. A branch that is not taken is left out.</summary>
    public (Expr Part, float Value)? Failure { get; private set; }

    /// <param name="expression">The formula.</param>
    /// <param name="logit">The value of t.</param>
    /// <param name="parameters">The values of the hyperparameters.</param>
    public static float Evaluate(Expr expression, float logit, IReadOnlyDictionary<string, double> parameters)
        => new SingleEvaluator(parameters).Evaluate(expression, logit);

    public float Evaluate(Expr expression, float logit)
    {
        // What does not depend on t is a double until it meets a tensor.
        var value = expression.HasLogit ? Value(expression, logit) : (float)expression.Evaluate(logit, parameters);
        if (Failure is null && (float.IsNaN(value) || float.IsInfinity(value))) Failure = (expression, value);
        return value;
    }

    private float Value(Expr expression, float logit)
    {
        switch (expression)
        {
            case Logit:
                return logit;
            case Sum { Terms: var terms }:
                var total = Evaluate(terms[0], logit);
                for (var i = 1; i < terms.Count; i++) total += Evaluate(terms[i], logit);
                return total;
            case Product { Factors: var factors }:
                var result = Evaluate(factors[0], logit);
                for (var i = 1; i < factors.Count; i++) result *= Evaluate(factors[i], logit);
                return result;
            case Quotient quotient:
                return Evaluate(quotient.Numerator, logit) / Evaluate(quotient.Denominator, logit);
            case Conditional c:
                return Evaluate(c.Comparison.Holds(Evaluate(c.Left, logit), Evaluate(c.Right, logit)) ? c.Then : c.Else, logit);
            case Call call:
                Span<double> arguments = stackalloc double[call.Arguments.Count];
                for (var i = 0; i < arguments.Length; i++) arguments[i] = Evaluate(call.Arguments[i], logit);
                return (float)call.Function.Value(arguments);
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr.");
        }
    }
}
