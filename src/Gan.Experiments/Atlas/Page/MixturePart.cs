using System.Buffers.Binary;
using System.Globalization;
using Gan.Experiments.Atlas.Mixtures;
using Gan.Experiments.Reports.Markup;

namespace Gan.Experiments.Atlas.Page;

/// <summary>What trainings on mixtures came to, and the generator's points as they moved.</summary>
internal static class MixturePart
{
    private const double Reach = 6;
    private const int Side = 300;

    /// <summary>All objectives beside published figures; empty where nothing was trained.</summary>
    public static string Table(IReadOnlyList<ObjectiveResult> objectives)
    {
        var trained = objectives.Where(static objective => objective.Mixtures is not null).ToArray();
        return trained.Length == 0 ? "" : Html.Section("Mixtures of Gaussians", $"<p>{Html.Text($"Five trainings of each objective, {MixtureTraining.Steps} steps of both players with batches of {MixtureTraining.Batch}: two hidden layers of 128 on both sides, latents of 2 numbers, Adam with rates that fall to 0, from 0.004 for D and from 0.002 for G, β 0.5 and 0.99. Of 2,500 points a good one lies within three standard deviations of a mode, and a mode is covered by one good point, as in both papers: points spread evenly over the picture, of which 2% to 3% are good, cover most. Mean ± standard deviation.")}</p>\n"
            + Tables.Of(["objective", "modes of 8", "good points, %", "modes of 25", "good points, %", "seconds"],
                [.. trained.Select(static objective => new[] { objective.Name }.Concat(objective.Mixtures!.SelectMany(static mixture => new[] { Spread(mixture.MeanModes, mixture.DeviationOfModes), Spread(100 * mixture.MeanHighQuality, 100 * mixture.DeviationOfHighQuality) })).Append(Tables.Number(objective.Mixtures!.Sum(static mixture => mixture.Seconds))).ToArray())])
            + $"<p>{Html.Text("Published, with other networks, so that only the differences within a paper count: VEEGAN trains two hidden layers of 128 in G and one in D. PacGAN trains four hidden layers of 400 in G with batch normalisation, three of 200 with maxout in D, for 400 epochs. Both use the same two mixtures.")}</p>\n"
            + Tables.Of(["method", "modes of 8", "good points, %", "modes of 25", "good points, %", "source"], [.. PublishedMixture.All.Select(static row => new[] { row.Method, row.RingModes, row.RingQuality, row.GridModes, row.GridQuality, row.Source })]));
    }

    /// <summary>The points of an objective's first training, step by step, and why it has learned little, where it has.</summary>
    public static string Films(ObjectiveResult objective) => objective.Mixtures is not { } mixtures ? "" : $"<div class=\"figures\">\n{string.Concat(mixtures.Select(Film))}</div>\n"
        + (objective.MixtureReasons.Count == 0 ? "" : $"<p>{Html.Text("It covers less than three quarters of the modes, or fewer than 5% of its points are good. Why, as far as its losses tell:")}</p>\n{Html.List(objective.MixtureReasons)}\n");

    private static string Film(MixtureSection mixture)
    {
        var modes = mixture.Most == 8 ? GaussianMixture.Ring() : GaussianMixture.Grid();
        var last = mixture.Frames[^1].Points;
        var points = string.Concat(Enumerable.Range(0, last.Length / 2).Select(i => $"<circle cx=\"{Pixel(last[2 * i])}\" cy=\"{Pixel(-last[(2 * i) + 1])}\" r=\"2\"/>"));
        return $"<figure class=\"chart film\" data-reach=\"{Reach.ToString(CultureInfo.InvariantCulture)}\" data-frames=\"{Bytes(mixture.Frames)}\" data-steps=\"{string.Join(' ', mixture.Frames.Select(static frame => frame.Step))}\"><figcaption>{Html.Text($"{mixture.Mixture}: what G draws, seed 1")}</figcaption>"
            + $"<svg viewBox=\"0 0 {Side} {Side}\" role=\"img\" aria-label=\"{Html.Text($"Points of G and the modes of the {mixture.Mixture}")}\"><path class=\"modes\" d=\"{string.Concat(modes.Select(static mode => $"M{Pixel(mode.X - 0.15)} {Pixel(-mode.Y)}H{Pixel(mode.X + 0.15)}M{Pixel(mode.X)} {Pixel(-mode.Y - 0.15)}V{Pixel(-mode.Y + 0.15)}"))}\"/><g class=\"points s0\">{points}</g></svg>"
            + $"<p class=\"controls\"><button type=\"button\">play</button> <input type=\"range\" min=\"0\" max=\"{mixture.Frames.Count - 1}\" value=\"{mixture.Frames.Count - 1}\" aria-label=\"frame\"> <output>step {mixture.Frames[^1].Step}</output></p></figure>\n";
    }

    // Two bytes a number, over the reach of the picture.
    private static string Bytes(IReadOnlyList<MixtureFrame> frames)
    {
        var numbers = frames.SelectMany(static frame => frame.Points).ToArray();
        var bytes = new byte[2 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)(float.IsFinite(numbers[i]) ? Math.Clamp((numbers[i] + Reach) / (2 * Reach) * ushort.MaxValue, 0, ushort.MaxValue) : 0));
        return Convert.ToBase64String(bytes);
    }

    private static string Pixel(double value) => (double.IsFinite(value) ? Math.Round(Math.Clamp((value + Reach) / (2 * Reach), -0.1, 1.1) * Side, 1) : -10).ToString(CultureInfo.InvariantCulture);

    private static string Spread(double mean, double deviation) => FormattableString.Invariant($"{mean:0.0} ± {deviation:0.0}");
}
