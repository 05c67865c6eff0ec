using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Penalties;

namespace Gan.Generators.Analysis;

/// <summary>What a penalty takes for a norm n ≥ 0 of D's gradient, without its weight and its factor.</summary>
internal sealed class GradientCost
{
    public static readonly Interval Norms = Interval.AtLeast(0);

    private readonly GradientPull _pull;
    private readonly Curve? _curve;

    private GradientCost(GradientPull pull) => (_pull, _curve) = (pull, pull.Formula is { } formula ? new(formula, Norms) : null);

    public static GradientCost Of(GradientPull pull) => new(pull);

    /// <summary>c(n − K)², or c·max(0, n − K)²; null where it is neither, or where the logit counts too.</summary>
    public (double Coefficient, double Target, bool IsTwoSided)? Square
    {
        get
        {
            if (_pull.Factor is not null) return null;
            if (!double.IsNaN(_pull.Target)) return (1, _pull.Target, _pull.IsTwoSided);
            if (_curve is not { IsUnderstood: true, Pieces: { Count: 1 or 2 } pieces } || Polynomial.LineOf(pieces[^1].Slope) is not { Slope.Sign: > 0, Offset.Sign: <= 0 } line) return null;
            var target = 0 - (line.Offset.ToDouble() / line.Slope.ToDouble());
            if (pieces.Count == 1) return (line.Slope.ToDouble() / 2, target, true);
            // Nothing below K, and from there on a slope that starts at 0.
            return Polynomial.LineOf(pieces[0].Slope) is { IsZero: true } && line.Over(pieces[0].Range.Intersect(pieces[1].Range)) is { IsPoint: true, Low: 0 } ? (line.Slope.ToDouble() / 2, target, false) : null;
        }
    }

    /// <summary>Whether it can grow without a bound as the norm grows: else it does not limit D's slope.</summary>
    public bool MayGrow => _pull.Formula is null || IntervalEvaluator.Evaluate(_pull.Formula, Norms) is not { IsPartial: false } values || double.IsInfinity(values.High);

    /// <summary>What it does to a gradient of almost 0: it takes γ/2·n².</summary>
    /// <param name="logit">The logit there; null where it is not known.</param>
    public NearZero AtZero(double? logit)
    {
        if (_pull.Factor is not null && logit is null) return NearZero.Undecided("a penalty has a factor that depends on the logit");
        var near = Near();
        if (_pull.Factor is null || near is { Gamma: 0, Reason: null, Repels: false }) return near;
        if (ValueAtZero() is not { IsPoint: true, Low: 0 }) return NearZero.Undecided("a penalty with a factor is not 0 at a gradient of 0");
        var factor = _pull.Factor.Evaluate(logit!.Value);
        return factor > 0 ? near with { Gamma = near.Gamma * factor } : NearZero.Undecided("the factor of a penalty is not positive at the balanced logit");
    }

    private NearZero Near()
    {
        if (_pull.Formula is null)
        {
            return double.IsNaN(_pull.Target) ? NearZero.Undecided("the formula of a penalty is not known")
                : _pull.Target == 0 ? new(2 * _pull.Weight)
                : new(0) { Repels = _pull.IsTwoSided };
        }

        if (_curve is not { IsUnderstood: true, Pieces: { Count: > 0 } pieces }) return NearZero.Undecided("the kinks of a penalty's formula are not known");
        // Of other formulas the checker of certificates has bounds of the slope, which hold 0 and more.
        if (Polynomial.Of(pieces[0].Slope) is not { } slope)
            return IntervalEvaluator.Evaluate(pieces[0].Slope, Interval.Point(0)) is { IsPartial: false, IsNegative: true } ? new(0) { Repels = true } : NearZero.Undecided("the formula of a penalty is no polynomial near a gradient of 0");
        if (slope.Offset.Sign != 0) return slope.Offset.Sign < 0 ? new(0) { Repels = true } : NearZero.Undecided("a penalty has a kink at a gradient of 0");
        return slope.IsZero || slope.Slope.Sign > 0 ? new(_pull.Weight * slope.Slope.ToDouble()) : NearZero.Undecided("the curvature of a penalty at a gradient of 0 is not positive");
    }

    private Interval ValueAtZero() => _pull.Formula is { } formula ? IntervalEvaluator.Evaluate(formula, Interval.Point(0)) : Interval.Point(_pull.IsTwoSided ? _pull.Target : 0);
}

/// <summary>A penalty where D's gradient is almost 0.</summary>
/// <param name="Gamma">γ of γ/2·n².</param>
internal sealed record NearZero(double Gamma)
{
    /// <summary>Whether it pushes the gradient away from 0.</summary>
    public bool Repels { get; init; }

    /// <summary>Why it is not known; null where it is.</summary>
    public string? Reason { get; init; }

    public static NearZero Undecided(string reason) => new(0) { Reason = reason };

    /// <summary>What several do together.</summary>
    public static NearZero Of(IEnumerable<NearZero> all) => all.Aggregate(new NearZero(0), static (sum, next) => new(sum.Gamma + next.Gamma) { Repels = sum.Repels || next.Repels, Reason = sum.Reason ?? next.Reason });
}
