using Gan.Dsl;

namespace Gan.Runtime;

/// <summary>
/// Least squares with labels: D regresses real logits to <see cref="B"/> and fake ones to <see cref="A"/>, G to <see cref="C"/>.
/// The defaults are the labels 0 and 1 with scale 1.
/// </summary>
/// <remarks>Mao et al. 2017 (arXiv 1611.04076), whose equation has scale 1/2; public code uses four different scalings under this name.</remarks>
[GanObjective(Real = "s * pow(t - b, 2)", Fake = "s * pow(t - a, 2)", Generator = "s * pow(t - c, 2)", Source = "Mao et al. 2017, arXiv 1611.04076")]
public sealed partial class LeastSquares
{
    /// <summary>a: the label of fake samples. Default 0.</summary>
    [Hyperparameter]
    public double A { get; init; }

    /// <summary>b: the label of real samples. Default 1.</summary>
    [Hyperparameter]
    public double B { get; init; } = 1;

    /// <summary>c: what G wants D to say of its samples. Default 1.</summary>
    [Hyperparameter]
    public double C { get; init; } = 1;

    /// <summary>s: the scale of all three terms. Positive; default 1.</summary>
    [Hyperparameter(Min = 0, Exclusive = true)]
    public double S { get; init; } = 1;

    /// <summary>What TensorFlow-GAN, torchgan and StudioGAN call it: labels 0 and 1, every term with ½.</summary>
    public static LeastSquares TensorFlowGan { get; } = new() { S = 0.5 };

    /// <summary>What MMGeneration and MMagic call it: labels 0 and 1, no factor. The default.</summary>
    public static LeastSquares MMGeneration { get; } = new();

    /// <summary>What pix2pix and CycleGAN do: labels 0 and 1, ½ in D's loss only.</summary>
    public static LeastSquares CycleGan { get; } = new() { S = 0.5, LossWeight = 2 };

    /// <summary>HiFi-GAN's, for each of its discriminators: labels 0 and 1, no factor. Over the list <see cref="ListReduction.Sum"/>, with feature matching of weight 2 (Kong 2020, arXiv 2010.05646).</summary>
    public static LeastSquares HiFiGan { get; } = new();

    /// <summary>The paper's labels a = -1, b = 1, c = 0 with ½, by which the best D makes G minimise Pearson's χ² between p + q and 2q.</summary>
    public static LeastSquares PearsonLabels { get; } = new() { A = -1, B = 1, C = 0, S = 0.5 };
}
