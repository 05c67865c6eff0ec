using System.CommandLine;
using System.CommandLine.Parsing;
using Gan.Runtime;
using Spectre.Console;

namespace FashionGan;

/// <summary>The options and their checks. Exit codes: 0 done, 1 failed, 2 wrong options, 130 stopped by Ctrl-C.</summary>
internal static class CommandLine
{
    private static readonly IReadOnlyList<IGanObjective> Objectives = [new FashionObjective(), .. Gan.Runtime.Objectives.All];

    private static readonly Option<IGanObjective> Objective = new("--objective")
    {
        Description = $"The loss: {Objectives[0].Info.Name} (declared in this sample, the default) or one of {string.Join(", ", Objectives.Skip(1).Select(o => o.Info.Name))}",
        HelpName = "name",
        CustomParser = Find,
    };

    private static readonly Option<int> Steps = Number("--steps", "Training steps", 3000, 1, 10_000_000);
    private static readonly Option<int> Batch = Number("--batch", "Images a step", 32, 1, 4096);
    private static readonly Option<int> Seed = Number("--seed", "Seed of the run: the same seed and threads give the same run", 1, 0, int.MaxValue);
    private static readonly Option<int> Threads = Number("--threads", "Threads of the tensor library", Math.Min(2, Environment.ProcessorCount), 1, 256);
    private static readonly Option<string> Data = new("--data") { Description = "A gzipped IDX file of 28×28 images, instead of the shipped one", HelpName = "path" };
    private static readonly Option<string> Out = new("--out") { Description = "The folder for the pictures and numbers", HelpName = "path", DefaultValueFactory = _ => Path.Combine("out", "fashion-gan") };

    public static int Run(string[] arguments, IAnsiConsole console, TextWriter errors, CancellationToken stop)
    {
        var command = new RootCommand("Trains a small GAN on Fashion-MNIST and draws clothes. Ctrl-C stops it; what there is is still written, and the exit code is 130.")
        {
            Objective, Steps, Batch, Seed, Threads, Data, Out,
        };
        command.SetAction(parsed => Train(parsed, console, stop));
        var result = command.Parse(arguments);
        if (result.Errors is [var error, ..])
            return Fail(errors, error.Message, 2);
        try
        {
            return result.Invoke(new InvocationConfiguration { Output = console.Profile.Out.Writer, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Fail(errors, exception.Message, 1);
        }
    }

    private static int Train(ParseResult parsed, IAnsiConsole console, CancellationToken stop)
    {
        FashionGan.Run.Execute(
            new Settings(
                parsed.GetValue(Objective) ?? Objectives[0], parsed.GetValue(Steps), parsed.GetValue(Batch), parsed.GetValue(Seed), parsed.GetValue(Threads),
                parsed.GetValue(Data) ?? FashionMnist.ShippedPath, parsed.GetValue(Out)!),
            console,
            stop);
        return stop.IsCancellationRequested ? 130 : 0;
    }

    private static int Fail(TextWriter errors, string message, int code)
    {
        errors.WriteLine($"error: {message}");
        return code;
    }

    private static IGanObjective? Find(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        var found = Objectives.FirstOrDefault(objective => objective.Info.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
            result.AddError($"--objective '{name}' is not known. Known are {string.Join(", ", Objectives.Select(o => o.Info.Name))}.");
        return found;
    }

    private static Option<int> Number(string name, string description, int value, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, out var number) || number < min || number > max)
                result.AddError($"{name} takes a number from {min} to {max}, not '{result.Tokens[0].Value}'.");
            return number;
        },
    };
}
