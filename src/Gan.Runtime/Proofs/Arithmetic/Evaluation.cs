namespace Gan.Runtime.Proofs.Arithmetic;

/// <summary>Bounds of a formula and its derivatives, up to some order, over the values of its variable.</summary>
/// <param name="variable">The values of t.</param>
/// <param name="order">The order of the highest derivative.</param>
/// <param name="side">A number on the side from which kinks at a point are looked at.</param>
/// <param name="isSided">Whether kinks within the range are looked at from there too: what is bounded is then another formula's values beyond a kink.</param>
internal sealed class Evaluation(Value variable, int order, BigFloat? side = null, bool isSided = false)
{
    // Whether softplus(x) is x + softplus(−x) from 0 on.
    private bool _isOpened;

    // f, f′ and f″, and two more of each where bounds need them.
    private static readonly Dictionary<(int P, int N), long>[] s_sigmoid = [.. Enumerable.Range(0, 8).Select(TermsOfSigmoid)];

    /// <summary>What changes its sign within the range, or may.</summary>
    public List<Formula> Undecided { get; private init; } = [];

    public static Evaluation Over(Interval t, int order, bool isExact, BigFloat? side = null, bool isSided = false)
        => new(new(t, !isExact ? null : t.Low == t.High ? Form.Of(t.Low, Monomial.One) : Form.Of(BigFloat.One, Monomial.T(t, BigFloat.One))), order, side, isSided);

    /// <summary>f, f′, f″ and so on.</summary>
    /// <exception cref="ArithmeticException">It may have no value, or no such derivative.</exception>
    public Value[] Of(Formula f)
    {
        CheckingSteps.Take(order + 1);
        if (f.Name == "number") return Constant(Number(f.Number));
        if (f.Name == "t") return [variable, .. Constant(Number(BigFloat.One)).Take(order)];
        if (!f.Moves && order + (variable.Form is null ? 0 : 1) > 0 && f.Name is not ("+" or "*" or "/" or "exp" or "pow")) return Constant(Fixed(f));
        if (f.Name is "max" or "abs" or "if" or "sign" or "elu") return Switch(f);
        if (f.Name == "pow" && f.Parts[1].Moves) return Of(Formula.Of("exp", f.Parts[1] * Formula.Of("log", f.Parts[0])));
        if (f.Name == "*") return Product(f.Parts[0], f.Parts[1]);
        if (f.Name == "/") return Product(f.Parts[0], Formula.Of("pow", f.Parts[1], -1.0));
        var u = Of(f.Parts[0]);
        if (order > 0 && u[0].Range is { Low.Sign: 0, High.Sign: 0 } && f.Name == "pow" && IsZero(f.Parts[0])) return Constant(Values(f)[0]);
        return f.Name switch
        {
            "expm1" => Signed(Of(Formula.Of("exp", f.Parts[0]) + -1.0), u[0]),
            "log1p" => Signed(Of(Formula.Of("log", 1.0 + f.Parts[0])), u[0]),
            "tanh" => Signed(Of((2.0 * Formula.Of("sigmoid", 2.0 * f.Parts[0])) + -1.0), u[0]),
            "+" => [.. u.Zip(Of(f.Parts[1]), static (a, b) => a + b)],
            "pow" => Compose(Derivatives("pow", u[0], Of(f.Parts[1])[0].Range is var p && p.Low == p.High ? p.Low : throw new ArithmeticException("a power that is no exact number")), u),
            _ => Compose(Derivatives(f.Name, u[0], default), u),
        };
    }

    /// <summary>The values of a function that has the sign of its argument, which the rounding to 1 hides near 0.</summary>
    private static Value[] Signed(Value[] f, Value u) => u.Sign(true) switch
    {
        > 0 when f[0].Range.Low.Sign <= 0 => [f[0] with { Range = f[0].Range with { Low = BigFloat.Tiny } }, .. f[1..]],
        < 0 when f[0].Range.High.Sign >= 0 => [f[0] with { Range = f[0].Range with { High = -BigFloat.Tiny } }, .. f[1..]],
        _ => f,
    };

    /// <summary>What t is not in: a number that is known within bounds.</summary>
    private Value Fixed(Formula f) => Over(default, 0, false).Of(f)[0].Range is var values && values.Low == values.High ? Number(values.Low) : variable.Form is not null
        ? new(values, Form.Of(BigFloat.One, Monomial.Of(f.Text, new Factor(BigFloat.One, values, false)))) : new(values, null);

    private Value Number(BigFloat number) => Value.Of(number, variable.Form is not null);

    private Value[] Constant(Value value) => [value, .. Enumerable.Repeat(Number(default), order)];

    private Value Times(long factor, Value value) => factor == 1 ? value : Number(new(factor, 0)) * value;

    private static long Binomial(int n, int k) => k == 0 ? 1 : Binomial(n, k - 1) * (n - k + 1) / k;

    private Value[] Product(Formula a, Formula b)
    {
        try
        {
            return Product(Of(a), Of(b));
        }
        catch (ArithmeticException) when (order > 0)
        {
            // Beside a factor that is 0 throughout, the other needs a value only, whatever kinks it has.
            foreach (var factor in new[] { a, b }) _ = new Evaluation(variable, 0).Of(factor);
            if (!IsZero(a) && !IsZero(b)) throw;
            return Constant(Number(default));
        }
    }

    private Value[] Product(Value[] a, Value[] b) => [.. Enumerable.Range(0, order + 1).Select(n => Enumerable.Range(0, n + 1)
        .Select(k => Times(Binomial(n, k), a[k] * b[n - k])).Aggregate(static (x, y) => x + y))];

    /// <summary>A function and its derivatives at u.</summary>
    private Value[] Derivatives(string function, Value u, BigFloat power)
    {
        var values = Constant(Number(default));
        switch (function)
        {
            case "exp":
                Array.Fill(values, u.Exp());
                break;
            case "log":
                return [u.Log(), .. Derivatives("pow", u, -BigFloat.One).Take(order)];
            case "softplus":
                return [u.Softplus(_isOpened), .. Derivatives("sigmoid", u, default).Take(order)];
            case "sin" or "cos":
                var (sin, cos) = (u.Sin(), u.Cos());
                Value[] wave = [sin, cos, -sin, -cos];
                for (var k = 0; k <= order; k++) values[k] = wave[(k + (function == "cos" ? 1 : 0)) % 4];
                break;
            case "pow":
                for (var (k, factor) = (0, BigFloat.One); k <= order && factor.Sign != 0; k++)
                {
                    var rest = power + new BigFloat(-k, 0);
                    values[k] = k == 0 ? u.Power(rest) : Number(factor) * u.Power(rest);
                    factor *= rest;
                }

                break;
            case "sigmoid":
                // s′ = s·c and c′ = −s·c for s = σ(u) and c = σ(−u), in which nothing cancels.
                var (slopes, s, c, terms) = (SlopesOfSigmoid(u.Range), Half(u), Half(-u), new Dictionary<(int S, int C), long> { [(1, 0)] = 1 });
                for (var k = 0; k <= order; k++)
                {
                    values[k] = terms.Select(t => Times(t.Value, s.Power(new(t.Key.S, 0)) * c.Power(new(t.Key.C, 0)))).Aggregate(static (a, b) => a + b);
                    if (k > 0) values[k] = values[k] with { Range = slopes(k) };
                    terms = terms.SelectMany(static t => new[] { ((t.Key.S, t.Key.C + 1), t.Value * t.Key.S), ((t.Key.S + 1, t.Key.C), -t.Value * t.Key.C) })
                        .GroupBy(static t => t.Item1, static t => t.Item2).Where(static g => g.Sum() != 0).ToDictionary(static g => g.Key, static g => g.Sum());
                }

                break;
            default:
                throw new FormatException($"{function} is no function");
        }

        return values;
    }

    /// <summary>
    /// Bounds of the derivatives of σ: σ′ = p, p′ = p·n and n′ = −2p for p = σ(u)·σ(−u) and n = σ(−u) − σ(u), of which 4p = 1 − n². Where the next one has a sign they lie between those at the ends.
    /// </summary>
    private static Func<int, Interval> SlopesOfSigmoid(Interval u)
    {
        var (low, high) = (Halves(u.Low), Halves(u.High));
        var (s, c) = (low.S.Union(high.S), high.C.Union(low.C));
        return k => Slope(k + 1, s, c).Sign(false) != 0 ? Slope(k, low.S, low.C).Union(Slope(k, high.S, high.C)) : Slope(k, s, c);

        static (Interval S, Interval C) Halves(BigFloat x) => (Sigmoid(x), Sigmoid(-x));

        static Interval Sigmoid(BigFloat x) => (Interval.Point(BigFloat.One) + Interval.Point(-x).Exp()).Inverse();

        static Interval Slope(int k, Interval s, Interval c)
        {
            var n = c + -s;
            var p = (s * c).Intersect((Interval.Point(BigFloat.One) + -n.Power(new(2, 0))) * Interval.Point(new(1, -2)));
            return s_sigmoid[k].Aggregate(default(Interval), (sum, t) => sum + (Interval.Point(new(t.Value, 0)) * p.Power(new(t.Key.P, 0)) * n.Power(new(t.Key.N, 0))));
        }
    }

    private static Dictionary<(int P, int N), long> TermsOfSigmoid(int k) => k <= 1 ? new() { [(k, 0)] = 1 }
        : TermsOfSigmoid(k - 1).SelectMany(static t => new[] { KeyValuePair.Create((t.Key.P, t.Key.N + 1), t.Value * t.Key.P), KeyValuePair.Create((t.Key.P + 1, t.Key.N - 1), -2 * t.Value * t.Key.N) })
            .Where(static t => t.Value != 0).GroupBy(static t => t.Key, static t => t.Value).ToDictionary(static g => g.Key, static g => g.Sum());

    private Value Half(Value x) => (Number(BigFloat.One) + (-x).Exp()).Inverse();

    /// <summary>F(u) by Faà di Bruno's formula: the n-th derivative is a sum over the ways to part n things into blocks.</summary>
    private Value[] Compose(Value[] outer, Value[] u)
    {
        var y = outer.ToArray();
        for (var n = 1; n <= order; n++)
        {
            y[n] = Number(default);
            Add(n, n, 0, 1, Number(BigFloat.One));

            void Add(int rest, int size, int blocks, long ways, Value product)
            {
                if (rest == 0) y[n] += Times(ways, outer[blocks] * product);
                for (var m = 0; rest > 0 && size > 0 && m * size <= rest && (m == 0 || u[size].Range != default); m++)
                {
                    Add(rest - (m * size), size - 1, blocks + m, ways, m == 0 ? product : product * u[size].Power(new(m, 0)));
                    ways = ways * Binomial(rest - (m * size), size) / (m + 1);
                }
            }
        }

        return y;
    }

    private Value[] Values(Formula f, int order = 0) => new Evaluation(variable, order, side, isSided) { Undecided = Undecided }.Of(f);

    /// <summary>Whether it is 0 over the whole range; at a point, on the side from which it is looked at.</summary>
    private bool IsZero(Formula f) => Values(f)[0].Range == default && (variable.Range.Low < variable.Range.High
        || (side is { } number && Over(Interval.Point(variable.Range.Low).Union(Interval.Point(number)), 0, true, number).Of(f)[0].Range == default));

    private Value[] Switch(Formula f)
    {
        var decider = f.Name == "max" ? f.Parts[0] + -f.Parts[1] : f.Parts[0];
        if (f.Name == "sign" && IsZero(decider)) return Constant(Number(default));
        Formula[] sides = f.Name switch { "max" => f.Parts, "abs" => [f.Parts[0], -f.Parts[0]], "sign" => [1.0, -1.0], "if" => f.Parts[1..], _ => [f.Parts[0], f.Parts[1] * Formula.Of("expm1", f.Parts[0])] };
        if (SideOf(decider, f.Name) is var sign and not 0) return Of(sides[sign > 0 ? 0 : 1]);
        if (f.Name == "elu") return Of(Formula.Of("max", f.Parts[0], 0.0) + (f.Parts[1] * (Formula.Of("exp", -Formula.Of("max", -f.Parts[0], 0.0)) + -1.0)));
        if (sides.All(static s => !s.Has("sign")) && variable.Form is not null && new Evaluation(variable, 0, side, isSided).Of(sides[0] + -sides[1]) is [{ Form.IsZero: true }]) return Of(sides[0]);
        Undecided.Add(decider);
        if (order > 1 || (order == 1 && f.Name is not ("max" or "abs") && variable.Range.Low < variable.Range.High)) throw new ArithmeticException("a kink has no such derivative");
        if (f.Name == "sign" && Of(decider)[0] is var values) sides = [values.Has(-1, false) ? 0.0 : 1.0, values.Has(1, false) ? 0.0 : -1.0];
        var (a, b) = (Of(sides[0]), Of(sides[1]));
        var hull = a.Zip(b, static (x, y) => x.Range.Union(y.Range)).ToArray();
        if (f.Name == "abs") hull[0] = hull[0] with { Low = default };
        if (f.Name == "max") hull[0] = hull[0] with { Low = a[0].Range.Low > b[0].Range.Low ? a[0].Range.Low : b[0].Range.Low };
        return [new(hull[0], variable.Form is null ? null : Form.Of(BigFloat.One, Monomial.Of($"side {Undecided.Count}", new Factor(BigFloat.One, hull[0])))), .. hull[1..].Select(static range => new Value(range, null))];
    }

    /// <summary>
    /// The sign of what decides between two sides; 0 where it is open. Where it is zero a maximum is either and a conditional its other side.
    /// From one side a formula is one throughout: there a kink within is no longer open but wrong.
    /// </summary>
    private int SideOf(Formula decider, string function)
    {
        // Where it is certainly not zero its slope does not matter, nor at a single number.
        var (values, isPoint, isContinuous) = (Values(decider)[0], variable.Range.Low == variable.Range.High, function is "max" or "abs");
        var isStrict = isPoint ? side is not null || function == "sign" : !isContinuous && values.Sign(true) == 0 && ((order == 0 && side is null) || !Signs.Shows(() => Values(decider, 1)[1].Sign(true) != 0));
        if (values.Sign(false) == 0 && values.Form is not null && !_isOpened && decider.Has("softplus")) values = new Evaluation(variable, 0, side, isSided) { _isOpened = true }.Of(decider)[0];
        var sign = function == "if" && values.Has(-1, isPoint && side is not null) ? -1 : values.Sign(isStrict);
        if (side is not { } number) return sign;

        var from = Over(Interval.Point(number), 0, isExact: true).SideOf(decider, function);
        if (sign == 0) Undecided.Add(decider);
        if (sign == 0 || isSided) return isPoint || isSided ? from : 0;
        return sign == from || (isContinuous && IsZero(decider)) ? from : throw new ArithmeticException("a kink between here and there");
    }
}
