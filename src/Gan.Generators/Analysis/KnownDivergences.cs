using Gan.Generators.Formulas.FunctionTable;
using Gan.Generators.Formulas.Tree;

namespace Gan.Generators.Analysis;

/// <param name="Name">As people write it, in p (real) and q (fake).</param>
/// <param name="Curvature">f″(u): two f with the same differ by a + b·u, which changes the divergence by a constant.</param>
internal sealed record KnownDivergence(string Name, Expr Curvature);

/// <summary>The divergences a pair of losses may turn out to measure, each in its usual normalisation.</summary>
internal static class KnownDivergences
{
    private static readonly Expr s_u = Expr.T;

    public static readonly IReadOnlyList<KnownDivergence> All =
    [
        // ½ KL(p ‖ m) + ½ KL(q ‖ m), m = (p + q)/2.
        new("JSD(p ‖ q)", 0.5 / (s_u * (s_u + 1))),
        // u log u.
        new("KL(p ‖ q)", Expr.One / s_u),
        // −log u.
        new("KL(q ‖ p)", Expr.One / Functions.Square.Of(s_u)),
        // (u − 1)².
        new("Pearson χ²(p ‖ q)", 2),
        // (1 − u)²/u.
        new("Neyman χ²(p ‖ q)", 2.0 / Functions.Pow.Of(s_u, 3)),
        // (√u − 1)².
        new("squared Hellinger H²(p, q)", 0.5 * Functions.Pow.Of(s_u, -1.5)),
        // (u − 1)²/(u + 1): ∫ (p − q)²/(p + q).
        new("Pearson χ²(2q ‖ p + q)", 8.0 / Functions.Pow.Of(s_u + 1, 3)),
    ];

    public const string TotalVariation = "total variation TV(p, q)";

    /// <summary>Of a critic whose slope is bounded (Arjovsky, Chintala and Bottou 2017, arXiv 1701.07875).</summary>
    public static string Wasserstein(SlopeLimit.Bound bound) => $"Wasserstein distance W₁(p, q), {bound.Text}";

    /// <summary>Of a critic that pays for the mean square of its slope (Mroueh et al. 2017, arXiv 1711.04894): the dual norm of p − q.</summary>
    public static string Sobolev(string density) => density == "r"
        ? "squared Sobolev distance of order −1 between p and q, weighted by the density r at which the penalty takes the gradient"
        : $"squared Sobolev distance of order −1 between p and q, weighted by {density}";
}
