using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Expressions;

namespace Gan.Generators.Emission;

/// <summary>One penalty in words: its name, the name of its method, its formula in text and LaTeX, and what its point is made of.</summary>
/// <param name="Points">The samples the gradient's point is made of: real, fake or both, in this order.</param>
internal sealed record PenaltyText(string Name, string Method, string Text, string Latex, EquatableArray<string> Points)
{
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
            $"{Factor(p)} E‖∇D(x)‖²{Lazy(p)}",
            $@"{FactorLatex(p)}\,\mathbb{{E}}_x\lVert\nabla D(x)\rVert^2",
            Array("real")),
        ZeroCentredPenaltyDeclaration p => new(
            "R2",
            "R2Penalty",
            $"{Factor(p)} E‖∇D(G(z))‖²{Lazy(p)}",
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
            $@"{FactorLatex(p)}\,\mathbb{{E}}\left(\lVert\nabla D(x + \varepsilon)\rVert - {CSharp.Number(p.Target)}\right)^2",
            Array("real")),
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
            ? $@"\mathbb{{E}}\max\left(0, \lVert\nabla D({point})\rVert - {CSharp.Number(p.Target)}\right)^2"
            : $@"\mathbb{{E}}\left(\lVert\nabla D({point})\rVert - {CSharp.Number(p.Target)}\right)^2";

    private static string Noise(DraganPenaltyDeclaration p)
        => p.Noise == DraganNoise.Gaussian ? $"N(0, {CSharp.Number(p.Scale)})" : $"{CSharp.Number(p.Scale)}·std(x)·U(0, 1)";

    private static string PerPixel(GradientPenaltyDeclaration p) => p.Norm == GradientNorm.PerPixel ? ", the norm per pixel" : "";

    private static string Factor(PenaltyDeclaration p) => p.WeightFrom is { } property ? HyperparameterDeclaration.FormulaNameOf(property) : CSharp.Number(p.Weight);

    private static string FactorLatex(PenaltyDeclaration p)
        => p.WeightFrom is { } property ? LatexPrinter.Print(new Parameter(HyperparameterDeclaration.FormulaNameOf(property))) : CSharp.Number(p.Weight);

    private static string Lazy(PenaltyDeclaration p) => p.Every == 1 ? "" : $", every {p.Every} steps and times {p.Every}";

    private static EquatableArray<string> Array(params string[] points) => points.ToEquatableArray();
}
