using Gan.Experiments.Atlas;
using Gan.Experiments.Atlas.Charts;
using Gan.Experiments.Atlas.Page;
using Gan.Runtime;
using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>
/// Shows what objectives do before anything trains with them: their curves, their best D and what it measures, what G learns where distributions do not meet, and how the players move.
/// Every number comes from the losses that the compiler wrote, so that an objective of your own has all of it.
/// </summary>
public static class ObjectiveAtlas
{
    private const string PageName = "atlas.html", DataName = "atlas.json", PicturesName = "pictures";

    /// <summary>
    /// Measures objectives and writes the atlas: the page <c>atlas.html</c>, which needs no network; its plots as PNG and SVG in <c>pictures</c>; and <c>atlas.json</c> with every number.
    /// What lies there under the same names is replaced.
    /// </summary>
    /// <param name="objectives">The objectives, at least one, their hyperparameters as they are set.</param>
    /// <param name="folder">The folder, which is made where it is missing.</param>
    /// <param name="withMixtures">
    /// Whether each objective also trains small networks on two mixtures of Gaussians, five times each (Srivastava et al. 2017, arXiv 1705.07761; Lin et al. 2018, arXiv 1712.04086).
    /// It takes most of a minute an objective, and everything else about a second.
    /// </param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="ArgumentNullException">An argument is missing.</exception>
    /// <exception cref="ArgumentException">There are no objectives.</exception>
    /// <exception cref="InvalidOperationException">An objective that is written by hand has no losses of one logit.</exception>
    /// <exception cref="NotSupportedException">An objective that is written by hand has its losses as means only.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static string Write(IReadOnlyList<IGanObjective> objectives, string folder, bool withMixtures = false)
    {
        Ranges.NotNull(folder, nameof(folder));
        if (Ranges.NotNull(objectives, nameof(objectives)).Count == 0)
            throw new ArgumentException("There are no objectives: an atlas is of one at least.", nameof(objectives));
        return Write(AtlasMeasure.Of(objectives, withMixtures), folder);
    }

    internal static string Write(AtlasResult result, string folder)
    {
        var pictures = Path.Combine(folder, PicturesName);
        Directory.CreateDirectory(pictures);
        AtlasFile.Write(Path.Combine(folder, DataName), result);
        // The first by itself, since it loads what the others share.
        WritePlots(result.Objectives[0]);
        Parallel.ForEach(result.Objectives.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, WritePlots);
        foreach (var chart in TransportCharts.Lines(result.Transport))
            ChartFiles.Write(chart, Path.Combine(pictures, chart.Id), "The moving plan");
        foreach (var (plan, i) in result.Transport.Plans.Select(static (plan, i) => (plan, i)))
            PlanPicture.Write(plan, Path.Combine(pictures, FormattableString.Invariant($"plan-{i + 1}")));
        var path = Path.Combine(folder, PageName);
        AtlasPage.Write(path, result);
        return path;

        void WritePlots(ObjectiveResult objective)
        {
            foreach (var chart in ObjectiveCharts.Of(objective))
                ChartFiles.Write(chart, Path.Combine(pictures, $"{objective.Name}-{chart.Id}"), objective.Name);
        }
    }
}
