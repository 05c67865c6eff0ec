using System.Runtime.ExceptionServices;
using Gan.Experiments.Atlas;
using Gan.Experiments.Atlas.Charts;
using Gan.Experiments.Atlas.Page;
using Gan.Runtime;
using Gan.Runtime.Checks;

namespace Gan.Experiments;

/// <summary>
/// Measures how objectives behave before anything trains with them: their curves, the optimal D and the divergence that it measures, what G learns if the distributions are disjoint, and the dynamics of the players.
/// </summary>
/// <remarks>Every number is computed from the emitted losses, so the atlas also works for objectives of your own.</remarks>
public static class ObjectiveAtlas
{
    private const string PageName = "atlas.html", DataName = "atlas.json", PicturesName = "pictures";

    /// <summary>
    /// Measures objectives and writes the atlas to a folder: the page <c>atlas.html</c>, which needs no network, its plots as PNG and SVG files in <c>pictures</c>, and <c>atlas.json</c> with every number.
    /// </summary>
    /// <remarks>
    /// Files with the same names are replaced. An objective with batch functions, or one that is written by hand, is measured on batches of 64 real and 64 generated samples.
    /// The page and the file say what this changes, and which plots they leave out.
    /// </remarks>
    /// <param name="objectives">One or more objectives, with the hyperparameters of these instances.</param>
    /// <param name="folder">The path of the folder, which is created if it does not exist.</param>
    /// <param name="withMixtures">
    /// Whether each objective also trains small networks on two mixtures of Gaussians, five times each (Srivastava et al. 2017, arXiv 1705.07761; Lin et al. 2018, arXiv 1712.04086).
    /// This takes about a minute per objective; everything else takes about a second.
    /// </param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The list of objectives is empty.</exception>
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
        var path = Path.Combine(folder, PageName);
        Action[] files =
        [
            () => AtlasFile.Write(Path.Combine(folder, DataName), result),
            () => AtlasPage.Write(path, result),
            .. result.Objectives.SelectMany(objective => ObjectiveCharts.Of(objective).Select(chart => new Action(() => ChartFiles.Write(chart, Path.Combine(pictures, $"{objective.Name}-{chart.Id}"), objective.Name)))),
            .. TransportCharts.Lines(result.Transport).Select(chart => new Action(() => ChartFiles.Write(chart, Path.Combine(pictures, chart.Id), "The moving plan"))),
            .. result.Transport.Plans.Select((plan, i) => new Action(() => PlanPicture.Write(plan, Path.Combine(pictures, FormattableString.Invariant($"plan-{i + 1}"))))),
        ];
        try
        {
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, static write => write());
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return path;
    }
}
