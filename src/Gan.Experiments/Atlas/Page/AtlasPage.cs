using Gan.Experiments.Atlas.Charts;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Verdicts;
using Gan.Experiments.Reports.Markup;
using Gan.Runtime;

namespace Gan.Experiments.Atlas.Page;

/// <summary>The atlas as one HTML file with its plots, formulas, style and script in it, that needs no network.</summary>
internal static class AtlasPage
{
    private const string Title = "What the objectives do";

    public static void Write(string path, AtlasResult result) => ReportPage.Write(path, Title, Content(result), ReportPage.Resource("chart.css") + ReportPage.Resource("atlas.css"), ReportPage.Resource("atlas.js"));

    private static string Content(AtlasResult result) =>
        $"<h1>{Title}</h1>\n<p>{Html.Text("Real samples have the density p and generated ones q. D returns a logit t, and every loss is minimised: L_D is the mean of φ_real(D(x)) over real samples plus that of φ_fake(D(G(z))) over generated ones, L_G the mean of ψ(D(G(z))). Every number here comes from the losses that the compiler wrote; no network is trained for what is not named so.")}</p>\n"
        + Tables.Formula("D's loss", "L_D = E[φ_real(D(x))] + E[φ_fake(D(G(z)))]", @"L_D = \mathbb{E}_x\left[\phi_{\mathrm{real}}(D(x))\right] + \mathbb{E}_z\left[\phi_{\mathrm{fake}}(D(G(z)))\right]")
        + Tables.Formula("G's loss", "L_G = E[ψ(D(G(z)))]", @"L_G = \mathbb{E}_z\left[\psi(D(G(z)))\right]")
        + Tables.Formula("What the best D measures is the mean of f(p/q) over q", "f(u) = -min_t (u φ_real(t) + φ_fake(t))", @"f(u) = -\min_t\left(u\,\phi_{\mathrm{real}}(t) + \phi_{\mathrm{fake}}(t)\right)")
        + Html.Section("All objectives", Overview.Of(result))
        + Html.Section("What lectures derive", TheoryTables.Identities(result.Identities))
        + Html.Section("The moving plan", TransportPart.Of(result.Transport))
        + Html.Section("The Dirac-GAN", TheoryTables.Dirac(result.DiracTable))
        + MixturePart.Table(result.Objectives)
        + string.Concat(result.Objectives.Select(Objective));

    private static string Objective(ObjectiveResult objective) =>
        $"<section id=\"{Html.Text(objective.Name)}\">\n<h2>{Html.Text(objective.Name)}</h2>\n{Formulas(objective)}{string.Concat(objective.Notes.Select(static note => $"<p>{Html.Text(note)}</p>\n"))}"
        + $"<div class=\"figures\">\n{string.Concat(ObjectiveCharts.Of(objective).Select(ChartSvg.Figure))}</div>\n"
        + MixturePart.Films(objective) + Outcomes(objective) + Dirac(objective.Dirac) + Verdicts(objective.Verdicts)
        + (objective.Sources.Count > 0 ? $"<p>Sources: {Html.Text(string.Join("; ", objective.Sources))}</p>\n" : "") + "</section>\n";

    private static string Formulas(ObjectiveResult objective) =>
        Html.Formula("L_D", Shown(objective.DiscriminatorLoss)) + string.Concat(objective.Penalties.Select(static penalty => Html.Formula($"plus {penalty.Name}", new(penalty.Text, penalty.Latex)))) + Html.Formula("L_G", Shown(objective.GeneratorLoss));

    private static RunFormula Shown(FormulaInfo formula) => new(formula.Text, formula.Latex);

    private static string Outcomes(ObjectiveResult objective)
    {
        var outcomes = objective.Curves.Outcomes;
        return Tables.Of(["D", "of real samples", "of fakes", "L_D", "L_G"],
        [
            Row("blind: it cannot tell", outcomes.Blind),
            Row("perfect: it is sure, and right", outcomes.Perfect),
            Row("fooled: it takes fakes for real", outcomes.Fooled),
        ]);

        static string[] Row(string name, Losses.Outcome outcome) => [name, Tables.Number(outcome.Real), Tables.Number(outcome.Fake), Tables.Number(outcome.Discriminator), Tables.Number(outcome.Generator)];
    }

    private static string Dirac(DiracSection dirac) => Html.Pairs(
    [
        ("Dirac-GAN", $"{ObjectiveCharts.Word(dirac.Verdict)}{(dirac.Offset == 0 ? "" : $", with D(x) = ψ·x + {Tables.Number(dirac.Offset)}")}"),
        ("radius after 500 steps of 0.1 from (1, 1)", $"{Tables.Number(dirac.Simultaneous)} simultaneous, {Tables.Number(dirac.Alternating)} alternating"),
        ("eigenvalues, by differences", dirac.Measured is { } measured ? Tables.Text(measured) : "none: there is a kink at the equilibrium"),
        ("eigenvalues, by the compiler's derivatives", dirac.Derived is { } derived ? Tables.Text(derived) : "none: there is a kink at the equilibrium"),
        ("radius with k steps of D for each of G", string.Join(", ", dirac.DiscriminatorSteps.Select(static pair => $"k = {pair.Key}: {Tables.Number(pair.Value)}"))),
    ]) + "\n";

    private static string Verdicts(IReadOnlyList<VerdictComparison> verdicts) => Tables.Of(["statement", "the compiler", "measured"],
        [.. verdicts.Select(static verdict => new[] { verdict.Statement, $"{verdict.Compiler.ToString().ToLowerInvariant()}: {verdict.Reason}", verdict.Measured switch { true => "holds", false => "fails", null => "the numbers do not tell" } })]);
}
