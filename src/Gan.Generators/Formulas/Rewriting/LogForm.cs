using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Formulas.Rewriting;

/// <summary>The dynamic range of a positive quantity: how far from 1 it may go.</summary>
internal enum DynamicRange
{
    /// <summary>Stays within what its own logarithm can take.</summary>
    Ordinary,

    /// <summary>Within (0, 1), but as near to 0 as an exponential.</summary>
    Vanishing,

    /// <summary>An exponential: overflows and underflows.</summary>
    Exponential,
}

/// <summary>A positive quantity x by its logarithm, which neither overflows nor underflows where x does.</summary>
internal readonly record struct LogForm(Expr Log, DynamicRange Range)
{
    /// <summary>The form of a formula that is positive everywhere, or null where that is not known.</summary>
    public static LogForm? Of(Expr x, IReadOnlyDictionary<string, Interval>? parameters) => x switch
    {
        Call { Function.Name: "exp" } call => new(call.Argument, call.HasLogit ? DynamicRange.Exponential : DynamicRange.Ordinary),
        Call { Function.Name: "sigmoid", HasLogit: true } call => new(-Functions.Softplus.Of(-call.Argument), DynamicRange.Vanishing),
        Call { Function.Name: "square" } call => Power(Of(call.Argument, parameters), 2),
        Call { Function.Name: "sqrt" } call => Power(Of(call.Argument, parameters), 0.5),
        Call { Function.Name: "pow" } call when call.Arguments[1] is Constant p => Power(Of(call.Argument, parameters), p.Value),
        Product { HasLogit: true } p => OfProduct(p.Factors, parameters),
        Quotient { HasLogit: true } q => OfProduct(new([q.Numerator, Functions.Pow.Of(q.Denominator, -1)]), parameters),
        Sum { HasLogit: true } s => OfSum(s, parameters),
        _ => null,
    } ?? OfPositive(x, parameters);

    /// <summary>log Σ exp(ℓᵢ), without forming an exponential.</summary>
    public static Expr LogSumExp(IEnumerable<Expr> logs)
    {
        // What does not depend on t comes first: log(1 + exp(u)) is then softplus(u) at once.
        var ordered = logs.OrderBy(l => l.HasLogit).ToList();
        return ordered.Skip(1).Aggregate(ordered[0], (sum, log) => Simplifier.Simplify(sum + Functions.Softplus.Of(Simplifier.Simplify(log - sum))));
    }

    /// <summary>The terms of a sum, with c·eᵘ − c for c·expm1(u), and what has no t in one: 1 − a may be positive where −a is not.</summary>
    public static IEnumerable<Expr> Terms(Sum sum)
    {
        var opened = sum.Terms.Select(static term => Opened(term) ?? term).Aggregate(Expr.Zero, static (all, term) => all + term);
        var terms = PositiveTerms.Of(Simplifier.Simplify(opened) as Sum ?? sum);
        var free = terms.Where(static t => !t.HasLogit).ToList();
        return free.Count < 2 ? terms : terms.Where(static t => t.HasLogit).Append(Simplifier.Simplify(new Sum(free.ToEquatableArray())));
    }

    private static Expr? Opened(Expr term)
    {
        var factors = term is Product product ? product.Factors : new([term]);
        if (factors.FirstOrDefault(static f => f.HasLogit) is not Call { Function.Name: "expm1" } call || factors.Count(static f => f.HasLogit) > 1) return null;
        var cofactor = factors.Where(static f => !f.HasLogit).Aggregate(Expr.One, static (all, factor) => all * factor);
        return Simplifier.Simplify(cofactor * Functions.Exp.Of(call.Argument)) + Simplifier.Simplify(-cofactor);
    }

    private static LogForm? OfPositive(Expr x, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var range = IntervalEvaluator.Evaluate(x, Interval.All, parameters);
        if (range.IsPartial || !range.IsPositive) return null;
        return new(Simplifier.Simplify(Functions.Log.Of(x)), DynamicRange.Ordinary);
    }

    private static LogForm? Power(LogForm? x, double power)
    {
        if (x is not var (log, range)) return null;
        return new(power * log, range == DynamicRange.Vanishing && power < 0 ? DynamicRange.Exponential : range);
    }

    private static LogForm? OfProduct(EquatableArray<Expr> factors, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var log = Expr.Zero;
        var range = DynamicRange.Ordinary;
        foreach (var factor in factors)
        {
            if (Of(factor, parameters) is not var (factorLog, factorRange)) return null;
            log += factorLog;
            range = (DynamicRange)Math.Max((int)range, (int)factorRange);
        }

        return range == DynamicRange.Ordinary ? null : new(Simplifier.Simplify(log), range);
    }

    private static LogForm? OfSum(Sum sum, IReadOnlyDictionary<string, Interval>? parameters)
    {
        var parts = Terms(sum).Select(t => Of(t, parameters)).ToList();
        if (parts.Any(p => p is null)) return null;
        var forms = parts.Select(p => p!.Value).ToList();
        // A sum with a plain part stays away from zero, and without an exponential it does not overflow.
        var range = forms.Any(f => f.Range == DynamicRange.Exponential) ? DynamicRange.Exponential
            : forms.All(f => f.Range == DynamicRange.Vanishing) ? DynamicRange.Vanishing : DynamicRange.Ordinary;
        return range == DynamicRange.Ordinary ? null : new(LogSumExp(forms.Select(f => f.Log)), range);
    }
}
