using System.Globalization;
using Gan.Experiments.Atlas.Charts;
using Gan.Experiments.Atlas.Dirac;
using Gan.Experiments.Atlas.Optimum;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Page;

/// <summary>What is of no single objective.</summary>
internal static class TheoryTables
{
    public static string Identities(IReadOnlyList<Identity> identities) =>
        $"<p>{Html.Text(FormattableString.Invariant($"Each on {RandomDistributions.Pairs} pairs of random distributions over {RandomDistributions.Outcomes} outcomes: the left side by minimising the emitted losses, the right side by the textbook's formula. The numbers are of the first pair, the error is the greatest of all."))}</p>\n"
        + Tables.Of(["equation", "left", "right", "error"], [.. identities.Select(static identity => new[] { identity.Statement, Long(identity.Left), Long(identity.Right), identity.Error.ToString("G2", CultureInfo.InvariantCulture) })]);

    public static string Dirac(IReadOnlyList<DiracRow> rows) =>
        $"<p>{Html.Text("The smallest GAN: all real samples are 0, all generated ones θ, D(x) = ψ·x. Mescheder, Geiger and Nowozin 2018 (arXiv 1801.04406) ask which methods bring both to (0, 0). The radius is √(θ² + ψ²) after 500 steps of size 0.1 from (1, 1).")}</p>\n"
        + Tables.Of(["method", "converges, by the paper", "seen here", "radius, simultaneous", "radius, alternating", "eigenvalues"],
            [.. rows.Select(static row => new[] { row.Method, row.Paper ? "yes" : "no", ObjectiveCharts.Word(row.Verdict), Tables.Number(row.Simultaneous), Tables.Number(row.Alternating), row.Eigenvalues is { } eigenvalues ? Tables.Text(eigenvalues) : "a kink" })]);

    private static string Long(double value) => value.ToString("G12", CultureInfo.InvariantCulture).Replace('-', '−');
}
