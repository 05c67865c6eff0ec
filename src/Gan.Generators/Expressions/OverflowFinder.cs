namespace Gan.Generators.Expressions;

/// <summary>A part of a formula that leaves the range of float32 although its own operands are finite.</summary>
/// <param name="Part">The smallest such part.</param>
/// <param name="Logit">The logit nearest to zero (among those tried) where it happens.</param>
/// <param name="Value">What comes out: an infinity, or NaN where it is undefined.</param>
internal sealed record FloatOverflow(Expr Part, double Logit, double Value);

/// <summary>Looks for logits of ordinary size at which a formula overflows in float32.</summary>
internal static class OverflowFinder
{
    /// <summary>Logits up to this size are ordinary.</summary>
    public const double Reach = 100;

    private const double Step = 0.25;

    /// <summary>The first part that fails, from t = 0 outwards; null if none does.</summary>
    /// <param name="expression">The formula, in its stable form.</param>
    /// <param name="parameters">Values of the hyperparameters: their defaults.</param>
    public static FloatOverflow? Find(Expr expression, IReadOnlyDictionary<string, double> parameters)
    {
        for (var size = 0.0; size <= Reach; size += Step)
        {
            if ((At(expression, size, parameters) ?? At(expression, -size, parameters)) is { } found) return found;
        }

        return null;
    }

    private static FloatOverflow? At(Expr expression, double logit, IReadOnlyDictionary<string, double> parameters)
    {
        FloatOverflow? found = null;
        SingleEvaluator.Evaluate(expression, (float)logit, parameters, (node, value) =>
        {
            if (found is null && (float.IsNaN(value) || float.IsInfinity(value))) found = new(node, logit, value);
        });
        return found;
    }
}
