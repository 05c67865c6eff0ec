namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>A factor of a monomial: a function to a power, with the values it takes over the range in question.</summary>
/// <param name="Power">The power.</param>
/// <param name="Values">The function's values.</param>
/// <param name="Degree">k of exp(tᵏ), 0 of t itself; negative of any other function.</param>
/// <param name="Start">Where the range begins.</param>
internal readonly record struct Factor(BigFloat Power, Interval Values, int Degree, BigFloat Start);

/// <summary>A product of powers of t, exponentials and other functions of t.</summary>
internal sealed class Monomial(SortedDictionary<string, Factor> factors)
{
    private Interval? _values;

    public static readonly Monomial One = new(new(StringComparer.Ordinal));

    public string Key { get; } = string.Join('*', factors.Select(static f => $"{f.Key}^{f.Value.Power.Digits}e{f.Value.Power.Exponent}"));

    /// <summary>k of a monomial tᵏ; 0 of any other.</summary>
    public int Degree => factors.Count == 1 && factors.Single().Value is { Degree: 0, Power: { IsWhole: true, Magnitude: > 0 and < 8 } p } ? (int)p.Digits << (int)p.Exponent : 0;

    /// <summary>All values over the range.</summary>
    public Interval Values => _values ??= Enclose();

    public static Monomial Of(string function, Interval values, BigFloat power, int degree = -1, BigFloat start = default) =>
        new(new(StringComparer.Ordinal) { [function] = new(power, values, degree, start) });

    public static Monomial T(Interval range, BigFloat power) => Of("t", range, power, 0, range.Low);

    /// <summary>exp(power·m).</summary>
    public static Monomial Exp(Monomial m, BigFloat power) => Of($"exp({m.Key})", m.Values.Exp(), power, m.Degree > 0 ? m.Degree : -1, m.Degree > 0 ? m.Factors.Values.Single().Start : default);

    /// <summary>this · other^power.</summary>
    public Monomial Times(Monomial other, int power = 1)
    {
        var product = new SortedDictionary<string, Factor>(factors, StringComparer.Ordinal);
        foreach (var (key, factor) in other.Factors)
        {
            var sum = (product.TryGetValue(key, out var before) ? before.Power : default) + (factor.Power * new BigFloat(power, 0));
            if (sum.Sign == 0) product.Remove(key);
            else product[key] = factor with { Power = sum };
        }

        return new(product);
    }

    public Monomial Raise(BigFloat power) => new(new(factors.ToDictionary(static f => f.Key, f => f.Value with { Power = f.Value.Power * power }), StringComparer.Ordinal));

    private SortedDictionary<string, Factor> Factors => factors;

    private Interval Enclose()
    {
        var known = factors.Values.Where(static f => f.Degree >= 0 && f.Start.Sign > 0).ToList();
        var start = Product(known, static f => Interval.Point(f.Values.Low));
        var (rest, whole) = (Product(factors.Values.Except(known), static f => f.Values), Product(known, static f => f.Values));
        return rest * (known.Count == 0 ? whole : Falls(known, 1) ? new(whole.Low, start.High) : Falls(known, -1) ? new(start.Low, whole.High) : whole);

        static Interval Product(IEnumerable<Factor> factors, Func<Factor, Interval> values) =>
            factors.Aggregate(Interval.Point(BigFloat.One), (product, f) => product * values(f).Power(f.Power));
    }

    /// <summary>Whether a product of t^p and exp(c·tᵏ), or its inverse, falls from the start s on: p + Σ k·c·tᵏ, which has the sign of its slope, is ≤ 0 at s and led by a negative term.</summary>
    private static bool Falls(List<Factor> factors, int sign)
    {
        var slopes = factors.Select(f => (f.Degree, Slope: new BigFloat(sign * Math.Max(f.Degree, 1), 0) * f.Power * f.Start.Raise(f.Degree))).ToList();
        var top = factors.Max(static f => f.Degree);
        return slopes.Single(f => f.Degree == top).Slope.Sign < 0
            && slopes.Where(f => f.Degree == top || f.Slope.Sign > 0).Aggregate(default(BigFloat), static (sum, f) => sum + f.Slope).Sign <= 0;
    }
}

/// <summary>A sum of numbers times monomials, with exact numbers: what cancels, cancels.</summary>
internal sealed class Polynomial(Dictionary<string, (Monomial Monomial, BigFloat Factor)> terms)
{
    public static readonly Polynomial One = Of(BigFloat.One, Monomial.One);

    public IReadOnlyCollection<(Monomial Monomial, BigFloat Factor)> Terms => terms.Values;

    /// <summary>The greatest number in it, by size.</summary>
    public BigFloat Greatest => terms.Values.Select(static t => t.Factor.Sign < 0 ? -t.Factor : t.Factor).DefaultIfEmpty().Max();

    public string Key => string.Join('+', terms.OrderBy(static t => t.Key, StringComparer.Ordinal).Select(static t => $"{t.Value.Factor.Digits}e{t.Value.Factor.Exponent}*{t.Key}"));

    public static Polynomial Of(BigFloat factor, Monomial monomial) => new(factor.Sign == 0 ? [] : new() { [monomial.Key] = (monomial, factor) });

    public static Polynomial operator +(Polynomial a, Polynomial b) => Collect(a.Terms.Concat(b.Terms));

    public static Polynomial operator *(Polynomial a, Polynomial b) => a.Terms.Count * b.Terms.Count > 4000 ? throw new OverflowException("too many terms")
        : Collect(a.Terms.SelectMany(x => b.Terms.Select(y => (x.Monomial.Times(y.Monomial), x.Factor * y.Factor))));

    /// <summary>1 or −1 where the sum has the sign over the whole range; 0 where that is not known.</summary>
    public int Sign(bool strictly) => terms.Values.Select(static t => t.Monomial).Prepend(Monomial.One)
        .Where(static divisor => divisor.Values.Low.Sign > 0)
        .Select(divisor => Relative(divisor).Sign(strictly)).FirstOrDefault(static sign => sign != 0) is var sign and not 0 ? sign
        : IsSquareLike(strictly, 1) ? 1 : IsSquareLike(strictly, -1) ? -1 : 0;

    /// <summary>All values of the sum divided by a monomial.</summary>
    public Interval Relative(Monomial divisor) => terms.Values.Aggregate(default(Interval), (sum, t) => sum + (Interval.Point(t.Factor) * t.Monomial.Times(divisor, -1).Values));

    /// <summary>a·x² + b·xy + c·y² with a, c > 0 and b² ≤ 4ac.</summary>
    private bool IsSquareLike(bool strictly, int sign) => terms.Count == 3 && terms.Values.Any(middle =>
    {
        var ends = terms.Values.Where(t => t.Monomial != middle.Monomial).ToList();
        var slack = (new BigFloat(4, 0) * ends[0].Factor * ends[1].Factor) + -(middle.Factor * middle.Factor);
        return ends.All(end => end.Factor.Sign == sign && end.Monomial.Values.Sign(strictly) > 0) && slack.Sign >= (strictly ? 1 : 0)
            && ends[0].Monomial.Times(ends[1].Monomial).Key == middle.Monomial.Times(middle.Monomial).Key;
    });

    private static Polynomial Collect(IEnumerable<(Monomial Monomial, BigFloat Factor)> terms)
    {
        var sums = new Dictionary<string, (Monomial Monomial, BigFloat Factor)>();
        foreach (var (monomial, factor) in terms)
        {
            var sum = factor + (sums.TryGetValue(monomial.Key, out var before) ? before.Factor : default);
            if (sum.Sign == 0) sums.Remove(monomial.Key);
            else sums[monomial.Key] = (monomial, sum);
        }

        return new(sums);
    }
}
