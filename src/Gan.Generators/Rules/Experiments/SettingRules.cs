using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations.Experiments;

namespace Gan.Generators.Rules.Experiments;

/// <summary>Each number of an experiment lies where a training can use it.</summary>
internal static class SettingRules
{
    public static IEnumerable<Finding> Check(ExperimentDeclaration experiment) => Check(experiment.Settings, static name => new FindingTarget.Setting(name));

    public static IEnumerable<Finding> Check(AugmentDeclaration augment)
        => Check([new(nameof(AugmentAttribute.Policy), (int)augment.Policy, IsInteger: true), .. augment.Settings], static name => new FindingTarget.Augment(name));

    private static IEnumerable<Finding> Check(IEnumerable<ExperimentSetting> settings, Func<string, FindingTarget> target)
        => settings
            .Select(static setting => (Setting: setting, Range: RangeOf(setting.Name)))
            .Where(static pair => !pair.Range.Contains(pair.Setting.Value))
            .Select(pair => Finding.Of(Descriptors.SettingOutOfRange, target(pair.Setting.Name), pair.Setting.Name, Numbers.Text(pair.Setting.Value), pair.Range.Text));

    private static Allowed RangeOf(string setting) => setting switch
    {
        nameof(AugmentAttribute.Policy)
            => new(static value => Enum.IsDefined(typeof(AugmentationPolicy), (int)value), string.Join(", ", Enum.GetNames(typeof(AugmentationPolicy)))),
        nameof(AugmentAttribute.Probability)
            => new(static value => value is >= 0 and <= 1, "a number from 0 to 1"),
        nameof(AugmentAttribute.Target)
            => new(static value => value is >= -1 and <= 1, "a number from -1 to 1"),
        nameof(AugmentAttribute.Every)
            => new(static value => value >= 0, "1 or more, or 0 for a constant probability"),
        nameof(AugmentAttribute.Samples)
            => new(Numbers.IsFiniteAndPositive, "a finite number above 0"),
        nameof(GanExperimentAttribute.Seed)
            => new(static value => value >= 0, "0 or more"),
        nameof(GanExperimentAttribute.MetricSamples)
            => new(static value => value is 0 or >= GanExperimentAttribute.FewestMetricSamples, $"0, for no metrics, or {Numbers.Text(GanExperimentAttribute.FewestMetricSamples)} or more"),
        nameof(GanExperimentAttribute.GeneratorRate) or nameof(GanExperimentAttribute.DiscriminatorRate)
            => new(Numbers.IsFiniteAndPositive, "a finite number above 0"),
        nameof(GanExperimentAttribute.Beta1) or nameof(GanExperimentAttribute.Beta2) or nameof(GanExperimentAttribute.Average)
            => new(static value => value is >= 0 and < 1, "a number of at least 0 and below 1"),
        _ => new(static value => value >= 1, "1 or more"),
    };

    /// <summary>What a setting may be, and how a message says so.</summary>
    private sealed record Allowed(Func<double, bool> Contains, string Text);
}
