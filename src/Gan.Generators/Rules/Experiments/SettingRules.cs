using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations.Experiments;

namespace Gan.Generators.Rules.Experiments;

/// <summary>Each number of an experiment lies where a training can use it.</summary>
internal static class SettingRules
{
    public static IEnumerable<Finding> Check(ExperimentDeclaration experiment)
        => experiment.Settings
            .Select(static setting => (Setting: setting, Range: RangeOf(setting.Name)))
            .Where(static pair => !pair.Range.Contains(pair.Setting.Value))
            .Select(static pair => Finding.Of(Descriptors.SettingOutOfRange, new FindingTarget.Setting(pair.Setting.Name), pair.Setting.Name, Numbers.Text(pair.Setting.Value), pair.Range.Text));

    private static Allowed RangeOf(string setting) => setting switch
    {
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
