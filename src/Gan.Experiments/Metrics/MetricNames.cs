namespace Gan.Experiments;

/// <summary>Provides the names of the metrics of a <see cref="MetricReport"/>.</summary>
public static class MetricNames
{
    /// <summary>The name of the <see cref="FrechetDistance"/>.</summary>
    public const string FrechetDistance = "frechet_distance";

    /// <summary>The name of the <see cref="KernelDistance.Mean"/> of the kernel distance.</summary>
    public const string KernelDistance = "kernel_distance";

    /// <summary>The name of the <see cref="KernelDistance.StandardError"/> of the kernel distance.</summary>
    public const string KernelDistanceError = "kernel_distance_error";

    /// <summary>The name of <see cref="PrecisionRecall.Precision"/>.</summary>
    public const string Precision = "precision";

    /// <summary>The name of <see cref="PrecisionRecall.Recall"/>.</summary>
    public const string Recall = "recall";

    /// <summary>The name of <see cref="DensityCoverage.Density"/>.</summary>
    public const string Density = "density";

    /// <summary>The name of <see cref="DensityCoverage.Coverage"/>.</summary>
    public const string Coverage = "coverage";

    /// <summary>The name of the number of covered classes, <see cref="ClassCoverage.Covered"/>.</summary>
    public const string Classes = "classes";

    /// <summary>The name of <see cref="ClassCoverage.Divergence"/>.</summary>
    public const string ClassDivergence = "class_divergence";

    /// <summary>The name of <see cref="ClassCoverage.TotalVariation"/>.</summary>
    public const string ClassVariation = "class_total_variation";

    /// <summary>The name of <see cref="ClassCoverage.Confidence"/>.</summary>
    public const string Confidence = "class_confidence";

    /// <summary>The name of the number of covered modes, <see cref="MixtureCoverage.Covered"/>.</summary>
    public const string Modes = "modes";

    /// <summary>The name of the share of high-quality points, <see cref="MixtureCoverage.HighQuality"/>.</summary>
    public const string HighQuality = "high_quality";
}
