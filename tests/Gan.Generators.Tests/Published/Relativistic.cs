namespace Gan.Generators.Tests.Published;

/// <summary>D compares real samples with fakes.</summary>
internal static class Relativistic
{
    private static string Pair(string f, string more = "", string g = "", string coupling = "Relativistic") =>
        $"[GanObjective(FD = \"{f}\", FG = \"{(g.Length == 0 ? f : g)}\", Coupling = Coupling.{coupling})] {more}";

    private static string Average(string f, string more = "") => Pair(f, more, coupling: "RelativisticAverage");

    public static readonly PublishedObjective[] All =
    [
        new("RSGAN", "Jolicoeur-Martineau 2018, arXiv 1807.00734", Pair("softplus(t)"), Catalogue: "RelativisticPair"),
        new("RaSGAN", "Jolicoeur-Martineau 2018, arXiv 1807.00734", Average("softplus(t)"), Catalogue: "RelativisticAverage"),
        new("RaLSGAN", "Jolicoeur-Martineau 2018, arXiv 1807.00734", Average("square(1 + t)"), Catalogue: "RelativisticAverageLeastSquares"),
        new("RaHingeGAN", "Jolicoeur-Martineau 2018, arXiv 1807.00734", Average("max(0, 1 + t)"), Catalogue: "RelativisticAverageHinge"),
        new("RSGAN-GP", "Jolicoeur-Martineau 2018, arXiv 1807.00734", Pair("softplus(t)", "[GradientPenalty]"), "GAN075"),
        new("RaSGAN-GP", "Jolicoeur-Martineau 2018, arXiv 1807.00734", Average("softplus(t)", "[GradientPenalty]"), "GAN075"),
        new("RpLSGAN", "Jolicoeur-Martineau 2019, arXiv 1901.02474", Pair("square(1 + t)")),
        new("RpHingeGAN", "Jolicoeur-Martineau 2019, arXiv 1901.02474", Pair("max(0, 1 + t)")),
        new("ESRGAN", "Wang et al. 2018, arXiv 1809.00219", Average("softplus(t)")),
        new("RpGAN with spectral normalization", "Sun, Fang and Schwing 2020, arXiv 2011.04926", Pair("softplus(t)", "[SpectralNorm]")),
        new("R3GAN", "Huang et al. 2024, arXiv 2501.05441", Pair("softplus(t)", "[R1(Gamma = 1)] [R2(Gamma = 1)]"), Catalogue: "R3Gan"),
        // Its margin is a distance of the samples there, a number here. The loss is low on real samples.
        new("Loss-sensitive GAN", "Qi 2017, arXiv 1701.06264", """[GanObjective(FD = "max(0, 1 - t)", FG = "-t", Coupling = Coupling.Relativistic, Sign = LogitSign.Energy)]"""),
    ];
}
