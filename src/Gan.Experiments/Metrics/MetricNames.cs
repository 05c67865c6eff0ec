namespace Gan.Experiments;

/// <summary>The names of the metrics of a <see cref="MetricReport"/>.</summary>
public static class MetricNames
{
    /// <summary><see cref="FrechetDistance"/>.</summary>
    public const string FrechetDistance = "frechet_distance";

    /// <summary><see cref="KernelDistance.Mean"/>.</summary>
    public const string KernelDistance = "kernel_distance";

    /// <summary><see cref="KernelDistance.StandardError"/> of the kernel distance, for samples drawn anew on both sides: how well it is known, not how good it is.</summary>
    public const string KernelDistanceError = "kernel_distance_error";

    /// <summary><see cref="PrecisionRecall.Precision"/>.</summary>
    public const string Precision = "precision";

    /// <summary><see cref="PrecisionRecall.Recall"/>.</summary>
    public const string Recall = "recall";

    /// <summary><see cref="DensityCoverage.Density"/>.</summary>
    public const string Density = "density";

    /// <summary><see cref="DensityCoverage.Coverage"/>.</summary>
    public const string Coverage = "coverage";

    /// <summary><see cref="ClassCoverage.Covered"/>.</summary>
    public const string Classes = "classes";

    /// <summary><see cref="ClassCoverage.Divergence"/>.</summary>
    public const string ClassDivergence = "class_divergence";

    /// <summary><see cref="ClassCoverage.TotalVariation"/>.</summary>
    public const string ClassVariation = "class_total_variation";

    /// <summary><see cref="ClassCoverage.Confidence"/>.</summary>
    public const string Confidence = "class_confidence";

    /// <summary><see cref="MixtureCoverage.Covered"/>.</summary>
    public const string Modes = "modes";

    /// <summary><see cref="MixtureCoverage.HighQuality"/>.</summary>
    public const string HighQuality = "high_quality";
}
