using System.Text;
using Gan.Dsl;

namespace Gan.Runtime.Tests;

/// <summary>docs/objectives.md is what the catalogue says of itself. <c>GANDSL_ACCEPT=1 dotnet test</c> writes it again.</summary>
public sealed class GalleryPageTests
{
    [Fact]
    public void ThePageIsWhatTheCatalogueSays()
    {
        var path = Path.Combine(Repository.Root, "docs", "objectives.md");
        var actual = Page();
        if (Environment.GetEnvironmentVariable("GANDSL_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    private static string Page()
    {
        var page = new StringBuilder("""
            # The objectives

            This page lists every objective of the catalogue, with what the compiler found out about it. D returns a logit, every loss is minimised, and E is the mean over all logits.
            Each objective is declared in a few lines in [src/Gan.Runtime/Objectives](../src/Gan.Runtime/Objectives). An instance is available as a property of `Objectives`.
            p is the density of real samples, and q is the density of generated samples. The optimal D minimises the losses alone, without penalties and limits; for a critic, it does so under its limit. The eigenvalues are those of the [Dirac-GAN](diagnostics/GAN075.md).


            """.ReplaceLineEndings("\n"));
        foreach (var objective in Objectives.All)
            Write(page, objective.Info);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Write(StringBuilder page, ObjectiveInfo info)
    {
        Line($"## {info.Name}\n");
        Line("```");
        Line($"L_D = {info.DiscriminatorLoss.Text}");
        foreach (var penalty in info.Penalties)
            Line($"    + {penalty.Text}");
        Line($"L_G = {info.GeneratorLoss.Text}");
        foreach (var penalty in info.GeneratorPenalties)
            Line($"    + {penalty.Text}");
        if (info.WeightClip is { } clip)
            Line(FormattableString.Invariant($"after each step of D: W = clamp(W, -{clip}, {clip})"));
        Line("```\n");
        if (info.Sign == LogitSign.Energy || info.Logits == LogitRange.NonNegative)
            Line($"- D returns {(info.Sign == LogitSign.Energy ? "an energy, which is low for real samples" : "a logit")}{(info.Logits == LogitRange.NonNegative ? ", and at least 0" : "")}.");
        foreach (var limit in info.CriticLimits)
            Line($"- Outside the objective, D is limited by {limit}.");
        if (info.Hyperparameters.Count > 0)
            Line($"- Hyperparameters: {string.Join(", ", info.Hyperparameters.Select(static h => FormattableString.Invariant($"{h.Name} = {h.Default}")))}");
        if (info.Analysis.OptimalLogit is { } optimum)
            Line($"- The optimal D returns {optimum}.");
        if (info.Analysis.Divergence is { } divergence)
            Line($"- Up to a constant, the optimal D measures {divergence}{(info.Analysis.GeneratorDivergence is { } ofG ? ofG == divergence ? ", and G minimises it" : $"; G then follows the gradient of {ofG}" : "; G then follows the gradient of no known divergence")}.");
        if (info.Analysis.DiracGanEigenvalues is { } eigenvalues)
            Line($"- Eigenvalues: {eigenvalues}");
        Line($"- {(info.Sources.Count == 1 ? "Source" : "Sources")}: {string.Join("; ", info.Sources)}\n");

        void Line(string text) => page.Append(text).Append('\n');
    }
}
