using Gan.Dsl;
using Gan.Generators.Basics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations;

/// <summary>Reads the properties marked <see cref="HyperparameterAttribute"/>, with the constants they start from.</summary>
internal static class HyperparameterReader
{
    public static EquatableArray<HyperparameterDeclaration> Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        List<HyperparameterDeclaration>? read = null;
        foreach (var (property, attribute) in PropertiesOf(type))
            (read ??= []).Add(Read(property, attribute, compilation, cancellation));

        return read is null ? default : read.ToEquatableArray();
    }

    /// <summary>The marked properties, the first of each name: a second one is an error of C#'s.</summary>
    public static IEnumerable<(IPropertySymbol Property, AttributeData Attribute)> PropertiesOf(INamedTypeSymbol type)
    {
        HashSet<string>? names = null;
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol property
                && (AttributeOf<StateAttribute>(property) ?? AttributeOf<HyperparameterAttribute>(property) ?? AttributeOf<ScheduleAttribute>(property)) is { } attribute
                && (names ??= []).Add(property.Name))
                yield return (property, attribute);
        }
    }

    /// <summary>Whether a member is a hyperparameter: a schedule alone makes it one, and so does a state.</summary>
    public static bool IsMarked(ISymbol member) => member.GetAttributes().Any(IsMark);

    /// <summary>Whether an attribute makes its property a hyperparameter.</summary>
    public static bool IsMark(AttributeData attribute)
        => ObjectiveDeclarationReader.IsAttribute<HyperparameterAttribute>(attribute) || ObjectiveDeclarationReader.IsAttribute<ScheduleAttribute>(attribute) || ObjectiveDeclarationReader.IsAttribute<StateAttribute>(attribute);

    private static AttributeData? AttributeOf<TAttribute>(IPropertySymbol property)
        where TAttribute : Attribute
        => property.GetAttributes().FirstOrDefault(static a => ObjectiveDeclarationReader.IsAttribute<TAttribute>(a));

    private static HyperparameterDeclaration Read(IPropertySymbol property, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        var arguments = new AttributeArguments(attribute);
        var defaults = new HyperparameterAttribute();
        var state = AttributeOf<StateAttribute>(property);
        // A partial property with an initialiser starts as an ordinary one does.
        var startsFromAttribute = property.IsPartialDefinition && SyntaxOf(property, cancellation) is not { Initializer: not null };
        return new(
            property.Name,
            state is not null ? new AttributeArguments(state).Number(nameof(StateAttribute.Initial), 0)
                : startsFromAttribute ? property.IsRequired ? null : arguments.Number(nameof(defaults.Default), defaults.Default)
                : DefaultOf(property, compilation, cancellation),
            arguments.Number(nameof(defaults.Min), defaults.Min),
            arguments.Number(nameof(defaults.Max), defaults.Max),
            arguments.Flag(nameof(defaults.Exclusive), defaults.Exclusive),
            new(
                property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                property.IsStatic,
                property is { GetMethod: not null, SetMethod: not null },
                arguments.Has(nameof(defaults.Default)) && !startsFromAttribute && OwnSource.Has(compilation, property) ? arguments.Number(nameof(defaults.Default), defaults.Default) : null,
                // C# refuses one that is abstract, and throws where such a one has a part that stores a value.
                property is { IsPartialDefinition: true, PartialImplementationPart: null, IsAbstract: false } ? PartOf(property, cancellation) : null,
                property.IsPartialDefinition,
                property.ContainingType.GetMembers(property.Name).Length > 1))
        {
            Schedule = AttributeOf<ScheduleAttribute>(property) is { } schedule ? schedule.ConstructorArguments is [{ Value: string formula }] ? formula : "" : null,
            Update = state is null ? null : new AttributeArguments(state).Text(nameof(StateAttribute.Update)) ?? "",
            HasOtherAttribute = state is not null && property.GetAttributes().Count(IsMark) > 1,
            IsComputed = property is { IsPartialDefinition: true, GetMethod: not null, SetMethod: null } && SyntaxOf(property, cancellation) is { Initializer: null },
            HasDefault = arguments.Has(nameof(defaults.Default)),
        };
    }

    private static PropertyDeclarationSyntax? SyntaxOf(IPropertySymbol property, CancellationToken cancellation)
        => property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as PropertyDeclarationSyntax;

    private static PartialProperty? PartOf(IPropertySymbol property, CancellationToken cancellation)
        => SyntaxOf(property, cancellation) is { AccessorList: { } accessors } syntax
            ? new(
                string.Join(" ", syntax.Modifiers.Select(static modifier => modifier.Text)),
                property.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)),
                accessors.Accessors.Select(static accessor => string.Join(" ", accessor.Modifiers.Append(accessor.Keyword).Select(static token => token.Text))).ToEquatableArray(),
                syntax.Initializer is not null)
            : null;

    private static double? DefaultOf(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
        => OwnSource.Has(compilation, property)
            ? property.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax(cancellation))
                .OfType<PropertyDeclarationSyntax>()
                .Select(declaration => DefaultOf(declaration, compilation, cancellation))
                .FirstOrDefault(static value => value is not null)
            : CompiledDefaultOf(property);

    /// <summary>A property that stores its value starts from its initialiser's, without one from 0. One that computes it, or waits for <c>required</c>, has no constant.</summary>
    private static double? DefaultOf(PropertyDeclarationSyntax property, Compilation compilation, CancellationToken cancellation)
    {
        if (property.Initializer is { } initializer)
            return ConstantOf(initializer.Value, compilation, cancellation);

        var stores = property.AccessorList is { } accessors && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });
        return stores && !property.Modifiers.Any(SyntaxKind.RequiredKeyword) ? 0 : null;
    }

    private static double? ConstantOf(ExpressionSyntax value, Compilation compilation, CancellationToken cancellation)
    {
        var constant = compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value, cancellation);
        return constant is { HasValue: true, Value: IConvertible number and not (string or bool or char) } ? Convert.ToDouble(number) : null;
    }

    /// <summary>Initialisers are not in metadata: the generated part of the type repeats them in an attribute.</summary>
    private static double? CompiledDefaultOf(IPropertySymbol property)
        => property.ContainingType.GetAttributes()
            .Where(static a => ObjectiveDeclarationReader.IsAttribute<CompiledHyperparameterAttribute>(a))
            .Where(a => a.ConstructorArguments[0].Value as string == property.Name)
            .Select(static a => a.ConstructorArguments[1].Value as double?)
            .FirstOrDefault();
}
