using System.Text.RegularExpressions;
using Gan.Dsl;
using Gan.Runtime.Proofs;
using Gan.Runtime.Proofs.Arithmetic;

namespace Gan.Runtime.Info;

/// <summary>Checks an objective's certificates, each of which has to claim its property of this objective.</summary>
internal static class VerdictChecks
{
    // How penalties are written.
    public const string Drift = @"E\[D\(x\)²\]", LeCam = @"\(E max\(0, D\(x\) − a_F\)² \+ E max\(0, a_R − D\(G\(z\)\)\)²\)";

    public static IReadOnlyList<VerdictCheck> Of(ObjectiveInfo info)
    {
        var losses = info.Hyperparameters.ToDictionary(static h => char.ToLowerInvariant(h.Name[0]) + h.Name[1..], static h => (Formula)h.Default);
        (losses["real"], losses["fake"], losses["generator"]) = (Read(info.Real.Text), Read(info.Fake.Text), Read(info.Generator.Text));
        // Where LeCam's averages stand moves its parabolas and changes nothing of what has a bound: they stand at 0.
        losses["realPenalty"] = Sum(static p => Term(p, Drift, "square(t)") ?? Term(p, LeCam, "square(max(0, t))"));
        losses["fakePenalty"] = Sum(static p => Term(p, LeCam, "square(max(0, -t))"));
        // γ of γ/2·E‖∇D‖², of the penalties towards gradients of 0; 0 where it is not known.
        var steps = CheckingSteps.Limit;
        var gamma = (Formula)0.0;
        CheckingSteps.Within(ref steps, () => (gamma = SlopePenalties.NearZero(info, losses)) is not null);
        losses["gradientPenalty"] = gamma;
        return [.. info.Analysis.Verdicts.Where(static v => v.Verdict == VerdictKind.Proved).Select(Check)];

        VerdictCheck Check(VerdictInfo verdict) => Holds(verdict) is { } holds ? new(verdict, holds) : new(verdict, false) { IsDecided = false };

        Formula Read(string text) => Formula.Read(text, losses);

        Formula Sum(Func<PenaltyInfo, string?> term) => info.Penalties.Select(term).OfType<string>().Aggregate((Formula)0.0, (sum, text) => sum + Read(text));

        bool? Holds(VerdictInfo verdict) => verdict is { Certificate: { } certificate, Property: { } property } && Regex.IsMatch(certificate, Claim(info, property)) ? Certificate.Holds(certificate, losses, ref steps) : false;
    }

    /// <summary>The factor of a penalty times what it multiplies; null of another penalty.</summary>
    private static string? Term(PenaltyInfo penalty, string pattern, string term) => Regex.Match(penalty.Text, $"^(.+) {pattern}") is { Success: true, Groups: var parts } ? $"({parts[1].Value}) * {term}" : null;

    /// <summary>The pattern of a certificate of the property.</summary>
    private static string Claim(ObjectiveInfo info, ObjectiveProperty property)
    {
        var (isHalf, isEnergy) = (info is { Logits: LogitRange.NonNegative, IsCoupled: false }, info.Sign == LogitSign.Energy);
        var (line, rising, falling) = (isHalf ? @"range\(0, infinity\)" : @"range\(-infinity, infinity\)", isEnergy ? "rises" : "falls", isEnergy ? "falls" : "rises");
        return "^" + property switch
        {
            ObjectiveProperty.DiscriminatorSeparates => $@"all\(balanced\(real, fake, (range\([^()]*\))\), {rising}\(real, \1\), {falling}\(fake, \1\)\)$",
            ObjectiveProperty.GeneratorFollows => $@"{rising}\(generator, range\([^()]*\)\)$",
            ObjectiveProperty.RealLossIsConvex => $@"convex\(real, {line}, ",
            ObjectiveProperty.FakeLossIsConvex => $@"convex\(fake, {line}, ",
            ObjectiveProperty.IsBoundedForEqualDistributions => $@"bounded\(real \+ fake, {line}, ",
            ObjectiveProperty.IsBoundedForAnyDistributions => info.IsCoupled ? $@"bounded\(0 \+ fake, {line}, " : $@"minimum\(real( \+ realPenalty)?, fake( \+ fakePenalty)?, {line}, ",
            ObjectiveProperty.GeneratorSaturates => isEnergy ? @"vanishes\(generator, right\(" : isHalf ? @"flat\(generator, 0\)$" : @"vanishes\(generator, left\(",
            ObjectiveProperty.OptimumIsLogRatio => @"logarithm\(real, fake\)$",
            ObjectiveProperty.ConvergesOnDiracGan => info.IsCoupled ? @"converges\(gradientPenalty, (2 \* )?fake, (2 \* )?generator, range\(0, 0\)\)$"
                : @"all\(balanced\(real, fake, (range\([^()]*\))\), converges\(gradientPenalty, fake, generator, \1\)\)$",
            _ => "$.",
        };
    }
}
