namespace Gan.Runtime.Proofs;

/// <summary>Checks an objective's certificates, each of which has to claim what its statement says.</summary>
internal static class VerdictChecks
{
    private static readonly Dictionary<string, string[]> s_claims = new()
    {
        ["D learns to tell real samples from generated ones."] = ["all(balanced(real, fake, "],
        ["G moves its samples to where D puts the real ones."] = ["falls(generator, ", "rises(generator, "],
        ["The loss of a real logit is convex."] = ["convex(real, range("],
        ["The loss of a fake logit is convex."] = ["convex(fake, range("],
        ["D's loss is bounded below where the distributions are equal."] = ["bounded(real + fake, "],
        ["D's loss is bounded below whatever the distributions are."] = ["minimum(real, fake, ", "bounded(0 + fake, "],
        ["G's gradient vanishes where D wins."] = ["vanishes(generator, "],
        ["The best D returns log(p/q)."] = ["logarithm(real, fake)"],
        ["Training converges locally on the Dirac-GAN."] = ["converges("],
    };

    public static IReadOnlyList<VerdictCheck> Of(ObjectiveInfo info)
    {
        var losses = info.Hyperparameters.ToDictionary(static h => char.ToLowerInvariant(h.Name[0]) + h.Name[1..], static h => (Formula)h.Default);
        var (real, fake, generator) = (Formula.Read(info.Real.Text, losses), Formula.Read(info.Fake.Text, losses), Formula.Read(info.Generator.Text, losses));
        (losses["real"], losses["fake"], losses["generator"]) = (real, fake, generator);
        return [.. info.Analysis.Verdicts.Where(static v => v.Verdict == VerdictKind.Proved).Select(v => new VerdictCheck(v, Holds(v)))];

        bool Holds(VerdictInfo verdict) => verdict.Certificate is { } certificate
            && s_claims.TryGetValue(verdict.Statement, out var claims) && claims.Any(claim => certificate.StartsWith(claim, StringComparison.Ordinal)) && Certificate.Holds(certificate, losses);
    }
}
