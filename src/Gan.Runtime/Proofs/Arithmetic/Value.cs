namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>A numerator over a denominator: σ(t) is eᵗ/(1 + eᵗ), so that what cancels in a sum of such terms cancels.</summary>
/// <param name="Over">The numerator.</param>
/// <param name="Under">The denominator.</param>
/// <param name="Below">Bounds of the denominator, as of the formulas that it is a product of: multiplied out, (3 + cos t)³ shows less.</param>
internal sealed record Form(Polynomial Over, Polynomial Under, Interval Below)
{
    public Form(Polynomial over)
        : this(over, Polynomial.One, Interval.Point(BigFloat.One))
    {
    }

    public bool IsZero => Over.Terms.Count == 0;

    public string Key => $"({Over.Key})/({Under.Key})";

    /// <summary>The number that it is; null where it is no number.</summary>
    public BigFloat? Number => IsWhole ? Over.Number : null;

    public bool IsWhole => Under.Number == BigFloat.One;

    /// <summary>The sign of the denominator; 0 where it is not known.</summary>
    public int SignBelow => Below.Sign(true) is var sign and not 0 ? sign : Under.Sign(true);

    public static Form Of(BigFloat factor, Monomial monomial) => new(Polynomial.Of(factor, monomial));

    public static Form operator +(Form a, Form b) => a.Under.Key == b.Under.Key ? a with { Over = a.Over + b.Over, Below = a.Below.Intersect(b.Below) } : new((a.Over * b.Under) + (b.Over * a.Under), a.Under * b.Under, a.Below * b.Below);

    public static Form operator *(Form a, Form b) => a.IsZero || b.IsZero ? Of(default, Monomial.One)
        : a.Over.Key == b.Under.Key ? a with { Over = b.Over } : a.Under.Key == b.Over.Key ? b with { Over = a.Over } : new(a.Over * b.Over, a.Under * b.Under, a.Below * b.Below);

    /// <summary>One over it; a single monomial below becomes one above, but for a number that has no exact inverse.</summary>
    /// <param name="values">Bounds of its values.</param>
    public Form Inverse(Interval values)
    {
        if (Over.Terms.Count != 1) return new(Under, Over, values * Below);
        var (monomial, factor) = Over.Terms.Single();
        var isPower = factor.Digits.IsPowerOfTwo || (-factor).Digits.IsPowerOfTwo;
        var above = Polynomial.Of(isPower ? new(factor.Digits, -factor.Exponent) : BigFloat.One, monomial.Raise(-BigFloat.One)) * Under;
        return isPower ? new(above) : new(above, Polynomial.Of(factor, Monomial.One), Interval.Point(factor));
    }

    /// <summary>exp of a sum is a product; of anything else it is a factor by itself.</summary>
    public Form Exp(Interval values) => Under.Number is not { } divisor ? Factor("exp", values.Exp())
        : Of(BigFloat.One, Over.Terms.Aggregate(Monomial.One, (product, t) => product.Times(Monomial.Exp(t.Monomial, t.Factor, divisor))).Within(values.Exp()));

    public Form Power(BigFloat p, Interval values) => p.Sign > 0 && p.IsWhole && p.Magnitude <= 4 ? Enumerable.Repeat(this, (int)p.Digits << (int)p.Exponent).Aggregate(static (a, b) => a * b)
        : Under.Number is { Sign: > 0 } divisor && Over.Terms.Count == 1 && Over.Terms.Single() is var (monomial, factor) && factor.Sign > 0 && (p.IsWhole ? (1, monomial.Raise(p)) : monomial.Root(p)) is var (sign, power)
            ? Of(new(sign, 0), factor == divisor ? power : power.Times(Monomial.Of($"{factor.Digits}e{factor.Exponent}/{divisor.Digits}e{divisor.Exponent}", new Factor(p, Interval.Point(factor) * Interval.Point(divisor).Inverse(), false))))
        : p == new BigFloat(1, -1) && Root() is { } root ? root
        : p.Magnitude is > 0 and <= 4 && p.Whole is var whole ? Power(whole, values) * Power(p + -whole, values)
        : Of(BigFloat.One, Monomial.Of(Key, new Factor(p, values)));

    /// <summary>√(m + r) for a monomial m that outgrows r is √m·(1 + x/(1 + √(1 + x))) with x = r/m, which is bounded.</summary>
    private Form? Root()
    {
        if (!IsWhole) return null;
        foreach (var (lead, factor) in Over.Terms.Where(static t => t.Factor == BigFloat.One && t.Monomial.Values is { Low.Sign: > 0, High.IsInfinite: true }))
        {
            if (Over.Relative(lead) is not { IsBounded: true, Low.Sign: > 0 } ratio) continue;
            var rest = new Form((Over + Polynomial.Of(-factor, lead)) * Polynomial.Of(factor, lead.Raise(-BigFloat.One)));
            return Of(factor, lead.Raise(new(1, -1))) * (Of(factor, Monomial.One) + (rest * Of(factor, Monomial.Of($"1/(1 + root{rest.Key})", new Factor(factor, (Interval.Point(factor) + ratio.Power(new(1, -1))).Inverse())))));
        }

        return null;
    }

    public Form Factor(string function, Interval values) => Of(BigFloat.One, Monomial.Of($"{function}{Key}", new Factor(BigFloat.One, values)));

    /// <summary>Whether all values are above some number.</summary>
    public bool IsBoundedBelow => Under.Terms.Select(static t => t.Monomial).Any(divisor => divisor.Values.Sign(true) != 0
        && Under.Relative(divisor) is var under && under.Sign(true) != 0 && !(Over.Relative(divisor) * under.Inverse()).Low.IsInfinite);

    /// <summary>Whether it is a number other than 0 times the other one, and so zero where that is.</summary>
    public bool IsMultipleOf(Form other) => Under.Key == other.Under.Key && Over.IsMultipleOf(other.Over);

    /// <summary>Whether the sum with another form is zero, up to the rounding of the numbers in formulas.</summary>
    public bool Cancels(Form other)
    {
        var (a, b) = (Over * other.Under, other.Over * Under);
        return (a + b).Greatest.Magnitude < a.Greatest.Magnitude - 48;
    }

    /// <summary>
    /// Whether it tends to 0 as t → ∞, beside another form if one is given: each term above does beside the greatest ones below, since ∜t times it is still bounded.
    /// </summary>
    public bool Vanishes(Interval tail, Form? beside = null)
    {
        var (over, under) = beside is null ? (Polynomial.One, Polynomial.One) : (beside.Over, beside.Under);
        return (from a in Below.Sign(true) != 0 && Below.Inverse().IsBounded ? Greatest(Under, true).Append(Monomial.One) : Greatest(Under, true) from b in Greatest(over, true) from c in Greatest(under, false) select c.Times(a, -1).Times(b, -1).Times(Monomial.T(tail, new(1, -2))))
            .Any(ratio => Over.Terms.All(t => t.Monomial.Times(ratio).Values.IsBounded));

        // Terms beside which the sum stays away from 0, or has a bound.
        static IEnumerable<Monomial> Greatest(Polynomial sum, bool isBelow) => sum.Terms.Select(static t => t.Monomial)
            .Where(m => m.Values.Sign(true) != 0 && sum.Relative(m) is var relative && (isBelow ? relative.Sign(true) != 0 && relative.Inverse().IsBounded : relative.IsBounded));
    }
}

/// <summary>What a formula is over a range of t: bounds of its values and, if asked for and not too long, its exact form.</summary>
internal readonly record struct Value
{
    // Terms whose values are worth to be found where bounds on one side are known already.
    private const int Few = 4;

    public Value(Interval range, Form? form) => (Range, Form) = form is { IsZero: true } ? (default, Form.Of(default, Monomial.One)) : (form?.Number is { } number ? Interval.Point(number) : range, form);

    public Interval Range { get; init; }

    public Form? Form { get; }

    public static Value Of(BigFloat number, bool isExact = true) => new(Interval.Point(number), isExact ? Form.Of(number, Monomial.One) : null);

    public bool Has(int sign, bool strictly) => Range.Has(sign, strictly) || (Form is { } f && (f.IsZero ? !strictly : f.Over.Sign(strictly) * f.SignBelow == sign));

    public int Sign(bool strictly) => Has(1, strictly) ? 1 : Has(-1, strictly) ? -1 : 0;

    public static Value operator +(Value a, Value b) => (a.Range + b.Range) is var range && a.Form is { } x && b.Form is { } y && Kept(() => x + y) is { } sum
        ? new(Narrow(range, sum), sum) : new(range, null);

    /// <summary>0 times what has a value is 0, whatever is known of that value.</summary>
    public static Value operator *(Value a, Value b) => a.Form is { IsZero: true } ? a : b.Form is { IsZero: true } ? b : (a.Range * b.Range) is var range && a.Form is { } x && b.Form is { } y && Kept(() => x * y) is { } product
        ? new(Narrow(range, product), product) : new(range, null);

    /// <summary>Of a sum or product that may be as large as may be, the exact form tells more: ∞ − ∞, and what grows times what vanishes.</summary>
    private static Interval Narrow(Interval range, Form form) => form.IsWhole && (range.Low.IsInfinite || range.High.IsInfinite) && (form.Over.Terms.Count <= Few || (range.Low.IsInfinite && range.High.IsInfinite))
        ? form.Over.Values.Intersect(range) : range;

    public static Value operator -(Value a) => a * Of(-BigFloat.One);

    public Value Inverse() => new(Range.Sign(true) == 0 && Form is { } f && f.SignBelow * f.Over.Sign(true) is var sign and not 0
        ? (sign > 0 ? new(BigFloat.Tiny, BigFloat.Infinity) : new(-BigFloat.Infinity, -BigFloat.Tiny)) : Range.Inverse(), Form?.Inverse(Range));

    public Value Exp() => new(Range.Exp(), Form?.Exp(Range));

    public Value Log()
    {
        var values = (Range.Low.Sign <= 0 && Form is { } f && f.Over.Sign(true) * f.SignBelow == 1 ? Range with { Low = BigFloat.Tiny } : Range).Log();
        return Apply("log", values.Low.Sign == 0 && IsAboveOne ? values with { Low = BigFloat.Tiny } : values);
    }

    /// <summary>By the exact form: bounds of 1 + eᵗ begin at 1.</summary>
    private bool IsAboveOne => (this + Of(-BigFloat.One)).Form is { } f && f.Over.Sign(true) * f.SignBelow == 1;

    /// <summary>sin(−x) is −sin x, and cos(−x) is cos x: each is written of one of the two.</summary>
    public Value Sin() => IsMirrored ? -(-this).Sin() : Apply("sin", Range.Sin());

    public Value Cos() => IsMirrored ? (-this).Cos() : Apply("cos", Range.Cos());

    private bool IsMirrored => Form is { } f && string.CompareOrdinal((-this).Form!.Key, f.Key) < 0;

    /// <summary>log(1 + eˣ): eˣ times what is nearly 1 below 0, and above it x more than at −x.</summary>
    /// <param name="isOpened">Whether that is done of any number from 0 on.</param>
    public Value Softplus(bool isOpened) => new(Range.Softplus(), Form is not { } f ? null : (isOpened && Range is { Low.Sign: >= 0, High.Sign: > 0 }) || Range is { Low: { Sign: > 0, Magnitude: > 0 }, High.IsInfinite: true } ? f + (-this).Softplus(isOpened).Form! : Range.High.Sign >= 0 || !Range.Low.IsInfinite ? f.Factor("softplus", Range.Softplus())
        : f.Exp(Range) * f.Factor("log(1 + e)/e", new((Interval.Point(Range.High).Softplus() * Interval.Point(Range.High).Exp().Inverse()).Low, BigFloat.One)));

    public Value Power(BigFloat p) => p.Sign < 0 ? Power(-p).Inverse() : p.Sign == 0 ? Of(BigFloat.One, Form is not null) : p == BigFloat.One || Form is { IsZero: true } ? this
        : new(Range.Power(p), Form is { } f && Range is var values ? Kept(() => f.Power(p, values)) : null);

    private Value Apply(string function, Interval values) => new(values, Form?.Factor(function, values));

    private static Form? Kept(Func<Form> operation)
    {
        try { return operation() is var f && f.Over.Terms.Count + f.Under.Terms.Count <= 300 ? f : null; }
        catch (OverflowException) { return null; }
    }
}
