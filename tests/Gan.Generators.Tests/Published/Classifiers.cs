namespace Gan.Generators.Tests.Published;

/// <summary>D tells real from fake by cross entropy, margins or labels, without a penalty of its gradient.</summary>
internal static class Classifiers
{
    private const string NonSaturating = """[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]""";
    private const string Hinge = """[GanObjective(FD = "max(0, 1 + t)", FG = "t")]""";
    private const string LeastSquares = """[GanObjective(Real = "square(t - 1)", Fake = "square(t)", Generator = "square(t - 1)")]""";

    public static readonly PublishedObjective[] All =
    [
        // The minimax generator saturates, as its paper says.
        new("GAN, minimax", "Goodfellow et al. 2014, arXiv 1406.2661", """[GanObjective(FD = "softplus(t)", FG = "-softplus(-t)")]""", "GAN074", Catalogue: "Vanilla"),
        new("GAN, non-saturating", "Goodfellow et al. 2014, arXiv 1406.2661", NonSaturating, Catalogue: "NonSaturating"),
        new("GAN, with logarithms", "Goodfellow et al. 2014, arXiv 1406.2661", """[GanObjective(FD = "-log(1 - sigmoid(t))", FG = "-log(1 - sigmoid(t))")]""", "GAN021 GAN021"),
        new("Conditional GAN", "Mirza and Osindero 2014, arXiv 1411.1784", """[GanObjective(FD = "softplus(t)", FG = "-softplus(-t)")]""", "GAN074"),
        new("Top-k GAN", "Sinha et al. 2020, arXiv 2002.06224", NonSaturating + " [TopK(0.75)]"),
        new("MSGAN", "Mao et al. 2019, arXiv 1903.05628", NonSaturating + " [ModeSeeking(Weight = 1)]"),
        new("LAPGAN", "Denton et al. 2015, arXiv 1506.05751", NonSaturating),
        new("DCGAN", "Radford, Metz and Chintala 2015, arXiv 1511.06434", NonSaturating),
        new("Adversarial autoencoder", "Makhzani et al. 2015, arXiv 1511.05644", NonSaturating),
        new("CoGAN", "Liu and Tuzel 2016, arXiv 1606.07536", NonSaturating),
        new("InfoGAN", "Chen et al. 2016, arXiv 1606.03657", NonSaturating),
        new("Improved GAN, label smoothing", "Salimans et al. 2016, arXiv 1606.03498", NonSaturating + " [LabelSmoothing(0.9)]", Catalogue: "SmoothedLogistic"),
        new("Improved GAN, smoothing in the formula", "Salimans et al. 2016, arXiv 1606.03498", """[GanObjective(Real = "softplus(t) - 0.9 * t", Fake = "softplus(t)", Generator = "softplus(-t)")]"""),
        new("SRGAN", "Ledig et al. 2016, arXiv 1609.04802", NonSaturating),
        new("AC-GAN", "Odena, Olah and Shlens 2016, arXiv 1610.09585", NonSaturating),
        new("pix2pix", "Isola et al. 2016, arXiv 1611.07004", NonSaturating + """ [Distance("L1", Weight = 100)]"""),
        new("StackGAN", "Zhang et al. 2016, arXiv 1612.03242", NonSaturating),
        new("Boundary-seeking GAN", "Hjelm et al. 2017, arXiv 1702.08431", """[GanObjective(FD = "softplus(t)", FG = "square(t) / 2")]""", Catalogue: "BoundarySeeking"),
        new("UNIT", "Liu, Breuel and Kautz 2017, arXiv 1703.00848", NonSaturating),
        new("AttnGAN", "Xu et al. 2017, arXiv 1711.10485", NonSaturating),
        new("Real-ESRGAN", "Wang et al. 2021, arXiv 2107.10833", NonSaturating + " [SpectralNorm]"),
        new("Diffusion-GAN", "Wang et al. 2022, arXiv 2206.02262", NonSaturating),
        new("VQGAN, logistic", "Esser, Rombach and Ommer 2020, arXiv 2012.09841", """[GanObjective(FD = "0.5 * softplus(t)", FG = "t")]"""),

        new("LSGAN", "Mao et al. 2016, arXiv 1611.04076", """[GanObjective(Real = "0.5 * pow(t - 1, 2)", Fake = "0.5 * pow(t, 2)", Generator = "0.5 * pow(t - 1, 2)")]"""),
        new("LSGAN, Pearson's labels", "Mao et al. 2016, arXiv 1611.04076", """[GanObjective(Real = "0.5 * pow(t - 1, 2)", Fake = "0.5 * pow(t + 1, 2)", Generator = "0.5 * pow(t, 2)")]"""),
        new("LSGAN, labels exchanged", "Mao et al. 2016, arXiv 1611.04076", """[GanObjective(Real = "0.5 * pow(t + 1, 2)", Fake = "0.5 * pow(t - 1, 2)", Generator = "0.5 * pow(t, 2)")]"""),
        new("LSGAN with smoothed labels", "Mao et al. 2016, arXiv 1611.04076; Salimans et al. 2016, arXiv 1606.03498", LeastSquares + " [LabelSmoothing]"),
        new("CycleGAN", "Zhu et al. 2017, arXiv 1703.10593", LeastSquares + """ [Distance("Cycle", Weight = 10)]""", Catalogue: "LeastSquares"),
        new("pix2pixHD", "Wang et al. 2017, arXiv 1711.11585", LeastSquares),
        new("MUNIT", "Huang et al. 2018, arXiv 1804.04732", LeastSquares),
        new("InGAN", "Shocher et al. 2018, arXiv 1812.00231", LeastSquares),
        new("Parallel WaveGAN", "Yamamoto, Song and Kim 2019, arXiv 1910.11480", LeastSquares),
        new("HiFi-GAN", "Kong, Kim and Bae 2020, arXiv 2010.05646", LeastSquares),
        new("VITS", "Kim, Kong and Son 2021, arXiv 2106.06103", LeastSquares),
        new("BigVGAN", "Lee et al. 2022, arXiv 2206.04658", LeastSquares),
        new("LkGAN", "Bhatia et al. 2020, arXiv 2006.02479", """[GanObjective(Real = "0.5 * square(t - 1)", Fake = "0.5 * square(t)", Generator = "0.5 * pow(abs(t - 1), k)")]""",
            Members: "[Hyperparameter(Default = 3, Min = 1)] public partial double K { get; init; }"),

        new("Geometric GAN", "Lim and Ye 2017, arXiv 1705.02894", Hinge, Catalogue: "Hinge"),
        new("SNGAN", "Miyato et al. 2018, arXiv 1802.05957", Hinge + " [SpectralNorm]"),
        new("SNGAN, logistic", "Miyato et al. 2018, arXiv 1802.05957", NonSaturating + " [SpectralNorm]"),
        new("cGAN with projection", "Miyato and Koyama 2018, arXiv 1802.05637", Hinge + " [SpectralNorm]"),
        new("SAGAN", "Zhang et al. 2018, arXiv 1805.08318", Hinge + " [SpectralNorm]"),
        new("SN-PatchGAN", "Yu et al. 2018, arXiv 1806.03589", Hinge + " [SpectralNorm]"),
        new("BigGAN", "Brock, Donahue and Simonyan 2018, arXiv 1809.11096", Hinge + " [SpectralNorm] [GeneratorOrthogonal(Weight = 0.0001)]"),
        new("SSGAN", "Chen et al. 2018, arXiv 1811.11212", Hinge + " [SpectralNorm]"),
        new("SPADE", "Park et al. 2019, arXiv 1903.07291", Hinge + " [SpectralNorm]"),
        new("GAN-TTS", "Bińkowski et al. 2019, arXiv 1909.11646", Hinge + " [SpectralNorm]"),
        new("MelGAN", "Kumar et al. 2019, arXiv 1910.06711", Hinge),
        new("CR-GAN", "Zhang et al. 2019, arXiv 1910.12027", Hinge + " [SpectralNorm] [Consistency(Weight = 10)]"),
        new("bCR-GAN", "Zhao et al. 2020, arXiv 2002.04724", Hinge + " [SpectralNorm] [Consistency(Weight = 10, Fake = 1)]"),
        new("ICR-GAN", "Zhao et al. 2020, arXiv 2002.04724", Hinge + " [SpectralNorm] [Consistency(Weight = 10, Fake = 1)] [LatentConsistency(Weight = 20)] [LatentDiversity(Weight = 0.5)]"),
        new("LOGAN", "Wu et al. 2019, arXiv 1912.00953", Hinge + " [SpectralNorm]"),
        new("ContraGAN", "Kang and Park 2020, arXiv 2006.12681", Hinge + " [SpectralNorm]"),
        new("VQGAN", "Esser, Rombach and Ommer 2020, arXiv 2012.09841", """[GanObjective(FD = "0.5 * max(0, 1 + t)", FG = "t")]"""),
        new("FastGAN", "Liu et al. 2021, arXiv 2101.04775", Hinge),
        new("SoundStream", "Zeghidour et al. 2021, arXiv 2107.03312", """[GanObjective(FD = "max(0, 1 + t)", FG = "max(0, 1 + t)")]"""),
        new("Projected GAN", "Sauer et al. 2021, arXiv 2111.01007", Hinge + " [SpectralNorm]"),
        new("StyleGAN-XL", "Sauer, Schwarz and Geiger 2022, arXiv 2202.00273", Hinge + " [SpectralNorm]"),
        new("EnCodec", "Défossez et al. 2022, arXiv 2210.13438", """[GanObjective(Real = "max(0, 1 - t)", Fake = "max(0, 1 + t)", Generator = "max(0, 1 - t)")]"""),
        new("LeCam", "Tseng et al. 2021, arXiv 2104.03310", Hinge + " [LeCam] [SpectralNorm]", Catalogue: "LeCamHinge"),
    ];
}
