using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// A value of a hyperparameter, the others at their defaults, with which a loss is no number at logits where it is one by default: a zero of a divisor that t is not in,
/// the end of a logarithm's domain, or a number beyond it.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="Loss">What comes out: NaN or an infinity.</param>
/// <param name="Logit">A logit where it does.</param>
/// <param name="IsIsolated">Whether the loss is a number again for values a little below and a little above.</param>
internal sealed record SingularValue(double Value, double Loss, double Logit, bool IsIsolated)
{
    private const double Near = 1e-4;
    private const int MaxParts = 32;

    private static readonly double[] s_logits = [1, -1, 0.5, -0.5, 2, -2];
    private static readonly double[] s_plain = [0, 1, -1];

    /// <param name="formula">A loss.</param>
    /// <param name="parameter">The hyperparameter's name in it.</param>
    /// <param name="defaults">The values of all.</param>
    /// <param name="isInRange">Whether the hyperparameter may have a value.</param>
    /// <param name="ends">The numbers at which its range ends.</param>
    public static SingularValue? Find(Expr formula, string parameter, IReadOnlyDictionary<string, double> defaults, Func<double, bool> isInRange, IEnumerable<double> ends)
    {
        var others = defaults.Where(d => d.Key != parameter).ToDictionary(static d => d.Key, static d => (Expr)d.Value);
        var roots = formula.Nodes().SelectMany(SingularParts).Where(part => !part.HasLogit && part.ParameterNames().Contains(parameter)).Distinct().Take(MaxParts)
            .Select(part => RootOf(part.ReplaceParameters(others), parameter));
        foreach (var value in roots.OfType<double>().Concat(s_plain).Concat(ends).Distinct())
        {
            if (!isInRange(value)) continue;
            foreach (var t in s_logits)
            {
                if (IsNumber(At(value, t)) || !IsNumber(formula.Evaluate(t, defaults))) continue;
                return new(value, At(value, t), t, IsNumber(At(value - Near, t)) && IsNumber(At(value + Near, t)));
            }
        }

        return null;

        double At(double value, double t) => formula.Evaluate(t, defaults.ToDictionary(d => d.Key, d => d.Key == parameter ? value : d.Value));
    }

    /// <summary>What must not be zero, or not below it.</summary>
    private static IEnumerable<Expr> SingularParts(Expr node) => node switch
    {
        Quotient quotient => [quotient.Denominator],
        Call call when call.Function.Singularity(call.Arguments) is { } part => [part],
        _ => [],
    };

    /// <summary>The zero of a formula that is a line in the hyperparameter.</summary>
    private static double? RootOf(Expr part, string parameter)
        => Polynomial.LineOf(Simplifier.Simplify(part.ReplaceParameters(new Dictionary<string, Expr> { [parameter] = Expr.T }))) is { Slope.IsZero: false } line
            ? 0 - (line.Offset.ToDouble() / line.Slope.ToDouble())
            : null;

    private static bool IsNumber(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
