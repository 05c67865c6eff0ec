using Gan.Dsl;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Formulas.Writing;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The two losses as people write them, in plain text and in LaTeX.</summary>
internal static class FormulaNotation
{
    public static string Discriminator(CompiledObjective objective) => objective.Declaration.Coupling switch
    {
        Coupling.Relativistic => $"E[{TextPrinter.Print(objective.Losses.Fake, "D(G(z)) - D(x)")}]",
        Coupling.RelativisticAverage => OfAverages(objective.Losses.Real, objective.Losses.Fake),
        _ => $"{Mean(objective.Losses.Real, "D(x)")} + {Mean(objective.Losses.Fake, "D(G(z))")}",
    };

    public static string Generator(CompiledObjective objective) => objective.Declaration.Coupling switch
    {
        Coupling.Relativistic => $"E[{TextPrinter.Print(objective.Losses.GeneratorOfReal, "D(x) - D(G(z))")}]",
        Coupling.RelativisticAverage => OfAverages(objective.Losses.GeneratorOfReal, objective.Losses.Generator),
        _ => Mean(objective.Losses.Generator, "D(G(z))"),
    };

    public static string DiscriminatorLatex(CompiledObjective objective) => objective.Declaration.Coupling switch
    {
        Coupling.Relativistic => Expectation("{x, z}", LatexPrinter.Print(objective.Losses.Fake, "D(G(z)) - D(x)")),
        Coupling.RelativisticAverage => LatexOfAverages(objective.Losses.Real, objective.Losses.Fake),
        _ => $"{LatexMean("x", objective.Losses.Real, "D(x)")} + {LatexMean("z", objective.Losses.Fake, "D(G(z))")}",
    };

    public static string GeneratorLatex(CompiledObjective objective) => objective.Declaration.Coupling switch
    {
        Coupling.Relativistic => Expectation("{x, z}", LatexPrinter.Print(objective.Losses.GeneratorOfReal, "D(x) - D(G(z))")),
        Coupling.RelativisticAverage => LatexOfAverages(objective.Losses.GeneratorOfReal, objective.Losses.Generator),
        _ => LatexMean("z", objective.Losses.Generator, "D(G(z))"),
    };

    public static string OfSeparate(Expr real, Expr fake) => $"{Mean(real, "D(x)")} + {Mean(fake, "D(G(z))")}";

    /// <summary>A statistic alone is its own mean.</summary>
    private static string Mean(Expr loss, string logit) => loss is Statistic statistic ? Spoken(statistic).ToString() : $"E[{TextPrinter.Print(Spoken(loss), logit)}]";

    private static string LatexMean(string over, Expr loss, string logit) => loss is Statistic ? LatexPrinter.Print(loss) : Expectation(over, LatexPrinter.Print(loss, logit));

    /// <summary>The formula with D(x) and D(G(z)) for the batches.</summary>
    private static Expr Spoken(Expr formula) => formula.ReplaceStatistics(static statistic
        => new Parameter($"{statistic.Function.Name}({TextPrinter.Print(Spoken(statistic.Element), statistic.Side == BatchSide.Real ? "D(x)" : "D(G(z))")})"));

    private static string OfAverages(Expr real, Expr fake)
        => $"E[{TextPrinter.Print(real, "D(x) - E D(G(z))")}] + E[{TextPrinter.Print(fake, "D(G(z)) - E D(x)")}]";

    private static string LatexOfAverages(Expr real, Expr fake)
        => Expectation("x", LatexPrinter.Print(real, @"D(x) - \mathbb{E}_z D(G(z))")) + " + " + Expectation("z", LatexPrinter.Print(fake, @"D(G(z)) - \mathbb{E}_x D(x)"));

    private static string Expectation(string over, string inner) => $@"\mathbb{{E}}_{over}\!\left[{inner}\right]";
}
