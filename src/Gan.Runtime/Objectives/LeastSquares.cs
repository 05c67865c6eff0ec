using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Represents the least-squares GAN with labels a, b and c and a scale s. D minimises s E[(D(x) - b)²] + s E[(D(G(z)) - a)²], and G minimises s E[(D(G(z)) - c)²].
/// </summary>
/// <remarks>
/// The defaults are the labels a = 0, b = c = 1 and the scale 1. The paper has the scale 1/2, and public code uses four different scalings under this name; the static properties are some of them.
/// Source: Mao et al. 2017 (arXiv 1611.04076).
/// </remarks>
[GanObjective(Real = "s * pow(t - b, 2)", Fake = "s * pow(t - a, 2)", Generator = "s * pow(t - c, 2)", Source = "Mao et al. 2017, arXiv 1611.04076")]
public sealed partial class LeastSquares
{
    /// <summary>Gets or sets the label a of fake samples. The default is 0.</summary>
    [Hyperparameter]
    public double A { get; init; }

    /// <summary>Gets or sets the label b of real samples. The default is 1.</summary>
    [Hyperparameter]
    public double B { get; init; } = 1;

    /// <summary>Gets or sets the label c that G wants D to give its samples. The default is 1.</summary>
    [Hyperparameter]
    public double C { get; init; } = 1;

    /// <summary>Gets or sets the scale s of all three terms. Positive. The default is 1.</summary>
    [Hyperparameter(Min = 0, Exclusive = true)]
    public double S { get; init; } = 1;

    /// <summary>Gets the objective of TensorFlow-GAN, torchgan and StudioGAN: labels 0 and 1, and a factor of ½ in every term.</summary>
    public static LeastSquares TensorFlowGan { get; } = new() { S = 0.5 };

    /// <summary>Gets the objective of MMGeneration and MMagic: labels 0 and 1 and no factor, which are the defaults.</summary>
    public static LeastSquares MMGeneration { get; } = new();

    /// <summary>Gets the objective of pix2pix and CycleGAN: labels 0 and 1, and a factor of ½ in D's loss only.</summary>
    public static LeastSquares CycleGan { get; } = new() { S = 0.5, LossWeight = 2 };

    /// <summary>Gets the objective of each discriminator of HiFi-GAN: labels 0 and 1 and no factor.</summary>
    /// <remarks>HiFi-GAN takes the <see cref="ListReduction.Sum"/> over its discriminators, and feature matching with a weight of 2. Source: Kong, Kim and Bae 2020 (arXiv 2010.05646).</remarks>
    public static LeastSquares HiFiGan { get; } = new();

    /// <summary>Gets the objective with the labels a = -1, b = 1, c = 0 of the paper and a factor of ½. Against the optimal D, G minimises Pearson's χ² divergence between p + q and 2q.</summary>
    public static LeastSquares PearsonLabels { get; } = new() { A = -1, B = 1, C = 0, S = 0.5 };
}
