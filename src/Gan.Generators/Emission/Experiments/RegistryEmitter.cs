using Gan.Generators.Basics;
using Gan.Generators.Declarations.Experiments;

namespace Gan.Generators.Emission.Experiments;

/// <summary>A program's list of experiments, and the entry that runs them.</summary>
internal static class RegistryEmitter
{
    private const string Space = "Gan.Experiments";
    private const string Name = "GanExperiments";
    private const string Task = "global::System.Threading.Tasks.Task<int>";

    /// <summary>The file; null where there is nothing to list. One mistaken experiment leaves the entry, or each call of it would be one error more.</summary>
    public static GeneratedSource? Emit(EquatableArray<RegistryEntry> entries)
    {
        if (!entries.Any(static entry => entry.KnowsLibrary))
            return null;

        string[] listed = [.. entries.Where(static entry => entry.CanBeConstructed).OrderBy(static entry => entry.MetadataName, StringComparer.Ordinal).Select(static entry => $"    new {entry.FullName}(),")];
        var writer = GeneratedFile.Begin(Space, entries.SelectMany(static entry => entry.Silenced).Distinct());
        writer.Write("/// <summary>Runs the experiments of this program.</summary>").Write(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Open($"internal static class {Name}"))
        {
            writer.Write($"""
                /// <summary>Runs the command that the arguments name, with the experiments of this program: <c>return await {Name}.RunAsync(args);</c>.</summary>
                /// <param name="args">The arguments of the program.</param>
                /// <returns>The exit code: 0 for success, 1 for a failure, 2 for wrong arguments, 130 if Ctrl-C stopped the program.</returns>
                public static {Task} RunAsync(string[] args) => {TypeNames.Experiments}.ExperimentProgram.RunAsync(args,
                [
                {string.Join("\n", listed)}
                ], typeof({Name}).Assembly);
                """);
        }

        return new($"{Space}.{Name}-List.g.cs", writer.ToString());
    }
}
