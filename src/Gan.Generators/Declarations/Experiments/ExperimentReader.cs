using Gan.Dsl;
using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations.Experiments;

/// <summary>Reads an experiment off its type.</summary>
internal static class ExperimentReader
{
    public const string CreateObjective = "CreateObjective";

    private const string BaseName = "Experiment";
    private const string Space = "Gan.Experiments";

    public static readonly string AttributeName = typeof(GanExperimentAttribute).FullName;

    /// <summary>The declaration on <paramref name="type"/>; null where it is no experiment.</summary>
    public static ExperimentDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(ObjectiveDeclarationReader.IsAttribute<GanExperimentAttribute>) is not { } attribute)
            return null;

        var arguments = new AttributeArguments(attribute);
        return new(
            TypeIdentity.Of(type),
            TypeShapeReader.Read(type, cancellation),
            BasesOf(type).Any(static @base => @base.Arity == 0 && IsBase(@base)),
            compilation.GetTypeByMetadataName(Space + ".ExperimentProgram") is not null,
            compilation.IsSymbolAccessibleWithin(type, compilation.Assembly),
            SettingsOf(arguments).ToEquatableArray(),
            arguments.Flag(nameof(GanExperimentAttribute.Default), otherwise: false),
            attributes.Where(ObjectiveDeclarationReader.IsAttribute<SweepAttribute>).Select(SweepOf).ToEquatableArray(),
            TypeArgumentsOf(type) is { } parts ? PartsOf(type, parts, compilation, cancellation) : null,
            UserWrites(type, CreateObjective))
        {
            Augment = attributes.FirstOrDefault(ObjectiveDeclarationReader.IsAttribute<AugmentAttribute>) is { } augment ? AugmentOf(augment) : null,
            Use = UseWarnings.Of(type, static _ => false),
        };
    }

    /// <summary>Objective, generator, discriminator and data; null where it does not derive from the <c>Experiment</c> of four.</summary>
    public static IReadOnlyList<ITypeSymbol>? TypeArgumentsOf(INamedTypeSymbol type)
        => BasesOf(type).FirstOrDefault(static @base => @base.Arity == 4 && IsBase(@base))?.TypeArguments;

    /// <summary>Whether a member of the type, or of a base that is not the library's, is the user's own.</summary>
    public static bool UserWrites(INamedTypeSymbol type, string member)
        => BasesOf(type).TakeWhile(static @base => !IsBase(@base)).Prepend(type).Any(declaring => Declares(declaring, member));

    /// <summary>What an experiment of a referenced assembly has may be generated.</summary>
    private static bool Declares(INamedTypeSymbol type, string member)
        => type.DeclaringSyntaxReferences.IsEmpty
            ? !type.GetMembers(member).IsEmpty && !type.GetAttributes().Any(ObjectiveDeclarationReader.IsAttribute<GanExperimentAttribute>)
            : TypeShapeReader.UserMembersOf(type).Any(candidate => candidate.Name == member);

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
            yield return @base;
    }

    private static bool IsBase(INamedTypeSymbol type) => type.Name == BaseName && type.ContainingType is null && type.ContainingNamespace.IsNamed(Space);

    private static IEnumerable<ExperimentSetting> SettingsOf(AttributeArguments arguments)
    {
        var defaults = new GanExperimentAttribute();
        return
        [
            Integer(nameof(defaults.Steps), defaults.Steps),
            Integer(nameof(defaults.BatchSize), defaults.BatchSize),
            Integer(nameof(defaults.Seed), defaults.Seed),
            Integer(nameof(defaults.DiscriminatorSteps), defaults.DiscriminatorSteps),
            Number(nameof(defaults.GeneratorRate), defaults.GeneratorRate),
            Number(nameof(defaults.DiscriminatorRate), defaults.DiscriminatorRate),
            Number(nameof(defaults.Beta1), defaults.Beta1),
            Number(nameof(defaults.Beta2), defaults.Beta2),
            Number(nameof(defaults.Average), defaults.Average),
            Integer(nameof(defaults.LatentSize), defaults.LatentSize),
            Integer(nameof(defaults.CheckpointEvery), defaults.CheckpointEvery),
            Integer(nameof(defaults.SampleEvery), defaults.SampleEvery),
            Integer(nameof(defaults.MetricSamples), defaults.MetricSamples),
        ];

        ExperimentSetting Integer(string name, int otherwise) => IntegerOf(arguments, name, otherwise);
        ExperimentSetting Number(string name, double otherwise) => NumberOf(arguments, name, otherwise);
    }

    private static ExperimentSetting IntegerOf(AttributeArguments arguments, string name, int otherwise) => new(name, arguments.Integer(name, otherwise), IsInteger: true);

    private static ExperimentSetting NumberOf(AttributeArguments arguments, string name, double otherwise) => new(name, arguments.Number(name, otherwise), IsInteger: false);

    /// <summary>Null where the compiler has an error of its own to tell.</summary>
    private static AugmentDeclaration? AugmentOf(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: int policy }])
            return null;
        var (arguments, defaults) = (new AttributeArguments(attribute), new AugmentAttribute((AugmentationPolicy)policy));
        return new(
            defaults.Policy,
            new([
                NumberOf(arguments, nameof(defaults.Probability), defaults.Probability),
                IntegerOf(arguments, nameof(defaults.Every), defaults.Every),
                NumberOf(arguments, nameof(defaults.Target), defaults.Target),
                NumberOf(arguments, nameof(defaults.Samples), defaults.Samples),
            ]));
    }

    /// <summary>A value that is no constant has the compiler's own error: it is left out.</summary>
    private static SweepDeclaration SweepOf(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Value: var name }, { Kind: TypedConstantKind.Array } values]
            ? new(name as string ?? "", (values.IsNull ? [] : values.Values.Select(static value => value.Value).OfType<double>()).ToEquatableArray())
            : new("", default);

    private static ExperimentParts PartsOf(INamedTypeSymbol type, IReadOnlyList<ITypeSymbol> parts, Compilation compilation, CancellationToken cancellation)
    {
        return new(
            parts[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Show(parts[0]),
            parts[0] is INamedTypeSymbol objective ? HyperparametersOf(objective, type, compilation, cancellation) : default,
            new([Samples(3, "has samples"), Samples(1, "makes samples"), Samples(2, "takes samples")]),
            ShapeReader.Read<LatentShapeAttribute>(parts[1]));

        SampleShapeOf Samples(int argument, string verb) => new(argument, Show(parts[argument]), verb, ShapeReader.Read<SampleShapeAttribute>(parts[argument]));
    }

    private static EquatableArray<ObjectiveParameter> HyperparametersOf(INamedTypeSymbol objective, INamedTypeSymbol experiment, Compilation compilation, CancellationToken cancellation)
        => HyperparameterReader.Read(objective, compilation, cancellation)
            .Select(h => new ObjectiveParameter(
                h.Property,
                HyperparameterRange.Of(h),
                h.Shape is { IsDouble: true, IsStatic: false, HasGetAndInit: true } && !HyperparameterRange.Of(h).IsEmpty,
                objective.GetMembers(h.Property).OfType<IPropertySymbol>().First().SetMethod is { } setter && compilation.IsSymbolAccessibleWithin(setter, experiment))
            {
                HasSchedule = h.Schedule is not null,
                IsState = h.Update is not null,
            })
            .ToEquatableArray();

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
