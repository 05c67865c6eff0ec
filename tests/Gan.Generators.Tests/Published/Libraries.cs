namespace Gan.Generators.Tests.Published;

/// <summary>The losses and regularisers of Python libraries, and what each is here.</summary>
internal static class Libraries
{
    public static readonly IReadOnlyList<Library> All =
    [
        new("StudioGAN", "POSTECH-CVLab/PyTorch-StudioGAN",
        [
            Loss("vanilla", "GAN, non-saturating"),
            Loss("logistic", "GAN, non-saturating"),
            Loss("least_square", "LSGAN"),
            Loss("hinge", "Geometric GAN"),
            Loss("wasserstein", "WGAN"),
            Code("weight clipping", "[WeightClip(0.01)]", "Gan.Dsl.WeightClipAttribute"),
            Code("gradient penalty", "[GradientPenalty(Weight = 10)]", "Gan.Dsl.GradientPenaltyAttribute"),
            Code("deep regret analytic penalty", "[Dragan(Weight = 10)]", "Gan.Dsl.DraganAttribute"),
            Code("max gradient penalty", """[GradientPenalty(Formula = "square(n)", Reduce = PenaltyReduction.Max)]""", "Gan.Dsl.PenaltyReduction"),
            Code("R1", "[R1(Gamma = 10)]", "Gan.Dsl.R1Attribute"),
            Code("feature matching", "FeatureMatching.Loss", "Gan.Runtime.FeatureMatching"),
            Code("AC", "AcGanLoss", "Gan.Runtime.AcGanLoss"),
            Code("PD", "ProjectionHead", "Gan.Runtime.ProjectionHead"),
            Code("MH", "MultiHingeLoss", "Gan.Runtime.MultiHingeLoss"),
            Code("2C", "ContrastiveLoss", "Gan.Runtime.ContrastiveLoss"),
            Code("D2DCE", "DataToDataLoss", "Gan.Runtime.DataToDataLoss"),
            Code("TAC", "TacLoss", "Gan.Runtime.TacLoss"),
            Code("ADC", "AdcLoss", "Gan.Runtime.AdcLoss"),
            Code("InfoGAN", "InfoGanLoss", "Gan.Runtime.InfoGanLoss"),
            Code("differentiable augmentation", "[Augment(AugmentationPolicy.DiffAugment)] and DiffAugment", "Gan.Runtime.DiffAugment"),
            Code("ADA", "[Augment(AugmentationPolicy.Ada)] and AdaAugment", "Gan.Runtime.AdaAugment"),
            Code("APA", "[Augment(AugmentationPolicy.Pseudo)] and PseudoAugmentation", "Gan.Runtime.PseudoAugmentation"),
            Code("LeCam", "[LeCam(Weight = 0.3)]", "Gan.Dsl.LeCamAttribute"),
            Code("path length", "[PathLength(Weight = 2)]", "Gan.Dsl.PathLengthAttribute"),
            Code("spectral normalization", "[SpectralNorm] and SpectralNorm.Of(network)", "Gan.Runtime.SpectralNorm"),
            Code("exponential moving average of G", "ExponentialMovingAverage", "Gan.Runtime.ExponentialMovingAverage"),
            Code("CR", "[Consistency(Weight = 10)]", "Gan.Dsl.ConsistencyAttribute"),
            Code("bCR", "[Consistency(Weight = 10, Fake = 1)]", "Gan.Dsl.ConsistencyAttribute"),
            Code("zCR", "[LatentConsistency(Weight = 20)] [LatentDiversity(Weight = 0.5)]", "Gan.Dsl.LatentConsistencyAttribute"),
            Loss("ICR", "ICR-GAN"),
            Code("latent optimization", "LatentOptimization", "Gan.Runtime.LatentOptimization"),
            Code("top-k", "[TopK(0.75)]", "Gan.Dsl.TopKAttribute"),
            Code("orthogonal regularization", "[Orthogonal] and [GeneratorOrthogonal]", "Gan.Dsl.OrthogonalAttribute"),
        ]),
        new("TF-GAN", "tensorflow/gan",
        [
            Loss("wasserstein_discriminator_loss, wasserstein_generator_loss", "WGAN"),
            Loss("wasserstein_hinge_discriminator_loss, wasserstein_hinge_generator_loss", "Geometric GAN"),
            Loss("minimax_discriminator_loss, minimax_generator_loss", "GAN, minimax"),
            Loss("modified_discriminator_loss, modified_generator_loss", "GAN, non-saturating"),
            Loss("label_smoothing of the minimax and modified losses", "Improved GAN, label smoothing"),
            Loss("least_squares_discriminator_loss, least_squares_generator_loss", "LSGAN"),
            Code("acgan_discriminator_loss, acgan_generator_loss", "AcGanLoss", "Gan.Runtime.AcGanLoss"),
            Code("mutual_information_penalty", "InfoGanLoss", "Gan.Runtime.InfoGanLoss"),
            Code("cycle_consistency_loss", """[Distance("Cycle", Weight = 10)]""", "Gan.Dsl.DistanceAttribute"),
            Code("combine_adversarial_loss", "GradientBalance.Factor", "Gan.Runtime.GradientBalance"),
            Code("wasserstein_gradient_penalty with target and one_sided", "[GradientPenalty(Target = 1, OneSided = true)]", "Gan.Dsl.GradientPenaltyAttribute"),
        ]),
        new("torchgan", "torchgan/torchgan",
        [
            Loss("MinimaxDiscriminatorLoss, MinimaxGeneratorLoss", "GAN, minimax"),
            Loss("MinimaxGeneratorLoss(nonsaturating=True)", "GAN, non-saturating"),
            Loss("LeastSquaresDiscriminatorLoss, LeastSquaresGeneratorLoss", "LSGAN"),
            Loss("WassersteinDiscriminatorLoss, WassersteinGeneratorLoss", "WGAN"),
            Loss("WassersteinGradientPenalty", "WGAN-GP"),
            Loss("DraganGradientPenalty", "DRAGAN"),
            Loss("BoundaryEquilibriumDiscriminatorLoss, BoundaryEquilibriumGeneratorLoss", "BEGAN"),
            Code("AuxiliaryClassifierDiscriminatorLoss, AuxiliaryClassifierGeneratorLoss", "AcGanLoss", "Gan.Runtime.AcGanLoss"),
            Code("MutualInformationPenalty", "InfoGanLoss", "Gan.Runtime.InfoGanLoss"),
            Code("FeatureMatchingGeneratorLoss", "FeatureMatching.Loss", "Gan.Runtime.FeatureMatching"),
            Code("HistoricalAverageDiscriminatorLoss, HistoricalAverageGeneratorLoss", "ExponentialMovingAverage.Distance with AverageDecay.Historical", "Gan.Runtime.ExponentialMovingAverage"),
            Loss("EnergyBasedDiscriminatorLoss, EnergyBasedGeneratorLoss", "EBGAN"),
        ]),
        new("mmagic", "open-mmlab/mmagic",
        [
            Loss("GANLoss('vanilla')", "GAN, non-saturating"),
            Loss("GANLoss('lsgan')", "CycleGAN"),
            Loss("GANLoss('wgan')", "WGAN"),
            Loss("GANLoss('wgan-logistic-ns')", "StyleGAN2"),
            Loss("GANLoss('hinge')", "Geometric GAN"),
            Code("gradient_penalty_loss", "[GradientPenalty(Norm = GradientNorm.PerSample)]", "Gan.Dsl.GradientPenaltyAttribute"),
            Code("r1_gradient_penalty_loss", "[R1(Gamma = 10)]", "Gan.Dsl.R1Attribute"),
            Code("disc_shift_loss", "[Drift(Weight = 0.001)]", "Gan.Dsl.DriftAttribute"),
            Code("gen_path_regularizer", "[PathLength(Weight = 2)]", "Gan.Dsl.PathLengthAttribute"),
        ]),
    ];

    /// <summary>A loss that is one of the objectives of the page.</summary>
    private static LibraryEntry Loss(string name, string objective) => new(name, $"*{objective}*", Objective: objective);

    /// <summary>What another part of GanDsl does.</summary>
    private static LibraryEntry Code(string name, string code, string type) => new(name, $"`{code}`", Type: type);
}

/// <param name="Name">The library's name.</param>
/// <param name="Repository">Its repository on GitHub.</param>
/// <param name="Entries">Its losses and regularisers.</param>
public sealed record Library(string Name, string Repository, IReadOnlyList<LibraryEntry> Entries);

/// <param name="Name">Its name in the library.</param>
/// <param name="Here">What it is here, as Markdown.</param>
/// <param name="Objective">The objective of the page that it is.</param>
/// <param name="Type">The type that does it.</param>
public sealed record LibraryEntry(string Name, string Here, string? Objective = null, string? Type = null);
