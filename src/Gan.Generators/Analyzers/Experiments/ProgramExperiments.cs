using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Declarations;
using Gan.Generators.Declarations.Experiments;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Analyzers.Experiments;

/// <summary>All experiments of a compilation, looked for once, and what two of them cannot both have. The later by full name is told of it.</summary>
internal sealed class ProgramExperiments(Compilation compilation)
{
    private readonly Lazy<IReadOnlyList<Entry>> _all = new(() =>
    [
        .. TypesIn(compilation.Assembly.GlobalNamespace)
            .Select(static type => (Type: type, Attribute: type.GetAttributes().FirstOrDefault(ObjectiveDeclarationReader.IsAttribute<GanExperimentAttribute>)))
            .Where(static pair => pair.Attribute is not null)
            .Select(static pair => new Entry(
                TypeIdentity.Of(pair.Type).MetadataName,
                pair.Type.Name,
                ExperimentReader.UserWrites(pair.Type, nameof(Entry.Name)),
                new AttributeArguments(pair.Attribute!).Flag(nameof(GanExperimentAttribute.Default), otherwise: false)))
            .OrderBy(static entry => entry.MetadataName, StringComparer.Ordinal),
    ]);

    public IEnumerable<Finding> Check(ExperimentDeclaration experiment)
    {
        var own = _all.Value.First(entry => entry.MetadataName == experiment.Type.MetadataName);
        var earlier = _all.Value.TakeWhile(entry => entry != own).ToArray();
        if (earlier.FirstOrDefault(entry => !own.NamesItself && !entry.NamesItself && string.Equals(entry.Name, own.Name, StringComparison.OrdinalIgnoreCase)) is { } same)
            yield return Finding.Of(Descriptors.ExperimentNameTwice, new FindingTarget.Type(), own.MetadataName, same.MetadataName);
        if (own.IsDefault && earlier.FirstOrDefault(static entry => entry.IsDefault) is { } first)
            yield return Finding.Of(Descriptors.SecondDefault, new FindingTarget.Setting(nameof(GanExperimentAttribute.Default)), own.MetadataName, first.MetadataName);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(static member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    /// <param name="NamesItself">Whether the user's code gives it another name than its class's, which is not known while compiling.</param>
    private sealed record Entry(string MetadataName, string Name, bool NamesItself, bool IsDefault);
}
