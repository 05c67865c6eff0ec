using System.Globalization;
using System.Text.RegularExpressions;

namespace Gan.Experiments.Atlas.Optimum;

/// <summary>A divergence between discrete distributions, computed from its textbook formula and from no loss.</summary>
/// <param name="Name">As the compiler calls it, in p (real) and q (fake).</param>
/// <param name="Term">What one outcome adds, for its p and q.</param>
/// <param name="Slope">The derivative of that in q, up to a constant that all outcomes share.</param>
internal sealed record KnownDivergence(string Name, Func<double, double, double> Term, Func<double, double, double> Slope)
{
    /// <summary>½ KL(p ‖ m) + ½ KL(q ‖ m), m = (p + q)/2.</summary>
    public static readonly KnownDivergence JensenShannon = new("JSD(p ‖ q)", static (p, q) => 0.5 * ((p * Math.Log(2 * p / (p + q))) + (q * Math.Log(2 * q / (p + q)))), static (p, q) => 0.5 * Math.Log(2 * q / (p + q)));

    /// <summary>Σ p log(p/q).</summary>
    public static readonly KnownDivergence Forward = new("KL(p ‖ q)", static (p, q) => p * Math.Log(p / q), static (p, q) => -p / q);

    /// <summary>Σ q log(q/p).</summary>
    public static readonly KnownDivergence Reverse = new("KL(q ‖ p)", static (p, q) => q * Math.Log(q / p), static (p, q) => Math.Log(q / p));

    /// <summary>½ Σ |p − q|.</summary>
    public static readonly KnownDivergence TotalVariation = new("total variation TV(p, q)", static (p, q) => 0.5 * Math.Abs(p - q), static (p, q) => 0.5 * Math.Sign(q - p));

    /// <summary>Σ (p − q)²/(p + q).</summary>
    public static readonly KnownDivergence Triangular = new("Pearson χ²(2q ‖ p + q)", static (p, q) => (p - q) * (p - q) / (p + q), static (p, q) => (-2 * (p - q) / (p + q)) - ((p - q) * (p - q) / ((p + q) * (p + q))));

    /// <summary>Σ (p − q)²/q.</summary>
    public static readonly KnownDivergence Pearson = new("Pearson χ²(p ‖ q)", static (p, q) => (p - q) * (p - q) / q, static (p, q) => -p * p / (q * q));

    /// <summary>Σ (p − q)²/p.</summary>
    public static readonly KnownDivergence Neyman = new("Neyman χ²(p ‖ q)", static (p, q) => (p - q) * (p - q) / p, static (p, q) => 2 * q / p);

    /// <summary>Σ (√p − √q)².</summary>
    public static readonly KnownDivergence Hellinger = new("squared Hellinger H²(p, q)", static (p, q) => (Math.Sqrt(p) - Math.Sqrt(q)) * (Math.Sqrt(p) - Math.Sqrt(q)), static (p, q) => -Math.Sqrt(p / q));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownDivergence> All { get; } = [JensenShannon, Forward, Reverse, TotalVariation, Triangular, Pearson, Neyman, Hellinger];

    private static readonly Regex s_term = new($@"(?<sign>[+−-]?)\s*(?<factor>[\d.]+([eE][+-]?\d+)?)?\s*(?<name>{string.Join("|", All.Select(static known => Regex.Escape(known.Name)))})");

    /// <summary>Reads a sum such as <c>KL(q ‖ p) − 2 JSD(p ‖ q)</c>.</summary>
    /// <returns>The terms with their factors; none where the text has something else in it.</returns>
    public static IReadOnlyList<(double Factor, KnownDivergence Divergence)> Read(string? text)
    {
        if (text is null)
            return [];
        var terms = s_term.Matches(text);
        var rest = s_term.Replace(text, "").Replace("(recognised numerically)", "").Trim();
        return rest.Length > 0 ? [] :
            [.. terms.Select(static term => ((term.Groups["sign"].Value is "−" or "-" ? -1 : 1) * (term.Groups["factor"] is { Success: true, Value: var factor } ? double.Parse(factor, CultureInfo.InvariantCulture) : 1),
                All.Single(known => known.Name == term.Groups["name"].Value)))];
    }

    /// <summary>The divergence of each pair of random distributions.</summary>
    public double[] OfRandom => RandomDistributions.Sums(RandomDistributions.P.Zip(RandomDistributions.Q, Term));
}
