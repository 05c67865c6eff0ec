using System.CommandLine;
using System.Reflection;
using Gan.Experiments.Commands.Progress;
using Gan.Experiments.Commands.Screen;
using Gan.Experiments.Reports;
using Gan.Experiments.Runs;
using Gan.Runtime;
using Spectre.Console;

namespace Gan.Experiments.Commands;

/// <summary>The commands: list, run, resume, compare, report, atlas, explain; without one, run of the default experiment.</summary>
internal sealed class ExperimentCommands(IReadOnlyList<Experiment> experiments, Assembly code, IAnsiConsole console, TextWriter errors, CancellationToken stop)
{
    private readonly RunOptions options = new();
    private readonly RunOptions rootOptions = new();

    public int Run(string[] arguments)
    {
        var root = new RootCommand(HelpTexts.Program)
        {
            List(), RunCommand(), Resume(), Compare(), Report(), AtlasCommand.Of(code, console, stop), Explain(),
        };
        rootOptions.AddTo(root);
        root.Options.OfType<VersionOption>().Single().Action = new ShowVersion(code);
        root.SetAction(parsed => Execute([Default()], rootOptions, parsed));
        var result = root.Parse(arguments);
        if (result.Errors is [var error, ..])
            return Fail(error.Message, ExitCodes.Wrong);
        try
        {
            ArgumentChecks.RefuseBeforeCommand(result, rootOptions);
            // A program that `dotnet run` has not started has no settings of the allocator.
            MemoryAllocator.KeepLargeBlocks();
            return result.Invoke(new InvocationConfiguration { Output = console.Profile.Out.Writer, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException exception)
        {
            return Fail(exception.Message, ExitCodes.Wrong);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or WrongBackendException)
        {
            return Fail(RunFailure.Text(exception), ExitCodes.Failed);
        }
    }

    private Command List()
    {
        var command = new Command("list", "List the experiments of this program, with objective, data, steps and sweep");
        command.SetAction(_ =>
        {
            console.Write(ExperimentTable.Of(experiments));
            return console.Profile.Out.Writer is ScreenWriter { IsLost: true } ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }

    private Command RunCommand()
    {
        var names = new Argument<string[]>("NAME") { Description = "Names of experiments (default: the default experiment)", Arity = ArgumentArity.ZeroOrMore };
        names.Validators.Add(ArgumentChecks.RefuseOptions);
        var sweep = new Option<bool>("--sweep") { Description = "Run every combination of the experiment's sweeps, and compare them" };
        var parallel = RunOptions.Number("--parallel", "Number of runs at a time, each in its own process (default 1)", 1);
        var child = new Option<string?>(RunProcess.ChildOption) { Hidden = true };
        var command = new Command("run", HelpTexts.Run) { names, sweep, parallel, child };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(names) is { Length: > 0 } given ? given.Select(Find).Distinct().ToArray() : [Default()];
            return Execute(wanted, options, parsed, parsed.GetValue(sweep), parsed.GetValue(parallel) ?? 1, parsed.GetValue(child));
        });
        return command;
    }

    private Command Resume()
    {
        var directory = DirectoryOfRun();
        var steps = new RunOptions().Steps;
        var command = new Command("resume", HelpTexts.Resume) { directory, steps };
        command.SetAction(parsed =>
        {
            var folder = new RunFolder(parsed.GetValue(directory)!);
            var experiment = Find(folder.ReadRecord().Experiment);
            var board = BoardOf(child: null);
            return ExitCodes.Of([board.While(() => new RunSession(experiment, folder, code, board).Resume(parsed.GetValue(steps), stop))], wanted: 1);
        });
        return command;
    }

    private Command Compare()
    {
        var directories = new Argument<string[]>("DIR") { Description = "Folders of runs", Arity = ArgumentArity.OneOrMore };
        directories.Validators.Add(ArgumentChecks.RefuseOptions);
        var path = new Option<string>("--out") { Description = "The file to write the page to", HelpName = "path", DefaultValueFactory = static _ => "comparison.html" };
        path.Validators.Add(ArgumentChecks.RefuseEmpty);
        var command = new Command("compare", "Compare runs: print a table, and write a page with plots and samples") { directories, path };
        command.SetAction(parsed => ShowComparison([.. parsed.GetValue(directories)!.Select(static directory => new RunFolder(directory))], parsed.GetValue(path)!));
        return command;
    }

    private Command Report()
    {
        var directory = DirectoryOfRun();
        var command = new Command("report", "Write the page of a run again") { directory };
        command.SetAction(parsed =>
        {
            var folder = new RunFolder(parsed.GetValue(directory)!);
            foreach (var damage in HtmlReport.WriteWhole(folder))
                console.WriteLine($"note: {damage}");
            console.WriteLine(folder.ReportPath);
            return ExitCodes.Done;
        });
        return command;
    }

    private Command Explain()
    {
        var id = new Argument<string?>("ID") { Description = "The id of a message, such as GAN073 or GANBUILD002 (default: list all messages)", Arity = ArgumentArity.ZeroOrOne };
        id.Validators.Add(ArgumentChecks.RefuseOptions);
        var command = new Command("explain", "Explain a message of the compiler or of the build: what is wrong, why it matters, and the fix") { id };
        command.SetAction(parsed =>
        {
            console.Profile.Out.Writer.WriteLine(parsed.GetValue(id) is { } given ? DiagnosticPages.Of(given) : DiagnosticPages.Titles);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Argument<string> DirectoryOfRun()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of a run" };
        directory.Validators.Add(ArgumentChecks.RefuseOptions);
        return directory;
    }

    private int Execute(IReadOnlyList<Experiment> wanted, RunOptions given, ParseResult parsed, bool sweep = false, int parallel = 1, string? child = null)
    {
        var threads = parsed.GetValue(given.Threads) ?? 1;
        var set = parsed.GetValue(given.Set)!;
        if (sweep && set.Count > 0)
            throw new UsageException("--sweep runs all values and --set runs one: use only one of the two.");
        var plans = wanted.SelectMany(experiment => sweep
            ? RunPlan.SweepOf(experiment, given.SettingsOf(experiment, parsed), threads)
            : [new RunPlan(experiment.Name, given.SettingsOf(experiment, parsed), Checked(experiment, set), threads)]).ToArray();
        var batch = new RunBatch(plans, parsed.GetValue(given.Out), Find, code, BoardOf(child));
        var records = batch.Run(parallel, child is null ? stop : ParentWatch.Join(stop));
        batch.Compare(records, console);
        return ExitCodes.Of(records, plans.Length);
    }

    private RunBoard BoardOf(string? child) => child is null
        ? new(console, console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi)
        : new(console, child == RunProcess.Live, RunBoard.ChildMark);

    private int ShowComparison(IReadOnlyList<RunFolder> folders, string path)
    {
        if (Directory.Exists(path))
            throw new UsageException($"{path} is a folder, but --out takes the path of a file, such as {Path.Combine(path, "comparison.html")}.");
        console.Write(ConsoleRunTable.Of([.. folders.Select(static folder => folder.ReadRecord())], RunLabels.Of(folders)));
        foreach (var damage in HtmlReport.WriteWhole(folders, path))
            console.WriteLine($"note: {damage}");
        console.WriteLine(path);
        return ExitCodes.Done;
    }

    private static IReadOnlyDictionary<string, double> Checked(Experiment experiment, IReadOnlyDictionary<string, double> set)
    {
        foreach (var name in set.Keys.Where(name => experiment.Sweeps.All(sweep => sweep.Hyperparameter != name)))
            throw new UsageException($"{experiment.Name} has no swept hyperparameter {name}: it has {(experiment.Sweeps.Count == 0 ? "none" : string.Join(", ", experiment.Sweeps.Select(static sweep => sweep.Hyperparameter)))}.");
        return set;
    }

    private Experiment Default() => experiments.FirstOrDefault(static experiment => experiment.IsDefault) ?? experiments.OrderBy(static experiment => experiment.Name, StringComparer.Ordinal).FirstOrDefault()
        ?? throw new UsageException("This program has no experiment.");

    private Experiment Find(string name) => experiments.FirstOrDefault(experiment => experiment.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"There is no experiment {name}. The experiments are {string.Join(", ", experiments.Select(static experiment => experiment.Name))}.");

    private int Fail(string message, int exitCode)
    {
        errors.WriteLine($"error: {message}");
        return exitCode;
    }
}
