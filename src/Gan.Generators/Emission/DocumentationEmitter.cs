using Gan.Generators.Analysis;
using Gan.Generators.Expressions;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The documentation that the user's own type shows: its losses, how they follow from the declaration, its penalties.</summary>
internal static class DocumentationEmitter
{
    public static string TypeRemarks(CompiledObjective objective, AnalysisResult analysis)
    {
        IEnumerable<string> lines = [
            "<remarks>",
            "<code>",
            $"L_D = {CSharp.Xml(FormulaTexts.Discriminator(objective))}",
            .. Penalties(objective, generator: false),
            $"L_G = {CSharp.Xml(FormulaTexts.Generator(objective))}",
            .. Penalties(objective, generator: true),
            "</code>",
            "<para>Both are minimised; D returns a logit, and E is the mean over every logit.</para>",
            .. Derivation(objective),
            .. AnalysisText.Remarks(analysis).Select(static line => $"<para>{CSharp.Xml(line)}</para>"),
            .. objective.Declaration.WeightClips.Select(static limit => $"<para>After each step of D: W = clamp(W, -{CSharp.Number(limit)}, {CSharp.Number(limit)}).</para>"),
            .. Sources(objective),
            "</remarks>"];
        return string.Join("\n", lines.Select(static line => "/// " + line));
    }

    private static IEnumerable<string> Sources(CompiledObjective objective)
    {
        if (SourceTexts.Of(objective.Declaration) is { Count: > 0 } sources)
            yield return $"<para>{(sources.Count == 1 ? "Source" : "Sources")}: {CSharp.Xml(string.Join("; ", sources))}.</para>";
    }

    private static IEnumerable<string> Penalties(CompiledObjective objective, bool generator)
        => PenaltyText.Of(objective.Declaration, generator).Select(static p => $"    + {CSharp.Xml(p.Text.Text)}");

    /// <summary>The losses of one logit t and their slopes.</summary>
    private static IEnumerable<string> Derivation(CompiledObjective objective)
    {
        var losses = objective.Losses;
        yield return "<list type=\"bullet\">";
        yield return Item("real logit", objective.Declaration.Formulas.HasPair ? "f_D(-t)" : "Real(t)", losses.Real);
        yield return Item("fake logit", objective.Declaration.Formulas.HasPair ? "f_D(t)" : "Fake(t)", losses.Fake);
        yield return Item("fake logit, for G", objective.Declaration.Formulas.HasPair ? "f_G(-t)" : "Generator(t)", losses.Generator);
        foreach (var function in objective.Declaration.LossFunctions)
            yield return $"<item><description>{CSharp.Xml(LossFunctionEmitter.Definition(function))}</description></item>";
        yield return "</list>";

        static string Item(string name, string symbol, Expr loss)
            => $"<item><description>{name}: {symbol} = {CSharp.Xml(TextPrinter.Print(loss))}, slope {CSharp.Xml(TextPrinter.Print(Derivative.Of(loss)))}</description></item>";
    }
}
