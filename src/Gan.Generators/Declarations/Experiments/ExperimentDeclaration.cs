using Gan.Dsl;
using Gan.Generators.Basics;

namespace Gan.Generators.Declarations.Experiments;

/// <summary>Everything a user declared about one experiment, as plain values: no symbol, no syntax, no location, so that it compares by value.</summary>
/// <param name="IsExperiment">Whether it derives from <c>Gan.Experiments.Experiment</c>.</param>
/// <param name="KnowsLibrary">Whether the compilation has the class that runs experiments.</param>
/// <param name="IsReachable">Whether any code of the assembly can name it.</param>
/// <param name="Parts">What it is of; null where it derives from the plain <c>Experiment</c> and makes its parts by itself.</param>
/// <param name="WritesObjective">Whether the user's own code, the type's or a base's, says how the objective is made.</param>
internal sealed record ExperimentDeclaration(
    TypeIdentity Type,
    TypeShape Shape,
    bool IsExperiment,
    bool KnowsLibrary,
    bool IsReachable,
    EquatableArray<ExperimentSetting> Settings,
    bool IsDefault,
    EquatableArray<SweepDeclaration> Sweeps,
    ExperimentParts? Parts,
    bool WritesObjective)
{
    /// <summary>The augmentation of the images; null where none is declared.</summary>
    public AugmentDeclaration? Augment { get; init; }

    /// <summary>What attributes say against the use of the type.</summary>
    public UseWarnings Use { get; init; } = UseWarnings.None;

    public bool CanBeConstructed => IsExperiment && IsReachable && !Type.IsGeneric && Shape is { CanHaveAnotherPart: true, CanBeConstructed: true };
}

/// <summary>A number of the attribute, the default where it was not given.</summary>
internal sealed record ExperimentSetting(string Name, double Value, bool IsInteger);

/// <summary>What <c>[Augment]</c> says.</summary>
/// <param name="Policy">May be none of the enumeration's.</param>
internal sealed record AugmentDeclaration(AugmentationPolicy Policy, EquatableArray<ExperimentSetting> Settings)
{
    public double this[string setting] => Settings.First(candidate => candidate.Name == setting).Value;
}

/// <param name="Hyperparameter">The name as given; empty where there is none.</param>
internal sealed record SweepDeclaration(string Hyperparameter, EquatableArray<double> Values);

/// <summary>The objective, the networks and the data.</summary>
/// <param name="Objective">The type as any file can name it.</param>
/// <param name="ObjectiveName">The type as users write it.</param>
/// <param name="Samples">The data, the generator and the discriminator, with the shape of the samples that each declares.</param>
/// <param name="Latent">The shape of latents that the generator declares; null where it does not.</param>
internal sealed record ExperimentParts(
    string Objective, string ObjectiveName, EquatableArray<ObjectiveParameter> Hyperparameters, EquatableArray<SampleShapeOf> Samples, DeclaredShape? Latent);

/// <summary>A hyperparameter, as a sweep sees it.</summary>
/// <param name="IsRight">Whether its declaration has no error that forbids to set it.</param>
/// <param name="CanBeSet">Whether the experiment may call its setter.</param>
internal sealed record ObjectiveParameter(string Property, HyperparameterRange Range, bool IsRight, bool CanBeSet)
{
    /// <summary>Whether a schedule computes it.</summary>
    public bool HasSchedule { get; init; }

    /// <summary>Whether training updates it.</summary>
    public bool IsState { get; init; }
}

/// <param name="TypeArgument">The part's position among the type arguments of <c>Experiment</c>.</param>
/// <param name="Verb">What it does with samples: "makes samples".</param>
/// <param name="Shape">Null where it declares none.</param>
internal sealed record SampleShapeOf(int TypeArgument, string Type, string Verb, DeclaredShape? Shape);

/// <summary>The sizes of a shape attribute.</summary>
internal sealed record DeclaredShape(EquatableArray<long> Sizes)
{
    public bool IsRight => Sizes.Count > 0 && Sizes.All(static size => size >= 1);

    public override string ToString() => $"[{string.Join(", ", Sizes.Select(static size => size.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]";
}
