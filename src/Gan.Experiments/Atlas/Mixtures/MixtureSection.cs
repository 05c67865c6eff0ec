using Gan.Runtime;

namespace Gan.Experiments.Atlas.Mixtures;

/// <summary>What an objective makes of a mixture of Gaussians: five trainings of small networks, which differ in their seed.</summary>
/// <param name="Mixture">Which mixture.</param>
/// <param name="Most">Its modes.</param>
/// <param name="Modes">The modes covered at the end, by seed: a mode is covered by one good point of 2,500.</param>
/// <param name="HighQuality">The share of points within three standard deviations of a mode, by seed.</param>
/// <param name="Diverged">The seeds whose losses were no numbers any more: they count as no mode and no good point.</param>
/// <param name="Seconds">What they took together.</param>
/// <param name="Frames">What the generator of the first seed drew, from the same latents each time.</param>
internal sealed record MixtureSection(string Mixture, int Most, double[] Modes, double[] HighQuality, IReadOnlyList<int> Diverged, double Seconds, IReadOnlyList<MixtureFrame> Frames)
{
    /// <summary>How many trainings.</summary>
    public const int Seeds = 5;

    public double MeanModes => Modes.Average();

    public double DeviationOfModes => Deviation(Modes);

    public double MeanHighQuality => HighQuality.Average();

    public double DeviationOfHighQuality => Deviation(HighQuality);

    public static IReadOnlyList<MixtureSection> Of(IGanObjective objective) =>
    [
        Of(objective, "ring of 8", GaussianMixture.Ring(), 0.02),
        Of(objective, "grid of 25", GaussianMixture.Grid(), 0.05),
    ];

    private static MixtureSection Of(IGanObjective objective, string name, IReadOnlyList<(double X, double Y)> modes, double deviation)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var frames = new List<MixtureFrame>();
        MixtureCoverage?[] runs = [.. Enumerable.Range(1, Seeds).Select(seed => MixtureTraining.Run(objective, modes, deviation, seed, seed == 1 ? (step, points) => frames.Add(new(step, points)) : null))];
        return new(
            name, modes.Count, [.. runs.Select(static run => (double)(run?.Covered ?? 0))], [.. runs.Select(static run => run?.HighQuality ?? 0)],
            [.. runs.Select(static (run, i) => (run, Seed: i + 1)).Where(static pair => pair.run is null).Select(static pair => pair.Seed)], watch.Elapsed.TotalSeconds, frames);
    }

    // Of a sample.
    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}

/// <summary>Points at a step, x and y of each in turn.</summary>
internal sealed record MixtureFrame(int Step, float[] Points);

/// <summary>What a paper reports of a method on both mixtures.</summary>
/// <param name="Method">The method.</param>
/// <param name="RingModes">Of 8.</param>
/// <param name="RingQuality">The share of good points, in percent.</param>
/// <param name="GridModes">Of 25.</param>
/// <param name="GridQuality">The share of good points, in percent.</param>
/// <param name="Source">The paper.</param>
internal sealed record PublishedMixture(string Method, string RingModes, string RingQuality, string GridModes, string GridQuality, string Source)
{
    private const string Veegan = "Srivastava et al. 2017, arXiv 1705.07761, table 1", Packed = "Lin et al. 2018, arXiv 1712.04086, table 1: mean ± standard error of 10";

    public static IReadOnlyList<PublishedMixture> All { get; } =
    [
        new("GAN", "1", "99.3", "3.3", "0.5", Veegan),
        new("ALI", "2.8", "0.13", "15.8", "1.6", Veegan),
        new("Unrolled GAN", "7.6", "35.6", "23.6", "16", Veegan),
        new("VEEGAN", "8", "52.9", "24.6", "40", Veegan),
        new("GAN", "6.3 ± 0.5", "98.2 ± 0.2", "17.3 ± 0.8", "94.8 ± 0.7", Packed),
        new("ALI", "6.6 ± 0.3", "97.6 ± 0.4", "24.1 ± 0.4", "95.7 ± 0.6", Packed),
        new("PacGAN2", "7.9 ± 0.1", "95.6 ± 2.0", "23.8 ± 0.7", "91.3 ± 0.8", Packed),
        new("PacGAN3", "7.8 ± 0.1", "97.7 ± 0.3", "24.6 ± 0.4", "94.2 ± 0.4", Packed),
        new("PacGAN4", "7.8 ± 0.1", "95.9 ± 1.4", "24.8 ± 0.2", "93.6 ± 0.6", Packed),
    ];
}
