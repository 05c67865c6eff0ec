using System.Diagnostics.CodeAnalysis;
using Gan.Generators.Formulas.Intervals;

namespace Gan.Generators.Analysis;

/// <summary>
/// A sum of numbers times powers of t, exponentials of t and atoms, multiplied out, with exact numbers:
/// two formulas that are equal as such sums have a difference without terms.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A polynomial is a number, not a collection.")]
internal sealed class ExpPolynomial
{
    private readonly Dictionary<ExpMonomial, Dyadic> _terms;

    private ExpPolynomial(Dictionary<ExpMonomial, Dyadic> terms) => _terms = terms;

    public static readonly ExpPolynomial Zero = new([]);
    public static readonly ExpPolynomial One = Of(Dyadic.One, ExpMonomial.One);

    public int Count => _terms.Count;

    public bool IsZero => _terms.Count == 0;

    /// <summary>The terms, each a monomial and the number before it, in no order that means anything.</summary>
    public IEnumerable<KeyValuePair<ExpMonomial, Dyadic>> Terms => _terms;

    public static ExpPolynomial Of(Dyadic factor, ExpMonomial monomial) => factor.IsZero ? Zero : new(new() { [monomial] = factor });

    public static ExpPolynomial operator +(ExpPolynomial a, ExpPolynomial b)
    {
        var terms = new Dictionary<ExpMonomial, Dyadic>(a._terms);
        foreach (var term in b._terms) Add(terms, term.Key, term.Value);
        return new(terms);
    }

    public static ExpPolynomial operator *(ExpPolynomial a, ExpPolynomial b)
    {
        if (ReferenceEquals(a, One)) return b;
        if (ReferenceEquals(b, One)) return a;
        var terms = new Dictionary<ExpMonomial, Dyadic>();
        foreach (var x in a._terms)
        {
            foreach (var y in b._terms) Add(terms, x.Key * y.Key, x.Value * y.Value);
        }

        return new(terms);
    }

    public static ExpPolynomial operator -(ExpPolynomial a) => new(a._terms.ToDictionary(t => t.Key, t => -t.Value));

    public static ExpPolynomial operator -(ExpPolynomial a, ExpPolynomial b) => a + -b;

    public bool IsSameAs(ExpPolynomial other) => ReferenceEquals(this, other) || (Count == other.Count && (this - other).IsZero);

    /// <summary>The same at −t.</summary>
    public ExpPolynomial Mirrored()
    {
        var terms = new Dictionary<ExpMonomial, Dyadic>();
        foreach (var term in _terms) Add(terms, term.Key.Mirrored(), term.Key.Power % 2 == 0 ? term.Value : -term.Value);
        return new(terms);
    }

    /// <summary>All values over a range of t.</summary>
    public Interval Over(Interval range) =>
        _terms.Aggregate(Interval.Point(0), (sum, term) => sum + IntervalMath.Multiply(term.Value.ToInterval(), term.Key.Over(range)));

    private static void Add(Dictionary<ExpMonomial, Dyadic> terms, ExpMonomial monomial, Dyadic factor)
    {
        var sum = terms.TryGetValue(monomial, out var before) ? before + factor : factor;
        if (sum.IsZero) terms.Remove(monomial);
        else terms[monomial] = sum;
    }
}
