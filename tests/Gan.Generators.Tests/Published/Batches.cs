namespace Gan.Generators.Tests.Published;

/// <summary>Losses with statistics of a batch.</summary>
internal static class Batches
{
    private const string Weights = "exp(t - logmeanexp(fake))";
    private const string Positive = "Default = 0.5, Min = 0, Exclusive = true)] public partial double";

    public static readonly PublishedObjective[] All =
    [
        new("Donsker-Varadhan", "Belghazi et al. 2018, arXiv 1801.04062", """[GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-t")]""", Catalogue: "DonskerVaradhan"),
        new("Donsker-Varadhan, minimax", "Belghazi et al. 2018, arXiv 1801.04062", """[GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-logmeanexp(fake)")]"""),
        new("Kullback-Leibler of Lipschitz critics", "Birrell et al. 2020, arXiv 2011.05953",
            """[GanObjective(Real = "-t", Fake = "logmeanexp(fake)", Generator = "-t")] [GradientPenalty(Target = 1, OneSided = true)]""", Catalogue: "KullbackLeiblerLipschitz"),
        new("Cumulant GAN", "Pantazis et al. 2020, arXiv 2006.06625",
            """[GanObjective(Real = "logmeanexp(-beta * real) / beta", Fake = "logmeanexp(gamma * fake) / gamma", Generator = "-logmeanexp(gamma * fake) / gamma")]""",
            Members: $"[Hyperparameter({Positive} Beta {{ get; init; }} [Hyperparameter({Positive} Gamma {{ get; init; }}"),
        new("Rényi divergence", "Birrell et al. 2020, arXiv 2007.03814",
            """[GanObjective(Real = "logmeanexp((alpha - 1) * real) / (1 - alpha)", Fake = "logmeanexp(alpha * fake) / alpha", Generator = "-logmeanexp(alpha * fake) / alpha")]""",
            Members: "[Hyperparameter(Default = 0.5, Min = 0, Max = 1, Exclusive = true)] public partial double Alpha { get; init; }", Catalogue: "Renyi"),
        // The logarithm of the sum over both batches; the generator's targets are equal for batches of one size.
        new("Softmax GAN", "Lin 2017, arXiv 1704.06191",
            """[GanObjective(Real = "-t", Fake = "logsumexp(real) + softplus(logsumexp(fake) - logsumexp(real))", Generator = "logsumexp(real) + softplus(logsumexp(fake) - logsumexp(real)) - (mean(real) + t) / 2")]""", Catalogue: "SoftmaxGan"),
        new("Dual contrastive loss", "Yu et al. 2021, arXiv 2103.16748",
            """[GanObjective(Real = "softplus(logsumexp(fake) - t)", Fake = "softplus(t + logsumexp(-real))", Generator = "-mean(softplus(logsumexp(fake) - real)) - softplus(t + logsumexp(-real))")]""", Catalogue: "DualContrastive"),
        new("Fisher GAN", "Mroueh and Sercu 2017, arXiv 1705.09675",
            """[GanObjective(Real = "-t + lambda * (square(t) - 1) / 2 + rho / 2 * square((mean(square(real)) + mean(square(fake))) / 2 - 1)", Fake = "t + lambda * (square(t) - 1) / 2", Generator = "-t")]""",
            Members: """[Hyperparameter(Default = 1e-6, Min = 0)] public partial double Rho { get; init; } [State(Update = "lambda + rho * ((mean(square(real)) + mean(square(fake))) / 2 - 1)")] public partial double Lambda { get; }"""),
        new("KL-WGAN", "Song and Ermon 2019, arXiv 1910.09779", $"""[GanObjective(Real = "-t", Fake = "t * detach({Weights})", Generator = "-t * detach({Weights})")] [SpectralNorm]""", Catalogue: "KullbackLeiblerWasserstein"),
        new("KL-WGAN, as its authors train it", "Song and Ermon 2019, arXiv 1910.09779", $"""[GanObjective(Real = "max(0, 1 - t)", Fake = "max(0, 1 + t * {Weights})", Generator = "-t * {Weights}")] [SpectralNorm]"""),
        new("RaSGAN, by means of batches", "Jolicoeur-Martineau 2018, arXiv 1807.00734",
            """[GanObjective(Real = "softplus(mean(fake) - t)", Fake = "softplus(t - mean(real))", Generator = "softplus(mean(real) - t) + mean(softplus(real - mean(fake)))")]"""),
    ];
}
