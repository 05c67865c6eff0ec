using Gan.Generators.Declarations;
using Gan.Generators.Emission.Experiments;

namespace Gan.Generators.Emission;

/// <summary>The list of an assembly's objectives: one property each, all of them, and a look-up by name.</summary>
internal static class CatalogueEmitter
{
    /// <summary>The names of what it writes beside the objectives.</summary>
    public static readonly IReadOnlyList<string> Own = ["All", "Find"];

    public static string Emit(CatalogueDeclaration catalogue, IEnumerable<ObjectiveDeclaration> objectives)
    {
        var listed = objectives
            .Where(objective => !objective.Type.IsGeneric
                && objective is { CanBeUsed: true, Shape: { CanHaveAnotherPart: true, CanBeConstructed: true } }
                && (objective.Type.IsPublic || (objective.Type.IsReachable && !catalogue.Type.IsPublic)))
            .OrderBy(static objective => objective.Type.MetadataName, StringComparer.Ordinal)
            .ToArray();

        // Of several of one name the first has the property.
        var taken = TakenIn(catalogue, objectives);
        var named = listed.GroupBy(NameOf).Where(group => !taken.Contains(group.Key)).Select(static group => group.First()).ToArray();
        var writer = GeneratedFile.Begin(catalogue.Type.Namespace, listed.SelectMany(static objective => objective.Use.Ids).Distinct());
        GeneratedFile.WritePart(writer, catalogue.Type, "", "", () =>
        {
            foreach (var objective in named)
            {
                var type = objective.Type;
                // What carries a state from step to step is a new one for each who asks.
                var value = PenaltyStateEmitter.HasState(objective) ? "=> new();" : "{ get; } = new();";
                writer.Write($"/// <inheritdoc cref=\"{type.FullName}\"/>\npublic static {type.FullName} {type.Self.Name} {value}").Blank();
            }

            writer.Write($"""
                /// <summary>Gets every objective, in the order of their names.</summary>
                public static {TypeNames.ReadOnlyList}<{TypeNames.Runtime}.IGanObjective> All => [{string.Join(", ", listed.Select(objective => named.Contains(objective) ? objective.Type.Self.Name : $"new {objective.Type.FullName}()"))}];

                /// <summary>Returns the objective with a name.</summary>
                /// <param name="name">The name of an objective, in any case.</param>
                /// <returns>The objective, or <see langword="null"/> if no objective has the name.</returns>
                public static {TypeNames.Runtime}.IGanObjective? Find(string name)
                    => global::System.Linq.Enumerable.FirstOrDefault(All, objective => string.Equals(objective.Info.Name, name, global::System.StringComparison.OrdinalIgnoreCase));
                """);
        });
        return writer.ToString();
    }

    /// <summary>The names that no property can have: an objective of that name is listed without one.</summary>
    private static HashSet<string> TakenIn(CatalogueDeclaration catalogue, IEnumerable<ObjectiveDeclaration> objectives)
        =>
        [
            .. Own,
            .. typeof(object).GetMembers().Select(static member => member.Name),
            catalogue.Type.Self.Name.TrimStart('@'),
            .. catalogue.Shape.MemberNames,
            .. objectives.Where(objective => objective.Type.MetadataName == catalogue.Type.MetadataName).SelectMany(GeneratedMembers.NamesOf),
            .. catalogue.IsExperiment ? ExperimentEmitter.Members : [],
        ];

    private static string NameOf(ObjectiveDeclaration objective) => objective.Type.Self.Name.TrimStart('@');
}
