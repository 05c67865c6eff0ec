using System.CommandLine;
using System.Reflection;
using Gan.Experiments.Atlas;
using Gan.Runtime;
using Spectre.Console;

namespace Gan.Experiments.Commands;

/// <summary>The command that shows what objectives do.</summary>
internal static class AtlasCommand
{
    /// <param name="program">The program's assembly, whose objectives it knows beside the catalogue's.</param>
    /// <param name="console">Where the summary goes.</param>
    /// <param name="stop">Ends it.</param>
    public static Command Of(Assembly program, IAnsiConsole console, CancellationToken stop)
    {
        var names = new Argument<string[]>("NAME") { Description = "Objectives, by the names of their classes (default: all of the program and of the catalogue)", Arity = ArgumentArity.ZeroOrMore };
        names.Validators.Add(ArgumentChecks.RefuseOptions);
        var folder = new Option<string>("--out") { Description = "The folder of the atlas", HelpName = "path", DefaultValueFactory = static _ => Path.Combine("out", "atlas") };
        folder.Validators.Add(ArgumentChecks.RefuseEmpty);
        var mixtures = new Option<bool>("--mixtures") { Description = "Also train each objective on a ring of 8 Gaussians and on a grid of 25, five times each: about a minute an objective" };
        var command = new Command("atlas", HelpTexts.Atlas) { names, folder, mixtures };
        command.SetAction(parsed =>
        {
            var wanted = Wanted(AtlasObjectives.Of(program), parsed.GetValue(names) ?? []);
            try
            {
                var result = AtlasMeasure.Of(wanted, parsed.GetValue(mixtures), console.WriteLine, stop);
                var page = Task.Run(() => ObjectiveAtlas.Write(result, parsed.GetValue(folder)!));
                console.Write(AtlasTable.Of(result));
                console.WriteLine(page.GetAwaiter().GetResult());
                return ExitCodes.Done;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return ExitCodes.Stopped;
            }
        });
        return command;
    }

    private static IReadOnlyList<IGanObjective> Wanted(IReadOnlyList<IGanObjective> all, string[] names) => names.Length == 0 ? all :
        [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => all.FirstOrDefault(objective => AtlasObjectives.NameOf(objective).Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"There is no objective {name}. There are {string.Join(", ", all.Select(AtlasObjectives.NameOf))}."))];
}
