using System.Text.RegularExpressions;
using Gan.Runtime.Proofs.Arithmetic;

namespace Gan.Runtime.Info;

/// <summary>What the penalties on D's gradient take near a gradient of 0: γ of γ/2·E‖∇D‖², at least, as a formula of the logit.</summary>
internal static class SlopePenalties
{
    // How penalties are written. The dot stands between a factor and what it multiplies, and nowhere else.
    private const string OfZero = @"^(.+) E(‖∇D\(.*\)‖²|\(‖∇D\(.*\)‖\S* − 0\)²| max\(0, ‖∇D\(.*\)‖\S* − 0\)²)";
    private const string OneSided = @"^(.+) E max\(0, ‖∇D\(", ByFormula = @"^(.+) (?:E|max)\[(?:(.+) · )?(.+)\], n = ‖∇D\(", OfAnotherNorm = @"^(.+) E\(‖∇D\(";

    // Drift and LeCam.
    private const string OfLogits = $"^(.+) (?:{VerdictChecks.Drift}|{VerdictChecks.LeCam})";

    // It does not see where a sample is.
    private const string PathLength = @"^(.+) E\(‖∇_w G\(w\)·y‖ − a\)²";

    private const string Disabled = "^0 ";

    /// <summary>0 where a penalty may push the gradient, or the generator, away from 0.</summary>
    /// <exception cref="ArithmeticException">What a penalty takes there is not known.</exception>
    public static Formula NearZero(ObjectiveInfo info, IReadOnlyDictionary<string, Formula> losses)
    {
        if (info.GeneratorPenalties.Any(static penalty => !Regex.IsMatch(penalty.Text, PathLength) && !Regex.IsMatch(penalty.Text, Disabled))) return 0.0;
        var sum = (Formula)0.0;
        foreach (var penalty in info.Penalties)
        {
            if (Of(penalty.Text, losses, info.IsCoupled) is not { } gamma) return 0.0;
            sum += gamma;
        }

        return sum;
    }

    private static Formula? Of(string text, IReadOnlyDictionary<string, Formula> losses, bool isCoupled)
    {
        if (Match(OfZero) is { } zero) return 2.0 * Weight(zero);
        if (Match(OneSided) is not null) return 0.0;
        if (Match(OfAnotherNorm) is not null) return null;
        if (Match(OfLogits) is not null || Match(Disabled) is not null) return 0.0;
        // A user's own may do anything.
        if (Match(ByFormula) is not { } formula) return null;

        // The differences of a relativistic objective do not tell its logits.
        var hasFactor = formula[2].Success;
        if (hasFactor && isCoupled) return null;
        return CurvatureAtZero(Read(formula[3].Value, new Dictionary<string, Formula>(losses) { ["n"] = Formula.Of("t") }), hasFactor) is { } curvature
            ? Weight(formula) * Formula.Of(curvature) * (hasFactor ? Read(formula[2].Value, losses) : 1.0)
            : null;

        GroupCollection? Match(string pattern) => Regex.Match(text, pattern) is { Success: true, Groups: var groups } ? groups : null;

        Formula Weight(GroupCollection groups) => Read(groups[1].Value, losses);

        static Formula Read(string text, IReadOnlyDictionary<string, Formula> known) => Formula.Read(text, known);
    }

    /// <summary>At most f″(0), where f does not fall or rise at 0; null where it may do so.</summary>
    /// <param name="cost">f of the norm.</param>
    /// <param name="isZero">Whether f(0) has to be 0 as well.</param>
    /// <exception cref="ArithmeticException">The slope or the curvature is not known.</exception>
    private static BigFloat? CurvatureAtZero(Formula cost, bool isZero)
    {
        var values = Evaluation.Over(Interval.Point(default), 2, isExact: true, side: new BigFloat(1, -48)).Of(cost);
        return IsZero(values[1]) && (!isZero || IsZero(values[0])) && values[2].Range.Low.Sign >= 0 ? values[2].Range.Low : null;

        static bool IsZero(Value value) => value.Range is { Low.Sign: 0, High.Sign: 0 };
    }
}
