using Gan.Generators.Basics;

namespace Gan.Generators.Declarations.Experiments;

/// <summary>What a program's list says of one experiment: an edit of its settings leaves the list as it is.</summary>
/// <param name="KnowsLibrary">Whether the compilation has the class that runs experiments.</param>
/// <param name="Silenced">The warnings of its own that its use brings.</param>
internal sealed record RegistryEntry(string FullName, string MetadataName, bool CanBeConstructed, bool KnowsLibrary, EquatableArray<string> Silenced)
{
    public static RegistryEntry Of(ExperimentDeclaration experiment)
        => new(experiment.Type.FullName, experiment.Type.MetadataName, experiment.CanBeConstructed && experiment.Use.Forbidden.Count == 0, experiment.KnowsLibrary, experiment.Use.Ids);
}
