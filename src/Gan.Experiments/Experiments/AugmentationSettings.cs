using System.Globalization;
using Gan.Dsl;

namespace Gan.Experiments;

/// <summary>Represents the augmentation of an experiment's images, from <c>[Augment]</c>.</summary>
public sealed record AugmentationSettings
{
    /// <summary>Gets or sets the policy.</summary>
    public required AugmentationPolicy Policy { get; init; }

    /// <summary>Gets or sets the probability p at the start, from 0 to 1. The default is 0.</summary>
    public double Probability { get; init; }

    /// <summary>Gets or sets the number of discriminator steps between two changes of p, or 0 for a constant p. The default is 4.</summary>
    public int Every { get; init; } = 4;

    /// <summary>Gets or sets the target of the mean sign of the real logits, from -1 to 1. The default is 0.6.</summary>
    public double Target { get; init; } = 0.6;

    /// <summary>Gets or sets the number of samples in which p can go from 0 to 1, finite and positive. The default is 500,000.</summary>
    public double Samples { get; init; } = 500_000;

    /// <summary>Gets a value that indicates whether p changes while the run trains.</summary>
    internal bool IsAdaptive => Policy != AugmentationPolicy.DiffAugment && Every > 0;

    /// <summary>Returns the settings in words.</summary>
    /// <returns>The settings, such as <c>Ada, p from 0 to a target of 0.6, 500000 samples, every 4 steps</c>.</returns>
    public override string ToString() => Policy == AugmentationPolicy.DiffAugment ? $"{Policy}"
        : IsAdaptive ? string.Create(CultureInfo.InvariantCulture, $"{Policy}, p from {Probability:R} to a target of {Target:R}, {Samples:R} samples, every {Every} steps")
        : string.Create(CultureInfo.InvariantCulture, $"{Policy}, p = {Probability:R}");
}
