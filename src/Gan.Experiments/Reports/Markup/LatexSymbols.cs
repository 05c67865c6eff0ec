namespace Gan.Experiments.Reports.Markup;

/// <summary>The names and signs of LaTeX that formulas of losses have.</summary>
internal static class LatexSymbols
{
    private static readonly Dictionary<string, string> s_identifiers = Pairs(
        @"\alpha α \beta β \gamma γ \delta δ \epsilon ϵ \varepsilon ε \zeta ζ \eta η \theta θ \kappa κ \lambda λ \mu μ \nu ν \xi ξ \rho ρ \sigma σ \tau τ \phi ϕ \chi χ \psi ψ \omega ω \pi π \infty ∞ "
        + @"\max max \min min \log log \exp exp \tanh tanh \sin sin \cos cos");

    private static readonly Dictionary<string, string> s_operators = Pairs(
        @"+ + - − = = < < > > , , ( ( ) ) [ [ ] ] | | \le ≤ \ge ≥ \cdot · \nabla ∇ \lVert ‖ \rVert ‖ \top ⊤");

    public static string? Identifier(string token) => s_identifiers.GetValueOrDefault(token);

    public static string? Operator(string token) => s_operators.GetValueOrDefault(token);

    /// <summary>Plain parentheses keep their height, and a norm's bars stand close to what is inside.</summary>
    public static string Attributes(string token) => token switch
    {
        "(" or ")" or "[" or "]" => " stretchy=\"false\"",
        "|" or @"\lVert" or @"\rVert" => " stretchy=\"false\" lspace=\"0\" rspace=\"0\"",
        _ => "",
    };

    private static Dictionary<string, string> Pairs(string text) => text.Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
}
