namespace Gan.Generators.Tests.Published;

/// <summary>D's output is low on real samples, or cannot be negative.</summary>
internal static class Energies
{
    private const string Ebgan = """Real = "t", Fake = "max(0, m - t)", Generator = "t" """;
    private const string Began = """Real = "t", Fake = "-k * t", Generator = "t" """;
    private const string NonNegative = ", Logits = LogitRange.NonNegative";
    private const string Margin = "[Hyperparameter(Default = 10, Min = 0, Exclusive = true)] public partial double M { get; init; }";

    private const string Balance = """
        [Hyperparameter(Default = 0.5, Min = 0, Max = 1)] public partial double Gamma { get; init; } [State(Min = 0, Max = 1, Update = "k + 0.001 * (gamma * mean(real) - mean(fake))")] public partial double K { get; }
        """;

    public static readonly PublishedObjective[] All =
    [
        new("EBGAN", "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126", $"[GanObjective({Ebgan}{NonNegative})]", Members: Margin, Catalogue: "EnergyBased"),
        new("EBGAN, declared as an energy", "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126", $"[GanObjective({Ebgan}{NonNegative}, Sign = LogitSign.Energy)]", Members: Margin),
        // A last layer that can go below 0 makes this loss run away: the declaration is asked.
        new("EBGAN, range not declared", "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126", $"[GanObjective({Ebgan})]", "GAN082", Margin),
        new("VGAN", "Zhai et al. 2016, arXiv 1611.01799", $"[GanObjective({Ebgan}{NonNegative})]", Members: Margin),
        new("MAGAN", "Wang et al. 2017, arXiv 1704.03817", $"[GanObjective({Ebgan}{NonNegative})]", Members: Margin),
        new("BEGAN", "Berthelot, Schumm and Metz 2017, arXiv 1703.10717", $"[GanObjective({Began}{NonNegative})]", Members: Balance),
        new("BEGAN, declared as an energy", "Berthelot, Schumm and Metz 2017, arXiv 1703.10717", $"[GanObjective({Began}{NonNegative}, Sign = LogitSign.Energy)]", Members: Balance),
        new("BEGAN, range not declared", "Berthelot, Schumm and Metz 2017, arXiv 1703.10717", $"[GanObjective({Began})]", "GAN082", Balance),
        new("BEGAN with k = 0.5", "Berthelot, Schumm and Metz 2017, arXiv 1703.10717", $$"""[GanObjective({{Began}}{{NonNegative}})] [CriticLimitedBy("the balance of k")]""",
            Members: "[Hyperparameter(Default = 0.5, Min = 0, Max = 1)] public partial double K { get; init; }"),
        new("Hinge of an energy", "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126; Lim and Ye 2017, arXiv 1705.02894", """[GanObjective(FD = "max(0, 1 - t)", FG = "-t", Sign = LogitSign.Energy)]"""),
        new("Hinge of an energy, three losses", "Zhao, Mathieu and LeCun 2016, arXiv 1609.03126; Lim and Ye 2017, arXiv 1705.02894",
            """[GanObjective(Real = "max(0, 1 + t)", Fake = "max(0, 1 - t)", Generator = "t")]"""),
        new("MEG", "Kumar et al. 2019, arXiv 1901.08508", """[GanObjective(Real = "t", Fake = "-t", Generator = "t")] [GradientPenalty(Target = 0, At = PenaltyPoint.Real)]"""),
        new("Generalised energy-based model", "Arbel, Zhou and Gretton 2020, arXiv 2003.05033", """[GanObjective(Real = "t", Fake = "exp(-t)", Generator = "t")]""", "GAN020"),
        // D's output is the ratio p/q itself.
        new("b-GAN, Pearson", "Uehara et al. 2016, arXiv 1610.02920", $$"""[GanObjective(Real = "-t", Fake = "square(t) / 2", Generator = "-square(t) / 2"{{NonNegative}})]""", "GAN074"),
        new("D2GAN, first discriminator", "Nguyen et al. 2017, arXiv 1709.03831", """[GanObjective(Real = "-0.2 * log(softplus(t))", Fake = "softplus(t)", Generator = "-softplus(t)")]""", "GAN074"),
        new("D2GAN, second discriminator", "Nguyen et al. 2017, arXiv 1709.03831", """[GanObjective(Real = "softplus(t)", Fake = "-0.1 * log(softplus(t))", Generator = "0.1 * log(softplus(t))")]""", "GAN074"),
    ];
}
