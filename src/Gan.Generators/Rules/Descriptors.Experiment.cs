using Microsoft.CodeAnalysis;

namespace Gan.Generators.Rules;

// The experiments.
internal static partial class Descriptors
{
    public const string Experiment = "Gan.Experiment";

    /// <summary>{0}: the type; {1}: the types that are not partial.</summary>
    public static readonly DiagnosticDescriptor ExperimentNotPartial = new(
        "GAN090", "An experiment and the types around it must be partial",
        "The settings of experiment '{0}' are written into another part of it: make '{1}' partial",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN090.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the type; {1}: why not, and what to do.</summary>
    public static readonly DiagnosticDescriptor ExperimentNotConstructible = new(
        "GAN091", "A program must be able to construct its experiments",
        "The program cannot construct experiment '{0}', which {1}",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN091.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the type.</summary>
    public static readonly DiagnosticDescriptor NoExperiment = new(
        "GAN092", "An experiment must derive from Experiment",
        "'{0}' does not say what it trains: derive it from Gan.Experiments.Experiment<TObjective, TGenerator, TDiscriminator, TData>",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN092.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>{0}: the argument; {1}: its value; {2}: what it must be.</summary>
    public static readonly DiagnosticDescriptor SettingOutOfRange = new(
        "GAN093", "A setting of an experiment is out of range",
        "{0} is {1}: give {2}",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN093.md");

    /// <summary>{0}: the name; {1}: why not, and what to do.</summary>
    public static readonly DiagnosticDescriptor UnknownSweep = new(
        "GAN094", "A sweep must name a hyperparameter of the objective",
        "A sweep goes over '{0}', which {1}",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN094.md");

    /// <summary>{0}: the value; {1}: the hyperparameter; {2}: its range.</summary>
    public static readonly DiagnosticDescriptor SweepOutOfRange = new(
        "GAN095", "A sweep's value is outside the hyperparameter's range",
        "{0} is outside the range {2} of hyperparameter '{1}': give a value inside it",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN095.md");

    /// <summary>{0}: the hyperparameter.</summary>
    public static readonly DiagnosticDescriptor EmptySweep = new(
        "GAN096", "A sweep must have at least one value",
        "The sweep over '{0}' has no values, so there would be no run at all: give one or more, or remove it",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN096.md");

    /// <summary>{0}: the value; {1}: the hyperparameter.</summary>
    public static readonly DiagnosticDescriptor SweepValueTwice = new(
        "GAN097", "A sweep has the same value twice",
        "The sweep over '{1}' has {0} already, and the same values give the same run: remove it",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN097.md");

    /// <summary>{0}: the hyperparameter.</summary>
    public static readonly DiagnosticDescriptor SweptTwice = new(
        "GAN098", "A hyperparameter has two sweeps",
        "There is a sweep over '{0}' already: put all values into one",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN098.md");

    /// <summary>{0}: the type; {1}: the number of runs; {2}: the limit.</summary>
    public static readonly DiagnosticDescriptor LargeSweep = new(
        "GAN099", "The sweeps of an experiment make many runs",
        "The sweeps of experiment '{0}' make {1} runs, one for every combination, which is more than {2}: sweep fewer values, or in several experiments",
        Experiment, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN099.md");

    /// <summary>{0}: the type; {1}: the other.</summary>
    public static readonly DiagnosticDescriptor ExperimentNameTwice = new(
        "GAN100", "Two experiments have the same name",
        "Experiments '{0}' and '{1}' have the same name, because namespaces and case do not count: rename one of them",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN100.md");

    /// <summary>{0}: the type; {1}: the other.</summary>
    public static readonly DiagnosticDescriptor SecondDefault = new(
        "GAN101", "A program can have only one default experiment",
        "Experiments '{0}' and '{1}' are both the default, but only one can run without a command: remove Default from one of them",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN101.md");

    /// <summary>{0}: the attribute; {1}: the shape; {2}: the type.</summary>
    public static readonly DiagnosticDescriptor ShapeSizes = new(
        "GAN102", "The sizes of a shape must be at least 1",
        "{0} of '{2}' has the sizes {1}: give one or more, each at least 1",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN102.md");

    /// <summary>{0}, {1}, {2}: the part, what it does, its shape; {3}, {4}, {5}: of the other.</summary>
    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        "GAN103", "The shapes of an experiment's parts must agree",
        "'{0}' {1} of shape {2}, but '{3}' {4} of shape {5}: use parts of the same shape",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN103.md");

    /// <summary>{0}: the objective; {1}: why; {2}: the discriminator.</summary>
    public static readonly DiagnosticDescriptor UnlimitedDiscriminator = new(
        "GAN104", "A critic in an experiment needs its slope limited",
        "D's loss of '{0}' has no minimum unless D's slope is limited, and no layer of '{2}' is spectrally normalised: use SpectralNorm.Of, or an objective with [GradientPenalty], [R1] or [WeightClip] (where p and q differ, {1})",
        Experiment, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN104.md");

    /// <summary>{0}: the type; {1}: the attribute.</summary>
    public static readonly DiagnosticDescriptor StrayOption = new(
        "GAN105", "An option of experiments has no effect without [GanExperiment]",
        "[{1}] has no effect on '{0}', which is not an experiment: add [GanExperiment]",
        Experiment, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN105.md");

    /// <summary>{0}: p.</summary>
    public static readonly DiagnosticDescriptor LeakingAugmentation = new(
        "GAN106", "An augmentation that nearly always happens appears in the samples",
        "With a constant Probability of {0}, few images are upright and in their own colours, so G learns changed ones: give at most 0.8, or leave out Every = 0",
        Experiment, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Docs + "GAN106.md");

    /// <summary>{0}: the policy; {1}: what it needs; {2}, {3}, {4}: the part, what it does, its shape.</summary>
    public static readonly DiagnosticDescriptor AugmentedShape = new(
        "GAN107", "An augmentation must fit the shape of the samples",
        "The augmentation {0} needs {1}, but '{2}' {3} of shape {4}: use another policy, or other data",
        Experiment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Docs + "GAN107.md");
}
