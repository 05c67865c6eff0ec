namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>A factor of a monomial: a function to a power, with the values it takes over the range in question.</summary>
/// <param name="Power">The power.</param>
/// <param name="Values">The function's values.</param>
/// <param name="Moves">Whether t is in it.</param>
/// <param name="Degree">k of exp(Rate·tᵏ), 0 of t itself; negative of any other function.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Start">Where the range begins.</param>
internal readonly record struct Factor(BigFloat Power, Interval Values, bool Moves = true, int Degree = -1, Interval Rate = default, BigFloat Start = default)
{
    /// <summary>The value where the range begins.</summary>
    public Interval First => Degree == 0 ? Interval.Point(Start) : (Rate * Interval.Point(Start.Raise(Degree))).Exp();

    /// <summary>t times the slope of the power's logarithm there.</summary>
    public Interval Growth => Interval.Point(Power) * (Degree == 0 ? Interval.Point(BigFloat.One) : Rate * Interval.Point(new BigFloat(Degree, 0) * Start.Raise(Degree)));
}

/// <summary>A product of powers of t, exponentials and other functions of t.</summary>
/// <param name="factors">The powers.</param>
/// <param name="known">A product of some of them, and what is known of its values as a whole.</param>
internal sealed class Monomial(SortedDictionary<string, Factor> factors, (Monomial Part, Interval Values)? known = null)
{
    private Interval? _values;
    private Monomial? _moving;

    public static readonly Monomial One = new(new(StringComparer.Ordinal));

    public string Key { get; } = string.Join('*', factors.Select(static f => $"{f.Key}^{f.Value.Power.Digits}e{f.Value.Power.Exponent}"));

    /// <summary>All values over the range: those of the factors, or what is known of the product.</summary>
    public Interval Values => _values ??= known is var (part, values) ? Enclose().Intersect(values * Times(part, -1).Enclose()) : Enclose();

    public static Monomial Of(string function, Factor factor) => new(new(StringComparer.Ordinal) { [function] = factor });

    public static Monomial T(Interval range, BigFloat power) => Of("t", new Factor(power, range, true, 0, default, range.Low));

    /// <summary>exp(power·m/divisor).</summary>
    public static Monomial Exp(Monomial m, BigFloat power, BigFloat divisor)
    {
        var (moving, per) = (m.Factors.Values.Where(static f => f.Moves).ToList(), Interval.Point(divisor).Inverse());
        var factor = new Factor(power, (m.Values * per).Exp(), moving.Count > 0);
        // A number times tᵏ.
        if (moving is [{ Degree: 0, Power: { IsWhole: true, Magnitude: > 0 and < 8 } p, Start: var start }])
            factor = factor with { Degree = (int)p.Digits << (int)p.Exponent, Rate = Product(m.Factors.Values.Where(static f => !f.Moves), static f => f.Values) * per, Start = start };
        return Of(divisor == BigFloat.One ? $"exp({m.Key})" : $"exp({m.Key}/{divisor.Digits}e{divisor.Exponent})", factor);
    }

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

        return new(product, known is not var (a, x) ? Raised(other.Known, new(power, 0)) : Raised(other.Known, new(power, 0)) is var (b, y) ? (a.Times(b), x * y) : known);
    }

    public Monomial Raise(BigFloat power) => new(new(factors.ToDictionary(static f => f.Key, f => f.Value with { Power = f.Value.Power * power }), StringComparer.Ordinal), Raised(known, power));

    /// <summary>The power of a monomial that is not negative, times 1 or −1: √(t²) is −t where t is. Null where a factor may have either sign.</summary>
    public (int Sign, Monomial Power)? Root(BigFloat power)
    {
        var sign = 1;
        foreach (var factor in factors.Values)
        {
            if (factor.Values.Low.Sign >= 0) continue;
            if (factor.Values.High.Sign > 0 || factor.Power * new BigFloat(1, -1) is { IsWhole: false } || factor.Power * power is not { IsWhole: true } raised) return null;
            if (raised.Exponent == 0) sign = -sign;
        }

        return (sign, Raise(power));
    }

    /// <summary>The same with bounds of its values that those of its factors do not show.</summary>
    public Monomial Within(Interval values) => Values is var own && ((own.High.IsInfinite && !values.High.IsInfinite) || (own.Low.Magnitude < 0 && values.Low.Magnitude > 0)) ? new(factors, (new(factors), values)) : this;

    private (Monomial Part, Interval Values)? Known => known;

    private static (Monomial, Interval)? Raised((Monomial Part, Interval Values)? known, BigFloat power) =>
        known is var (part, values) && (power.Sign > 0 || values.Sign(true) != 0) ? (part.Raise(power), values.Power(power)) : null;

    /// <summary>What of it moves with t, and the values of what does not; all of it where its values are known as a whole.</summary>
    public Monomial Moving => _moving ??= known is null && factors.Values.Any(static f => !f.Moves) ? new(new(factors.Where(static f => f.Value.Moves).ToDictionary(), StringComparer.Ordinal)) : this;

    /// <inheritdoc cref="Moving"/>
    public Interval Numbers => ReferenceEquals(Moving, this) ? Interval.Point(BigFloat.One) : Product(factors.Values.Where(static f => !f.Moves), static f => f.Values);

    /// <summary>The functions that it is made of.</summary>
    public IEnumerable<KeyValuePair<string, Factor>> Functions => factors;

    public BigFloat PowerOf(string function) => factors.TryGetValue(function, out var factor) ? factor.Power : default;

    public Monomial Without(string function) => factors.TryGetValue(function, out var factor) ? Times(Of(function, factor), -1) : this;

    private SortedDictionary<string, Factor> Factors => factors;

    private Interval Enclose()
    {
        var known = factors.Values.Where(static f => f.Degree >= 0 && f.Start.Sign > 0).ToList();
        var (rest, whole) = (Product(factors.Values.Except(known), static f => f.Values), Product(known, static f => f.Values));
        return rest * (known.Count == 0 ? whole : Falls(known, 1) ? whole with { High = Product(known, static f => f.First).High } : Falls(known, -1) ? whole with { Low = Product(known, static f => f.First).Low } : whole);
    }

    private static Interval Product(IEnumerable<Factor> factors, Func<Factor, Interval> values) =>
        factors.Aggregate(Interval.Point(BigFloat.One), (product, f) => product * values(f).Power(f.Power));

    /// <summary>Whether a product of t^p and exp(c·tᵏ), or its inverse, falls from the start s on: p + Σ k·c·tᵏ, which has the sign of its slope, is ≤ 0 at s and led by negative terms.</summary>
    private static bool Falls(List<Factor> factors, int sign)
    {
        var slopes = factors.Select(f => (f.Degree, Slope: sign > 0 ? f.Growth.High : -f.Growth.Low)).ToList();
        var top = factors.Max(static f => f.Degree);
        var greatest = Sum(slopes.Where(f => f.Degree == top));
        return greatest.Sign < 0 && (greatest + Sum(slopes.Where(f => f.Degree != top && f.Slope.Sign > 0))).Sign <= 0;

        static BigFloat Sum(IEnumerable<(int Degree, BigFloat Slope)> slopes) => slopes.Aggregate(default(BigFloat), static (sum, f) => sum + f.Slope);
    }
}

/// <summary>A sum of numbers times monomials, with exact numbers: what cancels, cancels.</summary>
internal sealed class Polynomial(Dictionary<string, (Monomial Monomial, BigFloat Factor)> terms)
{
    // Of longer sums it is not asked whether they are squares.
    private const int LongestSquare = 12;

    private string? _key;

    public static readonly Polynomial One = Of(BigFloat.One, Monomial.One);

    /// <summary>The number that it is; null where it is no number.</summary>
    public BigFloat? Number => terms.Count == 0 ? default(BigFloat) : terms.Count == 1 && terms.Values.Single() is { Monomial.Key.Length: 0, Factor: var number } ? number : null;

    public IReadOnlyCollection<(Monomial Monomial, BigFloat Factor)> Terms => terms.Values;

    /// <summary>The greatest number in it, by size.</summary>
    public BigFloat Greatest => terms.Values.Select(static t => t.Factor.Sign < 0 ? -t.Factor : t.Factor).DefaultIfEmpty().Max();

    public string Key => _key ??= string.Join('+', terms.OrderBy(static t => t.Key, StringComparer.Ordinal).Select(static t => $"{t.Value.Factor.Digits}e{t.Value.Factor.Exponent}*{t.Key}"));

    public static Polynomial Of(BigFloat factor, Monomial monomial) => new(factor.Sign == 0 ? [] : new() { [monomial.Key] = (monomial, factor) });

    public static Polynomial operator +(Polynomial a, Polynomial b) => Collect(a.Terms.Concat(b.Terms));

    public static Polynomial operator *(Polynomial a, Polynomial b) => a.Terms.Count * b.Terms.Count > 4000 ? throw new OverflowException("too many terms")
        : Collect(a.Terms.SelectMany(x => b.Terms.Select(y => (x.Monomial.Times(y.Monomial), x.Factor * y.Factor))));

    /// <summary>Whether it is a number other than 0 times the other one.</summary>
    public bool IsMultipleOf(Polynomial other) => terms.Count == other.Terms.Count && other.Terms.FirstOrDefault() is ({ } lead, var factor) && terms.TryGetValue(lead.Key, out var own)
        && other.Terms.All(t => terms.TryGetValue(t.Monomial.Key, out var like) && like.Factor * factor == t.Factor * own.Factor);

    /// <summary>1 or −1 where the sum has the sign over the whole range; 0 where that is not known.</summary>
    public int Sign(bool strictly) => terms.Values.Select(static t => t.Monomial).Prepend(Monomial.One)
        .Select(divisor => divisor.Values.Sign(true) is var sign and not 0 ? sign * Relative(divisor).Sign(strictly) : 0).FirstOrDefault(static sign => sign != 0) is var sign and not 0 ? sign
        : HasSignOfSquare(strictly, 1) ? 1 : HasSignOfSquare(strictly, -1) ? -1 : 0;

    /// <summary>All values of the sum, as of its greatest terms times what is left of it beside them.</summary>
    public Interval Values => terms.Values.Select(static t => t.Monomial).Where(static m => m.Values.Sign(true) != 0)
        .Aggregate(Interval.All, (values, m) => values.Intersect(m.Values * Relative(m)));

    /// <summary>All values of the sum divided by a monomial.</summary>
    public Interval Relative(Monomial divisor)
    {
        CheckingSteps.Take(terms.Count);
        // Numbers that are known within bounds add up before what moves multiplies them.
        return terms.Values.Select(t => (Ratio: t.Monomial.Times(divisor, -1), t.Factor)).GroupBy(static t => t.Ratio.Moving.Key).Aggregate(default(Interval), static (sum, like) =>
            sum + (like.Aggregate(default(Interval), static (number, t) => number + (Interval.Point(t.Factor) * t.Ratio.Numbers)) * like.First().Ratio.Moving.Values));
    }

    /// <summary>xᵖ·(a·y² + b·y + c) with y = xʰ for one of the functions x in it: xᵖ, a and c have the sign or are 0, and so has b² − 4ac the other one.</summary>
    private bool HasSignOfSquare(bool strictly, int sign) => terms.Count is >= 3 and <= LongestSquare && terms.Values.SelectMany(static t => t.Monomial.Functions).DistinctBy(static f => f.Key).Any(x =>
    {
        var parts = terms.Values.GroupBy(t => t.Monomial.PowerOf(x.Key)).OrderBy(static part => part.Key)
            .Select(part => (Power: part.Key, Sum: Collect(part.Select(t => (t.Monomial.Without(x.Key), t.Factor))))).ToList();
        if (parts is not [var (low, c), var (middle, b), var (high, a)] || low + high != middle + middle) return false;
        var first = x.Value.Values.Power(low);
        return first.Has(1, strictly && low.Sign != 0) && a.Has(sign, false) && c.Has(sign, false) && ((b * b) + (Of(new(-4, 0), Monomial.One) * a * c)).Has(-1, strictly);
    });

    private bool Has(int sign, bool strictly) => Sign(strictly) == sign || (!strictly && terms.Count == 0);

    private static Polynomial Collect(IEnumerable<(Monomial Monomial, BigFloat Factor)> terms)
    {
        var sums = new Dictionary<string, (Monomial Monomial, BigFloat Factor)>();
        foreach (var (monomial, factor) in terms)
        {
            CheckingSteps.Take(1);
            var sum = factor + (sums.TryGetValue(monomial.Key, out var before) ? before.Factor : default);
            if (sum.Sign == 0) sums.Remove(monomial.Key);
            else sums[monomial.Key] = (monomial, sum);
        }

        return new(sums);
    }
}
