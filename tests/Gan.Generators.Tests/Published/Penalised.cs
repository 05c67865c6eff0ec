namespace Gan.Generators.Tests.Published;

/// <summary>Objectives whose D pays for its gradient or has it limited: classifiers with R1 and its kin, and critics.</summary>
internal static class Penalised
{
    private const string NonSaturating = """[GanObjective(FD = "softplus(t)", FG = "softplus(t)")]""";
    private const string Hinge = """[GanObjective(FD = "max(0, 1 + t)", FG = "t")]""";
    private const string Critic = """[GanObjective(FD = "t", FG = "t")]""";

    public static readonly PublishedObjective[] All =
    [
        new("R1", "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406", NonSaturating + " [R1(Gamma = 10)]", Catalogue: "LogisticR1"),
        new("R2", "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406", NonSaturating + " [R2(Gamma = 10)]"),
        new("StyleGAN", "Karras, Laine and Aila 2018, arXiv 1812.04948", NonSaturating + " [R1(Gamma = 10)]"),
        new("StyleGAN2", "Karras et al. 2019, arXiv 1912.04958", NonSaturating + " [R1(Gamma = 10, Every = 16)] [PathLength]", Catalogue: "StyleGan2"),
        new("StyleGAN2-ADA", "Karras et al. 2020, arXiv 2006.06676", NonSaturating + " [R1(Gamma = 1, Every = 16)]"),
        new("StyleGAN3", "Karras et al. 2021, arXiv 2106.12423", NonSaturating + " [R1(Gamma = 6.6, Every = 16)]"),
        new("StarGAN v2", "Choi et al. 2019, arXiv 1912.01865", NonSaturating + " [R1(Gamma = 1)]"),
        new("FUNIT", "Liu et al. 2019, arXiv 1905.01723", Hinge + " [R1(Weight = 10)]"),
        new("GRAF", "Schwarz et al. 2020, arXiv 2007.02442", NonSaturating + " [R1(Weight = 10)]"),
        new("GIRAFFE", "Niemeyer and Geiger 2020, arXiv 2011.12100", NonSaturating + " [R1(Weight = 10)]"),
        new("pi-GAN", "Chan et al. 2020, arXiv 2012.00926", NonSaturating + " [R1(Weight = 10)]"),
        new("EG3D", "Chan et al. 2021, arXiv 2112.07945", NonSaturating + " [R1(Gamma = 1, Every = 16)]"),
        new("Denoising diffusion GAN", "Xiao, Kreis and Vahdat 2021, arXiv 2112.07804", NonSaturating + " [R1(Gamma = 0.05, Every = 15)]"),
        new("GigaGAN", "Kang et al. 2023, arXiv 2303.05511", NonSaturating + " [R1(Weight = 0.2048, Every = 16)]"),
        new("Adversarial diffusion distillation", "Sauer et al. 2023, arXiv 2311.17042", Hinge + " [R1(Weight = 0.00001)]"),
        new("0-GP", "Thanh-Tung, Tran and Venkatesh 2019, arXiv 1902.03984", NonSaturating + " [GradientPenalty(Weight = 100, Target = 0)]"),
        new("DF-GAN", "Tao et al. 2020, arXiv 2008.05865", Hinge + " [GradientPenalty(Weight = 2, Target = 0, At = PenaltyPoint.Real)]"),

        new("Regularised JSD", "Roth, Lucchi, Nowozin and Hofmann 2017, arXiv 1705.09367", NonSaturating + """ [GradientPenalty(Weight = 1, Formula = "square(n)", Factor = "square(1 - sigmoid(t))", At = PenaltyPoint.Real)] [GradientPenalty(Weight = 1, Formula = "square(n)", Factor = "square(sigmoid(t))", At = PenaltyPoint.Fake)]"""),

        // Stability is what these penalties are for, and towards 1 they give none near the equilibrium (Mescheder 2018): the remedy is published.
        new("DRAGAN", "Kodali et al. 2017, arXiv 1705.07215", NonSaturating + " [Dragan]", "GAN075", Catalogue: "Dragan"),
        new("DRAGAN-NS and GAN-GP", "Fedus et al. 2017, arXiv 1710.08446", NonSaturating + " [GradientPenalty]", "GAN075"),

        new("WGAN", "Arjovsky, Chintala and Bottou 2017, arXiv 1701.07875", Critic + " [WeightClip]", Catalogue: "Wasserstein"),
        new("WGAN-GP", "Gulrajani et al. 2017, arXiv 1704.00028", Critic + " [GradientPenalty(Weight = 10)]", Catalogue: "WassersteinGradientPenalty"),
        new("WGAN-LP", "Petzka, Fischer and Lukovnicov 2017, arXiv 1709.08894", Critic + " [GradientPenalty(Weight = 10, OneSided = true)]"),
        new("Progressive GAN", "Karras et al. 2017, arXiv 1710.10196", Critic + " [GradientPenalty(Weight = 10)] [Drift(Weight = 0.001)]"),
        new("Progressive GAN, the drift in the formula", "Karras et al. 2017, arXiv 1710.10196",
            """[GanObjective(Real = "-t + 0.001 * t * t", Fake = "t", Generator = "-t")] [GradientPenalty(Weight = 10)]"""),
        new("Progressive GAN, the drift on both sides", "Karras et al. 2017, arXiv 1710.10196", """[GanObjective(FD = "t + 0.001 * t * t", FG = "t")] [GradientPenalty(Weight = 10)]"""),
        new("StarGAN", "Choi et al. 2017, arXiv 1711.09020", Critic + " [GradientPenalty(Weight = 10)]"),
        new("WaveGAN", "Donahue, McAuley and Puckette 2018, arXiv 1802.04208", Critic + " [GradientPenalty(Weight = 10)]"),
        new("CT-GAN", "Wei et al. 2018, arXiv 1803.01541", Critic + """ [GradientPenalty(Weight = 10)] [Consistency(Weight = 2, Change = ConsistencyChange.Dropout, Layer = "features")]"""),
        new("GANSynth", "Engel et al. 2019, arXiv 1902.08710", Critic + " [GradientPenalty(Weight = 10)] [Drift]"),
        new("SinGAN", "Shaham, Dekel and Michaeli 2019, arXiv 1905.01164", Critic + " [GradientPenalty(Weight = 0.1, Norm = GradientNorm.PerPixel)]", Catalogue: "SinGan"),
        new("ConSinGAN", "Hinz et al. 2020, arXiv 2003.11512", Critic + " [GradientPenalty(Weight = 0.1)]"),
        new("TransGAN", "Jiang, Chang and Wang 2021, arXiv 2102.07074", Critic + " [GradientPenalty(Weight = 10)]"),
        new("Banach WGAN", "Adler and Lunz 2018, arXiv 1806.06621", Critic + " [GradientPenalty(Weight = 10, Order = 1.25)] [Drift(Weight = 0.00001)]"),
        new("WGAN-div", "Wu et al. 2017, arXiv 1712.01026", Critic + """ [GradientPenalty(Weight = 2, Formula = "pow(n, 6)")]"""),
        new("Lipschitz GAN", "Zhou et al. 2019, arXiv 1902.05687", Critic + " [GradientPenalty(Weight = 1, Target = 0, Reduce = PenaltyReduction.Max)]"),
        new("Critic with R1", "Mescheder, Geiger and Nowozin 2018, arXiv 1801.04406", Critic + " [R1(Gamma = 10)]"),

        // What limits these critics is in the training loop or in the layers.
        new("Spectrally normalised critic", "Miyato et al. 2018, arXiv 1802.05957", Critic + " [SpectralNorm]"),
        new("GroupSort critic", "Anil, Lucas and Grosse 2018, arXiv 1811.05381", Critic + """ [CriticLimitedBy("orthonormal layers")]"""),
        new("BCOP critic", "Li et al. 2019, arXiv 1911.00937", Critic + """ [CriticLimitedBy("orthogonal convolutions")]"""),
        new("LeCam on a critic", "Tseng et al. 2021, arXiv 2104.03310", Critic + " [LeCam]"),
        new("Quadratic critic", "Karras et al. 2017, arXiv 1710.10196", """[GanObjective(Real = "-t + 0.1 * square(t)", Fake = "t", Generator = "-t")]"""),
    ];
}
