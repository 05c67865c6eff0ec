using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The two losses as people write them, in plain text and in LaTeX.</summary>
internal static class FormulaTexts
{
    public static string Discriminator(LossFormulas losses)
        => $"E[{TextPrinter.Print(losses.Real, "D(x)")}] + E[{TextPrinter.Print(losses.Fake, "D(G(z))")}]";

    public static string Generator(LossFormulas losses)
        => $"E[{TextPrinter.Print(losses.Generator, "D(G(z))")}]";

    public static string DiscriminatorLatex(LossFormulas losses)
        => $@"\mathbb{{E}}_x\!\left[{LatexPrinter.Print(losses.Real, "D(x)")}\right] + \mathbb{{E}}_z\!\left[{LatexPrinter.Print(losses.Fake, "D(G(z))")}\right]";

    public static string GeneratorLatex(LossFormulas losses)
        => $@"\mathbb{{E}}_z\!\left[{LatexPrinter.Print(losses.Generator, "D(G(z))")}\right]";
}
