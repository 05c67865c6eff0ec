using Gan.Generators.Basics;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>A polynomial in t with exact numbers, without zeros at its end: a line where it has at most two.</summary>
/// <param name="Coefficients">The number before each power of t, from t⁰ on.</param>
internal readonly record struct Polynomial(EquatableArray<Dyadic> Coefficients)
{
    public const int MaxDegree = 8;

    public int Degree => Math.Max(Coefficients.Count - 1, 0);

    public bool IsZero => Coefficients.Count == 0;

    public Dyadic Offset => this[0];

    public Dyadic Slope => this[1];

    public Dyadic this[int power] => power < Coefficients.Count ? Coefficients[power] : Dyadic.Zero;

    /// <summary>The polynomial a canonical formula is; null where it is none, or a long one.</summary>
    public static Polynomial? Of(Expr expression) => expression switch
    {
        Constant c => double.IsNaN(c.Value) || double.IsInfinity(c.Value) ? null : Of(Dyadic.Of(c.Value)),
        Logit => Of(Dyadic.Zero, Dyadic.One),
        Sum sum => Fold(sum.Terms, Of(), static (a, b) => a + b),
        Product product => Fold(product.Factors, Of(Dyadic.One), static (a, b) => a * b),
        Call { Function.Name: "square" } call => Power(call.Argument, 2),
        Call { Function.Name: "pow" } call when call.Arguments[1] is Constant { Value: var p and >= 0 and <= MaxDegree } && p == Math.Floor(p) => Power(call.Argument, (int)p),
        _ => null,
    };

    public static Polynomial Line(Dyadic slope, Dyadic offset) => Of(offset, slope);

    /// <summary>The line Slope·t + Offset that a canonical formula is; null where it is none.</summary>
    public static Polynomial? LineOf(Expr expression) => Of(expression) is { Degree: <= 1 } line ? line : null;

    public static Polynomial operator +(Polynomial a, Polynomial b) => Of([.. Enumerable.Range(0, Math.Max(a.Coefficients.Count, b.Coefficients.Count)).Select(k => a[k] + b[k])]);

    public static Polynomial operator -(Polynomial a, Polynomial b) => a + (Of(-Dyadic.One) * b);

    public static Polynomial operator *(Polynomial a, Polynomial b) => Of([.. Enumerable.Range(0, Math.Max(a.Coefficients.Count + b.Coefficients.Count - 1, 0))
        .Select(k => Enumerable.Range(0, k + 1).Aggregate(Dyadic.Zero, (sum, i) => sum + (a[i] * b[k - i])))]);

    /// <summary>The same at −t.</summary>
    public Polynomial Mirrored() => new(Coefficients.Select(static (c, k) => k % 2 == 0 ? c : -c).ToEquatableArray());

    /// <summary>All values over a range of t.</summary>
    public Interval Over(Interval range) => Coefficients.Select((c, k) => (Coefficient: c, Power: k)).Where(static term => !term.Coefficient.IsZero).Aggregate(Interval.Point(0), (sum, term) =>
        sum + (term.Power == 0 ? term.Coefficient.ToInterval() : IntervalMath.Multiply(term.Coefficient.ToInterval(), term.Power == 1 ? range : IntervalMath.Pow(range, Interval.Point(term.Power)))));

    private static Polynomial Of(params Dyadic[] coefficients) => new(coefficients.Take(Array.FindLastIndex(coefficients, static c => !c.IsZero) + 1).ToEquatableArray());

    private static Polynomial? Power(Expr argument, int power) => Fold(Enumerable.Repeat(argument, power), Of(Dyadic.One), static (a, b) => a * b);

    private static Polynomial? Fold(IEnumerable<Expr> parts, Polynomial start, Func<Polynomial, Polynomial, Polynomial> join)
    {
        Polynomial? result = start;
        foreach (var part in parts)
        {
            result = Of(part) is { } next && result is { } before ? join(before, next) : null;
            if (result is not { Degree: <= MaxDegree }) return null;
        }

        return result;
    }
}
