using System.Globalization;
using Gan.Dsl;
using Gan.Runtime.Checks;

namespace Gan.Experiments.Experiments;

/// <summary>The ranges of <see cref="ExperimentSettings"/>: the compiler checks them in an attribute, nobody those that an experiment makes itself.</summary>
internal static class SettingChecks
{
    /// <exception cref="ArgumentException">A setting is out of its range: the message names it.</exception>
    public static void Check(ExperimentSettings settings)
    {
        Ranges.AtLeastOne(settings.Steps, nameof(settings.Steps));
        Ranges.AtLeastOne(settings.BatchSize, nameof(settings.BatchSize));
        Ranges.NotNegative(settings.Seed, nameof(settings.Seed));
        Ranges.AtLeastOne(settings.DiscriminatorSteps, nameof(settings.DiscriminatorSteps));
        Ranges.Positive(settings.GeneratorRate, nameof(settings.GeneratorRate));
        Ranges.Positive(settings.DiscriminatorRate, nameof(settings.DiscriminatorRate));
        Ranges.BelowOne(settings.Beta1, nameof(settings.Beta1));
        Ranges.BelowOne(settings.Beta2, nameof(settings.Beta2));
        Ranges.BelowOne(settings.Average, nameof(settings.Average));
        if (settings.LatentShape is not { Count: > 0 } || settings.LatentShape.Any(static size => size < 1))
            throw new ArgumentException("LatentShape must have at least one size, each at least 1.", nameof(settings));
        Ranges.AtLeastOne(settings.CheckpointEvery, nameof(settings.CheckpointEvery));
        Ranges.AtLeastOne(settings.SampleEvery, nameof(settings.SampleEvery));
        if (settings.Augmentation is { } augmentation)
            Check(augmentation);
        if (settings.MetricSamples is not (0 or >= GanExperimentAttribute.FewestMetricSamples))
            throw new ArgumentOutOfRangeException(nameof(settings), settings.MetricSamples, $"MetricSamples must be 0, for no metrics, or at least {Fewest}: each sample is compared with five neighbours.");
    }

    private static void Check(AugmentationSettings augmentation)
    {
        const string of = nameof(ExperimentSettings.Augmentation) + ".";
        Ranges.Defined(augmentation.Policy, of + nameof(augmentation.Policy));
        Ranges.Share(augmentation.Probability, of + nameof(augmentation.Probability));
        Ranges.NotNegative(augmentation.Every, of + nameof(augmentation.Every));
        Ranges.Cosine(augmentation.Target, of + nameof(augmentation.Target));
        Ranges.PositiveNumber(augmentation.Samples, of + nameof(augmentation.Samples));
    }

    /// <exception cref="ArgumentException">The data are too few for a setting: the message names it.</exception>
    public static void Check(ExperimentSettings settings, GanData data)
    {
        if (settings.MetricSamples > 0 && data.Count < GanExperimentAttribute.FewestMetricSamples)
            throw new ArgumentException($"MetricSamples must be 0 for {data.Name}: its {data.Count.ToString(CultureInfo.InvariantCulture)} samples are too few for metrics, which need at least {Fewest}.", nameof(settings));
    }

    private static string Fewest => GanExperimentAttribute.FewestMetricSamples.ToString(CultureInfo.InvariantCulture);
}
