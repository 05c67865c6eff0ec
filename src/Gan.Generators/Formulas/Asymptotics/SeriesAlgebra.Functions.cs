using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Asymptotics;

internal sealed partial class SeriesAlgebra
{
    private readonly Dictionary<Expr, Series> _known = [];

    /// <summary>The expansion of a formula for t → +∞.</summary>
    public Series Expand(Expr expression)
    {
        // Whoever switches asks for its parts twice.
        if (!_known.TryGetValue(expression, out var known)) _known.Add(expression, known = Expand(expression, Series.Of(1, Growth.T), isWhole: true));
        return known;
    }

    /// <summary>The expansion of a formula whose t is an expansion itself.</summary>
    /// <param name="isWhole">Whether that is t, so that its parts are remembered.</param>
    private Series Expand(Expr expression, Series t, bool isWhole = false)
    {
        if (!expression.HasLogit) return TrySign(expression) == 0 ? Series.Zero : Series.Of(expression, Growth.One);
        switch (expression)
        {
            case Logit:
                return t;
            case Sum sum:
                return sum.Terms.Select(Of).Aggregate(Add);
            case Product product:
                return product.Factors.Select(Of).Aggregate(Multiply);
            case Quotient quotient:
                return Multiply(Of(quotient.Numerator), Reciprocal(Of(quotient.Denominator)));
            case Conditional c:
                var difference = EventualSign(Of(c.Left - c.Right));
                return Of(c.Comparison.Holds(difference, 0) ? c.Then : c.Else);
            case Call { Function: SwitchFunction function } call:
                return Of(function.Side(call.Arguments, EventualSign(Of(function.Decider(call.Arguments)))));
            case Call call when call.Function == Functions.Pow:
                return Power(Of(call.Argument), call.Arguments[1], Of);
            case Call call:
                return ExpandCall(call.Function, Of(call.Argument));
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not a case of Expr.");
        }

        Series Of(Expr part) => isWhole ? Expand(part) : Expand(part, t);
    }

    /// <summary>The sign that an expansion has for all large t.</summary>
    public int EventualSign(Series series)
    {
        if (series.IsZero) return 0;
        return series.Terms.Count > 0 ? SignOf(series.Terms[0].Coefficient) : throw new UndecidedException();
    }

    /// <summary>The scale is made of powers, exponentials and logarithms; another function is defined by these, or is smooth where its argument stays finite.</summary>
    private Series ExpandCall(Function function, Series u)
    {
        if (function == Functions.Exp) return Exp(u);
        if (function == Functions.Log) return Log(u);
        var far = function.Towards(1, Expr.T) is null && function.Towards(-1, Expr.T) is null ? null : Tends(u) is not 0 and var end ? function.Towards(end, Expr.T) : null;
        return (far ?? function.Definition([Expr.T])) is { } other ? Expand(other, u) : Taylor(function, u);
    }

    private static Series One(double value) => Series.Of(value, Growth.One);

    /// <summary>1 if it grows beyond all bounds, −1 if it falls below, 0 if it stays finite.</summary>
    private int Tends(Series u)
    {
        if (Bound(u) is not { } bound || Compare(bound, Growth.One) <= 0) return 0;
        return EventualSign(u);
    }

    private Series Exp(Series u)
    {
        if (u.Remainder is { } r && Compare(r, Growth.One) >= 0) throw new UndecidedException();
        var growth = Growth.One;
        Expr constant = Expr.Zero;
        var small = new List<SeriesTerm>();
        foreach (var term in u.Terms)
        {
            var order = Compare(term.Growth, Growth.One);
            if (order < 0) small.Add(term);
            else if (order == 0) constant += term.Coefficient;
            else growth = Multiply(growth, GrowthOfExp(term));
        }

        var factor = Simplifier.Simplify(Functions.Exp.Of(Simplifier.Simplify(constant)));
        return Scale(PowerSeries(new(small, u.Remainder), k => (Expr)1 / Factorial(k)), factor, growth);
    }

    /// <summary>exp of a term that grows: c·log t gives a power of t, c·tᵏ belongs to the scale, all else does not.</summary>
    private static Growth GrowthOfExp(SeriesTerm term) => (term.Growth, term.Coefficient) switch
    {
        ({ Exponent.Count: 0, Power: 0, LogPower: 1 }, Constant c) => new(default, c.Value, 0),
        ({ Exponent.Count: 0, LogPower: 0 } g, _) => new(new([new ExponentTerm(term.Coefficient, g.Power)]), 0, 0),
        _ => throw new UndecidedException(),
    };

    private Series Log(Series u)
    {
        var (lead, small) = SplitLead(u);
        if (SignOf(lead.Coefficient) <= 0 || lead.Growth.LogPower != 0) throw new UndecidedException();
        var result = Expand(Simplifier.Simplify(Functions.Log.Of(lead.Coefficient)));
        foreach (var e in lead.Growth.Exponent) result = Add(result, Series.Of(e.Coefficient, new(default, e.Power, 0)));
        if (lead.Growth.Power != 0) result = Add(result, Series.Of(lead.Growth.Power, Growth.Log));
        return Add(result, PowerSeries(small, k => k == 0 ? Expr.Zero : (Expr)(k % 2 == 1 ? 1 : -1) / k));
    }

    private Series Reciprocal(Series u) => Power(u, -1);

    private Series Power(Series u, Expr exponent, Func<Expr, Series> expand)
        => exponent is not Constant { Value: var p } ? Exp(Multiply(expand(exponent), Log(u))) : p == 0 ? One(1) : u.IsZero && p > 0 ? u : Power(u, p);

    private Series Power(Series u, double power)
    {
        var (lead, small) = SplitLead(u);
        if (SignOf(lead.Coefficient) < 0 && power != Math.Floor(power)) throw new UndecidedException();
        var factor = power == -1 ? 1 / lead.Coefficient : Functions.Pow.Of(lead.Coefficient, power);
        return Scale(PowerSeries(small, k => Binomial(power, k)), Simplifier.Simplify(factor), Raise(lead.Growth, power));
    }

    /// <summary>f(c + small) for a smooth function at a finite limit c.</summary>
    private Series Taylor(Function f, Series u)
    {
        if (u.Remainder is { } r && Compare(r, Growth.One) >= 0) throw new UndecidedException();
        if (u.Terms.Any(t => Compare(t.Growth, Growth.One) > 0)) throw new UndecidedException();
        var centre = u.Terms.Where(t => Compare(t.Growth, Growth.One) == 0).Aggregate(Expr.Zero, (sum, t) => sum + t.Coefficient);
        var small = new Series([.. u.Terms.Where(t => Compare(t.Growth, Growth.One) < 0)], u.Remainder);
        var derivatives = new List<Expr> { f.Of(Expr.T) };
        while (derivatives.Count <= Order) derivatives.Add(Derivative.Of(derivatives[derivatives.Count - 1]));
        return PowerSeries(small, k => Simplifier.Simplify(derivatives[k].ReplaceLogit(centre) / Factorial(k)));
    }

    /// <summary>u as lead · (1 + small).</summary>
    private (SeriesTerm Lead, Series Small) SplitLead(Series u)
    {
        if (u.Terms.Count == 0) throw new UndecidedException();
        var lead = u.Terms[0];
        var rest = new Series([.. u.Terms.Skip(1)], u.Remainder);
        return (lead, rest.IsZero ? rest : Scale(rest, Simplifier.Simplify(1 / lead.Coefficient), Raise(lead.Growth, -1)));
    }

    /// <summary>Σ cₖ·smallᵏ for an argument that tends to zero, within the radius of convergence.</summary>
    private Series PowerSeries(Series small, Func<int, Expr> coefficient)
    {
        var result = Constant(coefficient(0));
        if (small.IsZero) return result;
        var power = One(1);
        for (var k = 1; k <= Order; k++)
        {
            power = Multiply(power, small);
            if (TrySign(coefficient(k)) != 0) result = Add(result, Scale(power, coefficient(k)));
        }

        return Add(result, new([], Raise(Bound(small)!, Order + 1)));

        Series Constant(Expr value) => TrySign(value) == 0 ? Series.Zero : Series.Of(value, Growth.One);
    }

    private static double Factorial(int k) => k <= 1 ? 1 : k * Factorial(k - 1);

    private static Expr Binomial(double power, int k)
    {
        var result = 1.0;
        for (var i = 0; i < k; i++) result = result * (power - i) / (i + 1);
        return result;
    }
}
