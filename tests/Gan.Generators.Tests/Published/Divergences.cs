namespace Gan.Generators.Tests.Published;

/// <summary>The GANs of f-divergences. Where G minimises the divergence itself it saturates for most of them, and their papers say so; where the loss is an exponential it outgrows float32.</summary>
internal static class Divergences
{
    private const string Nowozin = "Nowozin, Cseke and Tomioka 2016, arXiv 1606.00709";
    private const string Poole = "Poole et al. 2016, arXiv 1612.02780";

    public static readonly PublishedObjective[] All =
    [
        new("f-GAN, Kullback-Leibler", Nowozin, """[FDivergence("u * log(u)")]""", "GAN020 GAN074", Catalogue: "KullbackLeibler"),
        new("f-GAN, reverse Kullback-Leibler", Nowozin, """[FDivergence("-log(u)")]""", "GAN020", Catalogue: "ReverseKullbackLeibler"),
        new("f-GAN, Pearson", Nowozin, """[FDivergence("square(u - 1)")]""", "GAN020 GAN074", Catalogue: "PearsonChiSquared"),
        new("f-GAN, Neyman", Nowozin, """[FDivergence("square(1 - u) / u")]""", "GAN020", Catalogue: "NeymanChiSquared"),
        new("f-GAN, squared Hellinger", Nowozin, """[FDivergence("square(sqrt(u) - 1)")]""", "GAN074", Catalogue: "SquaredHellinger"),
        new("f-GAN, Jeffrey", Nowozin, """[FDivergence("(u - 1) * log(u)")]""", "GAN020"),
        new("f-GAN, Jensen-Shannon", Nowozin, """[FDivergence("u * log(u) - (u + 1) * log((u + 1) / 2)")]""", "GAN074", Catalogue: "JensenShannon"),
        // The paper's own row has f(1) = -2 log 2: an offset, said as information.
        new("f-GAN, GAN", Nowozin, """[FDivergence("u * log(u) - (u + 1) * log(u + 1)")]""", "GAN074 GAN080"),
        new("f-GAN, total variation", Nowozin, """[FDivergence("0.5 * abs(u - 1)")]""", "GAN074", Catalogue: "TotalVariation"),
        new("f-GAN, triangular discrimination", "Mao et al. 2016, arXiv 1611.04076", """[FDivergence("square(u - 1) / (u + 1)")]""", "GAN074"),
        new("Non-saturating f-GAN, Kullback-Leibler", Poole, """[FDivergence("u * log(u)", NonSaturating = true)]""", "GAN020"),
        new("Non-saturating f-GAN, reverse Kullback-Leibler", Poole, """[FDivergence("-log(u)", NonSaturating = true)]""", "GAN020"),
        new("Non-saturating f-GAN, Jensen-Shannon", Poole, """[FDivergence("u * log(u) - (u + 1) * log((u + 1) / 2)", NonSaturating = true)]"""),
        new("Non-saturating f-GAN, squared Hellinger", Poole, """[FDivergence("square(sqrt(u) - 1)", NonSaturating = true)]"""),
        new("Squared Hellinger, by half the logit", Nowozin, """[GanObjective(FD = "exp(t)", FG = "exp(t)")]""", "GAN020 GAN020", Catalogue: "Exponential"),
        // α = 1/2: by the loss (1 - σ(t)^((α-1)/α))·α/(α-1), of σ at its power -1.
        new("α-GAN at α = 1/2", "Kurri, Sypherd and Sankar 2021, arXiv 2106.05232", """[GanObjective(FD = "exp(t)", FG = "-exp(-t)")]""", "GAN020 GAN020 GAN074"),
        new("α-GAN at α = 2", "Kurri, Sypherd and Sankar 2021, arXiv 2106.05232", """[GanObjective(FD = "2 - 2 * sqrt(sigmoid(-t))", FG = "-2 + 2 * sqrt(sigmoid(t))")]""", "GAN074"),
    ];
}
