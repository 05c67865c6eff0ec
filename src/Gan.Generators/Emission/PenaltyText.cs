using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;

namespace Gan.Generators.Emission;

/// <summary>One penalty in words: its name, the name of its method, its formula in text and LaTeX, and what its point is made of.</summary>
/// <param name="Points">What the term is made of, in this order: real or generated samples, latents.</param>
/// <param name="IsOfGenerator">Whether it is added to the generator's loss.</param>
internal sealed record PenaltyText(string Name, string Method, string Text, string Latex, EquatableArray<string> Points, bool IsOfGenerator = false)
{
    /// <summary>The parameters of its method.</summary>
    public string Parameters => string.Join(", ", [
        .. IsOfGenerator ? Enumerable.Empty<string>() : [$"{TypeNames.Discriminator} discriminator"],
        .. Points.Select(static point => $"{TypeNames.Tensor} {point}")]);

    /// <summary>Those of one player's loss.</summary>
    public static IEnumerable<(PenaltyDeclaration Penalty, PenaltyText Text)> Of(ObjectiveDeclaration declaration, bool generator)
        => All(declaration).Where(entry => entry.Text.IsOfGenerator == generator);

    /// <summary>The declared penalties, each with a name of its own: a second one of a kind is numbered.</summary>
    public static IEnumerable<(PenaltyDeclaration Penalty, PenaltyText Text)> All(ObjectiveDeclaration declaration)
    {
        var seen = new Dictionary<string, int>();
        foreach (var penalty in declaration.Penalties)
        {
            var text = Of(penalty);
            seen[text.Name] = seen.TryGetValue(text.Name, out var count) ? count + 1 : 1;
            yield return (penalty, seen[text.Name] == 1 ? text : text with { Name = text.Name + seen[text.Name], Method = text.Method + seen[text.Name] });
        }
    }

    private static PenaltyText Of(PenaltyDeclaration penalty) => penalty switch
    {
        ZeroCentredPenaltyDeclaration { AtReal: true } p => new(
            "R1",
            "R1Penalty",
            $"{Factor(p)} E‖∇D(x)‖²{Estimated(p)}{Lazy(p)}",
            $@"{FactorLatex(p)}\,\mathbb{{E}}_x\lVert\nabla D(x)\rVert^2",
            Array("real")),
        ZeroCentredPenaltyDeclaration p => new(
            "R2",
            "R2Penalty",
            $"{Factor(p)} E‖∇D(G(z))‖²{Estimated(p)}{Lazy(p)}",
            $@"{FactorLatex(p)}\,\mathbb{{E}}_z\lVert\nabla D(G(z))\rVert^2",
            Array("fake")),
        GradientPenaltyDeclaration { At: PenaltyPoint.Real } p => AtPoint(p, "real", "x", "Real"),
        GradientPenaltyDeclaration { At: PenaltyPoint.Fake } p => AtPoint(p, "fake", "G(z)", "Fake"),
        GradientPenaltyDeclaration p => new(
            "GradientPenalty",
            "GradientPenalty",
            $"{Factor(p)} {Squared(p, "αx + (1 − α)G(z)")}{PerPixel(p)}{Lazy(p)}",
            $@"{FactorLatex(p)}\,{SquaredLatex(p, @"\alpha x + (1 - \alpha) G(z)")}",
            Array("real", "fake")),
        DraganPenaltyDeclaration p => new(
            "Dragan",
            "DraganPenalty",
            $"{Factor(p)} E(‖∇D(x + {Noise(p)})‖ − {CSharp.Number(p.Target)})²{Lazy(p)}",
            $@"{FactorLatex(p)}\,\mathbb{{E}}\left(\lVert\nabla D(x + \varepsilon)\rVert - {LatexNames.Number(p.Target)}\right)^2",
            Array("real")),
        DriftPenaltyDeclaration p => new(
            "Drift",
            "DriftPenalty",
            $"{Factor(p)} E[D(x)²]",
            $@"{FactorLatex(p)}\,\mathbb{{E}}_x\left[D(x)^2\right]",
            Array("real")),
        LeCamPenaltyDeclaration p => new(
            "LeCam",
            "LeCamPenalty",
            $"{Factor(p)} (E max(0, D(x) − a_F)² + E max(0, a_R − D(G(z)))²), a_R and a_F averages of the logits with decay {CSharp.Number(p.Decay)}{From(p)}",
            $@"{FactorLatex(p)}\left(\mathbb{{E}}_x\max\left(0, D(x) - a_F\right)^2 + \mathbb{{E}}_z\max\left(0, a_R - D(G(z))\right)^2\right)",
            Array("real", "fake")),
        PathLengthPenaltyDeclaration p => new(
            "PathLength",
            "PathLengthPenalty",
            $"{Factor(p)} E(‖∇_w G(w)·y‖ − a)², a averaged with decay {CSharp.Number(p.Decay)}{Lazy(p)}",
            $@"{FactorLatex(p)}\,\mathbb{{E}}_{{w,y}}\left(\lVert J_w^\top y\rVert - a\right)^2",
            Array("fake", "latents"),
            IsOfGenerator: true),
        _ => throw new InvalidOperationException($"No text for {penalty.GetType().Name}."),
    };

    private static PenaltyText AtPoint(GradientPenaltyDeclaration p, string side, string point, string prefix) => new(
        prefix + "GradientPenalty",
        prefix + "GradientPenalty",
        $"{Factor(p)} {Squared(p, point)}{PerPixel(p)}{Lazy(p)}",
        $@"{FactorLatex(p)}\,{SquaredLatex(p, point)}",
        Array(side));

    private static string Squared(GradientPenaltyDeclaration p, string point)
        => p.OneSided ? $"E max(0, ‖∇D({point})‖ − {CSharp.Number(p.Target)})²" : $"E(‖∇D({point})‖ − {CSharp.Number(p.Target)})²";

    private static string SquaredLatex(GradientPenaltyDeclaration p, string point)
        => p.OneSided
            ? $@"\mathbb{{E}}\max\left(0, \lVert\nabla D({point})\rVert - {LatexNames.Number(p.Target)}\right)^2"
            : $@"\mathbb{{E}}\left(\lVert\nabla D({point})\rVert - {LatexNames.Number(p.Target)}\right)^2";

    private static string Noise(DraganPenaltyDeclaration p)
        => p.Noise == DraganNoise.Gaussian ? $"N(0, {CSharp.Number(p.Scale)})" : $"α·{CSharp.Number(p.Scale)}·std(x)·U(0, 1)";

    private static string PerPixel(GradientPenaltyDeclaration p) => p.Norm == GradientNorm.PerPixel ? ", the norm per pixel" : "";

    private static string Factor(PenaltyDeclaration p) => p.WeightFrom is { } property ? HyperparameterDeclaration.FormulaNameOf(property) : CSharp.Number(p.Weight);

    private static string FactorLatex(PenaltyDeclaration p)
        => p.WeightFrom is { } property ? LatexPrinter.Print(new Parameter(HyperparameterDeclaration.FormulaNameOf(property))) : LatexNames.Number(p.Weight);

    private static string Lazy(PenaltyDeclaration p) => p.Every == 1 ? "" : $", every {p.Every} steps and times {p.Every}";

    private static string Estimated(ZeroCentredPenaltyDeclaration p) => p.Sigma is { } sigma ? $", by differences of {CSharp.Number(sigma)}" : "";

    private static string From(LeCamPenaltyDeclaration p) => p.Start == 0 ? "" : $", from step {p.Start}";

    private static EquatableArray<string> Array(params string[] points) => points.ToEquatableArray();
}
