using System.CommandLine;
using System.Reflection;
using Spectre.Console;

namespace Gan.Experiments;

/// <summary>The commands: list, run, resume, compare, report; without one, run of the default experiment.</summary>
internal sealed class ExperimentCommands(IReadOnlyList<Experiment> experiments, Assembly code, IAnsiConsole console, TextWriter errors, CancellationToken stop)
{
    private const int Done = 0, Failed = 1, Wrong = 2, Stopped = 130;

    private readonly RunOptions options = new();
    private readonly RunOptions rootOptions = new();

    public int Run(string[] arguments)
    {
        var root = new RootCommand("Trains and compares GAN objectives. Without a command the default experiment runs. Ctrl-C stops a run with a checkpoint; `resume` goes on from it to the bit.")
        {
            List(), RunCommand(), Resume(), Compare(), Report(),
        };
        rootOptions.AddTo(root);
        root.SetAction(parsed => Execute([Default()], rootOptions, parsed, sweep: false, parallel: 1));
        var result = root.Parse(arguments);
        if (result.Errors is [var error, ..])
            return Fail(error.Message, Wrong);
        try
        {
            return result.Invoke(new InvocationConfiguration { Output = console.Profile.Out.Writer, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException exception)
        {
            return Fail(exception.Message, Wrong);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Fail(exception.Message, Failed);
        }
    }

    private Command List()
    {
        var command = new Command("list", "The experiments of this program: objective, data, steps and sweep");
        command.SetAction(_ =>
        {
            console.Write(ExperimentTable.Of(experiments));
            return Done;
        });
        return command;
    }

    private Command RunCommand()
    {
        var names = new Argument<string[]>("NAME") { Description = "Experiments, by name (default: the default one)", Arity = ArgumentArity.ZeroOrMore };
        names.Validators.Add(static result =>
        {
            if (result.Tokens.FirstOrDefault(static token => token.Value.StartsWith('-')) is { } option)
                result.AddError($"Unrecognized command or argument '{option.Value}'.");
        });
        var sweep = new Option<bool>("--sweep") { Description = "Run every combination of the experiment's sweeps, and compare them" };
        var parallel = new Option<int>("--parallel") { Description = "Runs at a time, each in a process of its own", HelpName = "n", DefaultValueFactory = static _ => 1 };
        parallel.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var n) || n < 1))
                result.AddError($"--parallel takes a number from 1 on, not '{result.Tokens[0].Value}'.");
        });
        var command = new Command("run", "Run experiments") { names, sweep, parallel };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(names) is { Length: > 0 } given ? given.Select(Find).ToArray() : [Default()];
            return Execute(wanted, options, parsed, parsed.GetValue(sweep), parsed.GetValue(parallel));
        });
        return command;
    }

    private Command Resume()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of a run" };
        var steps = new RunOptions().Steps;
        var command = new Command("resume", "Go on with a run that was stopped or killed, from its last whole checkpoint") { directory, steps };
        command.SetAction(parsed =>
        {
            var folder = new RunFolder(parsed.GetValue(directory)!);
            var experiment = Find(folder.ReadRecord().Experiment);
            return CodeOf([new RunSession(experiment, folder, code, console).Resume(parsed.GetValue(steps), stop)]);
        });
        return command;
    }

    private Command Compare()
    {
        var directories = new Argument<string[]>("DIR") { Description = "Folders of runs", Arity = ArgumentArity.OneOrMore };
        var path = new Option<string>("--out") { Description = "The page", HelpName = "path", DefaultValueFactory = static _ => "comparison.html" };
        var command = new Command("compare", "Compare runs: a table here, and a page with plots and samples") { directories, path };
        command.SetAction(parsed => ShowComparison([.. parsed.GetValue(directories)!.Select(static directory => new RunFolder(directory))], parsed.GetValue(path)!));
        return command;
    }

    private Command Report()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of a run" };
        var command = new Command("report", "Write the page of a run anew") { directory };
        command.SetAction(parsed =>
        {
            var folder = new RunFolder(parsed.GetValue(directory)!);
            HtmlReport.Write(folder);
            console.WriteLine(folder.ReportPath);
            return Done;
        });
        return command;
    }

    private int Execute(IReadOnlyList<Experiment> wanted, RunOptions given, ParseResult parsed, bool sweep, int parallel)
    {
        var threads = parsed.GetValue(given.Threads) ?? 1;
        var set = parsed.GetValue(given.Set)!;
        var plans = wanted.SelectMany(experiment => sweep
            ? RunPlan.SweepOf(experiment, given.SettingsOf(experiment, parsed), threads)
            : [new RunPlan(experiment.Name, given.SettingsOf(experiment, parsed), Checked(experiment, set), threads)]).ToArray();
        var givenFolder = parsed.GetValue(given.Out);
        string FolderOf(RunPlan plan) => plans.Length == 1 ? givenFolder ?? Path.Combine("out", plan.Name) : Path.Combine(givenFolder ?? "out", plan.Name);
        RunRecord[] records = parallel > 1 && plans.Length > 1
            ? new ParallelRuns(console, parallel).Run(plans, FolderOf, stop)
            : [.. plans.TakeWhile(_ => !stop.IsCancellationRequested).Select(plan => new RunSession(Find(plan.Experiment), new RunFolder(FolderOf(plan)), code, console).Start(plan, stop))];
        var result = CodeOf(records);
        if (plans.Length > 1 && result == Done)
            ShowComparison([.. plans.Select(plan => new RunFolder(FolderOf(plan)))], Path.Combine(givenFolder ?? "out", "comparison.html"));
        return result;
    }

    private int ShowComparison(IReadOnlyList<RunFolder> folders, string path)
    {
        console.Write(ConsoleRunTable.Of([.. folders.Select(static folder => folder.ReadRecord())]));
        HtmlReport.WriteComparison(folders, path);
        console.WriteLine(path);
        return Done;
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
        ?? throw new UsageException($"There is no experiment {name}. There are {string.Join(", ", experiments.Select(static experiment => experiment.Name))}.");

    private static int CodeOf(RunRecord[] records) =>
        records.Any(static record => record.Status == RunStatus.Failed) ? Failed : records.Length == 0 || records.Any(static record => record.Status == RunStatus.Stopped) ? Stopped : Done;

    private int Fail(string message, int exitCode)
    {
        errors.WriteLine($"error: {message}");
        return exitCode;
    }
}
