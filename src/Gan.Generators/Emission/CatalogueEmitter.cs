using Gan.Generators.Declarations;

namespace Gan.Generators.Emission;

/// <summary>The list of an assembly's objectives: one property each, all of them, and a look-up by name.</summary>
internal static class CatalogueEmitter
{
    public static string Emit(CatalogueDeclaration catalogue, IEnumerable<ObjectiveDeclaration> objectives)
    {
        var listed = objectives
            .Where(objective => !objective.Type.IsGeneric
                && objective.Shape is { CanHaveAnotherPart: true, CanBeConstructed: true }
                && (objective.Type.IsPublic || !catalogue.Type.IsPublic))
            .OrderBy(static objective => objective.Type.MetadataName, StringComparer.Ordinal)
            .GroupBy(static objective => objective.Type.Self.Name).Select(static group => group.First())
            .ToArray();

        var writer = GeneratedFile.Begin(catalogue.Type.Namespace);
        GeneratedFile.WritePart(writer, catalogue.Type, GeneratedFile.GeneratedCodeAttribute, "", () =>
        {
            foreach (var objective in listed)
            {
                var type = objective.Type;
                // What carries a state from step to step is a new one for each who asks.
                var value = PenaltyStateEmitter.HasState(objective) ? "=> new();" : "{ get; } = new();";
                writer.Write($"/// <inheritdoc cref=\"{type.FullName}\"/>\npublic static {type.FullName} {type.Self.Name} {value}").Blank();
            }

            writer.Write($"""
                /// <summary>Every objective above, in the order of their names.</summary>
                public static {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.IGanObjective> All => [{string.Join(", ", listed.Select(static objective => objective.Type.Self.Name))}];

                /// <summary>The objective of that name, in whatever case; null where there is none.</summary>
                /// <param name="name">The name of a property above.</param>
                public static {TypeNames.Runtime}.IGanObjective? Find(string name)
                    => global::System.Linq.Enumerable.FirstOrDefault(All, objective => string.Equals(objective.Info.Name, name, global::System.StringComparison.OrdinalIgnoreCase));
                """);
        });
        return writer.ToString();
    }
}
