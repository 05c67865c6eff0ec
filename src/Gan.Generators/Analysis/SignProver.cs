using Gan.Generators.Analysis.Certificates;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Bounds;
using Gan.Generators.Formulas.Intervals;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <summary>
/// Proves that a formula is ≥ 0 over a whole range of t: by the ranges of its parts, by its terms over a common denominator,
/// by its derivative's sign on both sides of a number where it is known, and by splitting the range where none of these sees enough.
/// Each argument encloses every value there can be; the work is bounded.
/// </summary>
internal sealed class SignProver
{
    /// <summary>How many enclosures one question may cost.</summary>
    public const int Budget = 1200;

    // Derivatives of derivatives grow faster than they help.
    private const int MaxDepth = 2;

    // What the derivatives of nested functions grow into is longer to write than worth to prove.
    private const int MaxSize = 600;

    private static readonly double[] s_anchors = [0, 1, -1];
    private static readonly double[] s_tails = [2, 8, 32, 128];

    // One question comes back to the same slopes, on both sides of every anchor.
    private readonly Dictionary<Expr, Forms> _forms;
    private int _work;

    private SignProver(Dictionary<Expr, Forms> forms) => _forms = forms;

    /// <summary>Whether the formula is never negative; a range may be unbounded or open.</summary>
    public static Verdict NotNegative(Expr formula, Interval range)
    {
        var text = formula.ToString();
        // At an end of the range another formula may take over: a witness inside speaks for itself.
        var inside = Interval.Of(range.Low, range.High, lowOpen: true, highOpen: true);
        if (Witness.Find(formula, inside) is { } witness)
            return new Verdict.Refuted(witness, formula.HasLogit
                ? $"{text} is {Numbers.Prose(Witness.Rounded(formula.Evaluate(witness)))} at t = {Numbers.Prose(witness)}"
                : $"{text} is negative");
        return new SignProver([]).Prove(formula, range, 0) is { } proof
            ? new Verdict.Proved($"{text} ≥ 0", new Certificate.Sign(text, range, proof))
            : new Verdict.Unknown($"no proof that {text} ≥ 0");
    }

    /// <summary>A number from which on to ∞ the formula is never negative; null where none is known.</summary>
    public static double? NotNegativeFrom(Expr formula) =>
        new SignProver([]).StartOfTail(formula, TailForm.Of(formula, s_tails[0])) is var from and not 0 ? from : null;

    private SignProof? Prove(Expr formula, Interval range, int depth)
    {
        if (range.IsEmpty || Holds(Enclose(formula, range))) return new SignProof.Whole();
        if (!_forms.TryGetValue(formula, out var forms)) _forms.Add(formula, forms = new(formula));
        if (forms.Fraction is { } fraction && OfFraction(fraction, range)) return new SignProof.Whole();
        if (formula.Size > MaxSize || Kinks.AreIn(formula)) return null;
        return (depth < MaxDepth ? ByDerivative(formula, forms, range, depth) : null) ?? BySplitting(formula, forms, range);
    }

    private bool OfFraction(Fraction fraction, Interval range)
    {
        _work += 2;
        var sign = PolynomialSigns.Over(fraction.Numerator, range, strictly: false);
        return sign != 0 && sign == PolynomialSigns.Over(fraction.Denominator, range, strictly: true);
    }

    /// <summary>A formula that is ≥ 0 at z, falls before it and rises behind it, is ≥ 0.</summary>
    private SignProof.Slopes? ByDerivative(Expr formula, Forms forms, Interval range, int depth)
    {
        foreach (var z in Ends(range).Concat(s_anchors).Distinct())
        {
            if (!range.Contains(z) || !Holds(Enclose(formula, Interval.Point(z)))) continue;
            if (Prove(forms.Slope, range.Intersect(Interval.AtLeast(z)), depth + 1) is { } right
                && Prove(forms.Fall, range.Intersect(Interval.AtMost(z)), depth + 1) is { } left)
                return new SignProof.Slopes(z, right, left);
        }

        return null;
    }

    private SignProof? BySplitting(Expr formula, Forms forms, Interval range)
    {
        var high = double.IsInfinity(range.High) ? StartOfTail(formula, forms.Fraction) : range.High;
        var low = double.IsInfinity(range.Low) ? -StartOfTail(forms.Mirrored, forms.MirroredFraction) : range.Low;
        if ((high == 0 && double.IsInfinity(range.High)) || (low == 0 && double.IsInfinity(range.Low))) return null;

        var cuts = new List<double> { low };
        var pending = new Stack<Interval>();
        pending.Push(range.Intersect(Interval.Of(low, high)));
        while (pending.Count > 0)
        {
            var box = pending.Pop();
            if (box.IsEmpty || Holds(Enclose(formula, box)) || Holds(Centred(formula, forms.Slope, box)))
            {
                cuts.Add(box.High);
                continue;
            }

            if (_work > Budget || box.Width < 1e-9) return null;
            var (lower, upper) = box.Split();
            pending.Push(upper);
            pending.Push(lower);
        }

        var inside = cuts.Where(cut => cut > range.Low && cut < range.High).ToList();
        return inside.Count == 0 ? new SignProof.Whole() : new SignProof.Split(new(inside));
    }

    /// <summary>The number from which on it holds; 0 where none is known.</summary>
    private double StartOfTail(Expr formula, Fraction? fraction) => s_tails.FirstOrDefault(from => OnTail(formula, fraction, from));

    private bool OnTail(Expr formula, Fraction? fraction, double from)
    {
        if (_work > Budget) return false;
        if (Holds(Enclose(formula, Interval.AtLeast(from)))) return true;
        if (fraction is null) return false;
        _work += fraction.Numerator.Count + fraction.Denominator.Count;
        var sign = PolynomialSigns.OnTail(fraction.Numerator, from);
        return sign != 0 && sign == PolynomialSigns.OnTail(fraction.Denominator, from);
    }

    /// <summary>The mean value theorem: the values lie within value at the middle + slope · distance.</summary>
    private Interval Centred(Expr formula, Expr slope, Interval box)
    {
        var middle = Interval.Point(box.Middle);
        return Enclose(formula, middle) + IntervalMath.Multiply(Enclose(slope, box), box - middle);
    }

    private static bool Holds(Interval values) => PolynomialSigns.SignOf(values, strictly: false) == 1;

    private Interval Enclose(Expr formula, Interval range)
    {
        _work += 1 + (formula.Size / 64);
        return IntervalEvaluator.Evaluate(formula, range);
    }

    private static IEnumerable<double> Ends(Interval range) => new[] { range.Low, range.High }.Where(static end => !double.IsInfinity(end));

    /// <summary>What is asked of a formula, computed when it first is.</summary>
    private sealed class Forms(Expr formula)
    {
        private readonly Lazy<Fraction?> _fraction = new(() => Analysis.Fraction.Of(formula));
        private readonly Lazy<Expr> _slope = new(() => Derivative.Of(formula));
        private Expr? _fall;
        private Expr? _mirrored;
        private Fraction? _mirroredFraction;

        public Fraction? Fraction => _fraction.Value;

        public Expr Slope => _slope.Value;

        public Expr Fall => _fall ??= Simplifier.Simplify(-Slope);

        public Expr Mirrored => _mirrored ??= Simplifier.Simplify(formula.ReplaceLogit(-Expr.T));

        public Fraction? MirroredFraction => Fraction is { } fraction ? _mirroredFraction ??= new(fraction.Numerator.Mirrored(), fraction.Denominator.Mirrored()) : null;
    }
}
