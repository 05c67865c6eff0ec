using Gan.Dsl;
using Gan.Generators.Analysis;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Formulas.Rewriting;
using Gan.Generators.Formulas.Tree;
using Gan.Generators.Objectives;

namespace Gan.Generators.Emission;

/// <summary>The documentation that the user's own type shows: its losses, how they follow from the declaration, its penalties.</summary>
internal static class DocumentationEmitter
{
    /// <summary>What the type is, where the user's part does not say it.</summary>
    public static string TypeSummary(CompiledObjective objective)
        => $"/// <summary>A GAN objective: D minimises <c>{CSharp.Xml(FormulaNotation.Discriminator(objective))}</c>, and G minimises <c>{CSharp.Xml(FormulaNotation.Generator(objective))}</c>.</summary>";

    public static string TypeRemarks(CompiledObjective objective, AnalysisResult analysis)
    {
        IEnumerable<string> lines = [
            "<remarks>",
            "<code>",
            $"L_D = {CSharp.Xml(FormulaNotation.Discriminator(objective))}",
            .. Penalties(objective, generator: false),
            $"L_G = {CSharp.Xml(FormulaNotation.Generator(objective))}",
            .. Penalties(objective, generator: true),
            .. Derivation(objective),
            "</code>",
            $"<para>Both players minimise their losses. D returns {Output(objective, analysis)}, and E is the mean over all logits.</para>",
            .. BatchLosses.AreIn(objective.Losses) ? BatchParagraphs(objective.Losses) : [],
            .. AnalysisText.Remarks(analysis, IsHeldBack(objective.Declaration)).Select(static line => $"<para>{CSharp.Xml(line)}</para>"),
            .. objective.Declaration.WeightClips.Select(static limit => $"<para>After each step of D, its weights are clipped: W = clamp(W, -{Numbers.Text(limit)}, {Numbers.Text(limit)}).</para>"),
            .. objective.Declaration.TopK is { } top ? [$"<para>In its step, G learns from a share of the generated samples, those with the {(analysis.Directions.Orientation == Orientation.Energy ? "lowest energies" : "highest logits")}: {Numbers.Text(top.Share)}{(top.ShareFrom is { } from ? $" by default, from <c>{CSharp.Xml(from)}</c>" : "")}.</para>"] : Array.Empty<string>(),
            .. objective.Declaration.InstanceNoise is { } noise ? [$"<para>In the steps of both players, D sees samples with Gaussian noise: x + s * eps, eps ~ N(0, I), s = {Numbers.Text(noise)} by default.</para>"] : Array.Empty<string>(),
            .. objective.Declaration.CriticLimits.Select(static limit => $"<para>Outside the objective, D is limited by {CSharp.Xml(limit)}.</para>"),
            .. Sources(objective),
            "</remarks>"];
        return string.Join("\n", lines.Select(static line => "/// " + line));
    }

    /// <summary>What the batch functions in the losses are, each once.</summary>
    private static IEnumerable<string> BatchParagraphs(LossFormulas losses)
    {
        var functions = BatchLosses.StatisticsOf(losses.Real, losses.Fake, losses.Generator).Select(static statistic => statistic.Function).Distinct().ToArray();
        if (functions.Length > 0)
            yield return "<para>In the losses of one logit t, real and fake are the batches of all D(x) and D(G(z)), and a slope is the derivative in t alone. A mask removes logits from a batch, and weights do not change it.</para>";
        foreach (var function in functions)
            yield return $"<para>{function.Name}(e) is {CSharp.Xml(function.Definition)}. Its derivative in eᵢ is {CSharp.Xml(function.Gradient)}.</para>";
        if (new[] { losses.Real, losses.Fake, losses.Generator }.Any(BatchLosses.Detaches))
            yield return "<para>detach(e) is e, but no gradient passes through it.</para>";
    }

    private static bool IsHeldBack(ObjectiveDeclaration declaration)
        => declaration.Penalties.Any(static penalty => !penalty.IsOfGenerator) || declaration.WeightClips.Count > 0 || declaration.CriticLimits.Any();

    private static string Output(CompiledObjective objective, AnalysisResult analysis)
    {
        var range = objective.Declaration.Logits == LogitRange.NonNegative ? " of at least 0" : "";
        return analysis.Directions.Orientation == Orientation.Energy ? $"an energy{range}, which is low for real samples" : $"a logit{range}";
    }

    private static IEnumerable<string> Sources(CompiledObjective objective)
    {
        if (SourceTexts.Of(objective.Declaration) is { Count: > 0 } sources)
            yield return $"<para>{(sources.Count == 1 ? "Source" : "Sources")}: {CSharp.Xml(string.Join("; ", sources))}.</para>";
    }

    private static IEnumerable<string> Penalties(CompiledObjective objective, bool generator)
        => NamedPenalty.Of(objective.Declaration, generator).Select(static named => $"    + {CSharp.Xml(named.Penalty.Text)}");

    /// <summary>The losses of one logit t and their slopes.</summary>
    private static IEnumerable<string> Derivation(CompiledObjective objective)
    {
        foreach (var (name, loss) in Losses(objective))
            yield return $"{name} = {CSharp.Xml(TextPrinter.Print(loss))}, slope {CSharp.Xml(TextPrinter.Print(Derivative.Of(loss)))}";
        foreach (var function in objective.Declaration.LossFunctions)
            yield return CSharp.Xml(LossFunctionEmitter.Definition(function));
    }

    /// <summary>Each loss with what it is of, as <c>real logit: f_D(-t)</c>.</summary>
    private static IEnumerable<(string Name, Expr Loss)> Losses(CompiledObjective objective)
    {
        const string Pair = "t = D(G(z)) - D(x)", Real = "real, t = D(x) - E D(G(z))", Fake = "fake, t = D(G(z)) - E D(x)";
        var (losses, isPair) = (objective.Losses, objective.Declaration.Formulas.HasPair);
        return objective.Declaration.Coupling switch
        {
            Coupling.Relativistic => [($"{Pair}: f_D(t)", losses.Fake), ($"{Pair}, for G: f_G(-t)", losses.Generator)],
            Coupling.RelativisticAverage =>
            [
                ($"{Real}: f_D(-t)", losses.Real),
                ($"{Fake}: f_D(t)", losses.Fake),
                ($"{Real}, for G: f_G(t)", losses.GeneratorOfReal),
                ($"{Fake}, for G: f_G(-t)", losses.Generator),
            ],
            _ =>
            [
                ($"real logit: {(isPair ? "f_D(-t)" : "Real(t)")}", losses.Real),
                ($"fake logit: {(isPair ? "f_D(t)" : "Fake(t)")}", losses.Fake),
                ($"fake logit, for G: {(isPair ? "f_G(-t)" : "Generator(t)")}", losses.Generator),
            ],
        };
    }
}
