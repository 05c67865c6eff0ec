using System.CommandLine;
using BenchmarkDotNet.Running;
using Gan.Runtime;
using static TorchSharp.torch;

namespace Gan.Benchmarks;

/// <summary>The reports, each a command. Whatever else is asked goes to BenchmarkDotNet.</summary>
internal static class CommandLine
{
    private static readonly Option<string[]> s_objectives = Names(
        "--objectives", LossCase.All.Select(static loss => loss.Name), LossCase.All.SelectMany(static loss => loss.Objectives).Select(static objective => objective.Info.Name));
    private static readonly Option<string[]> s_sizes = Names("--sizes", LogitSize.All.Select(static size => size.Name));
    private static readonly Option<string[]> s_pictures = Names("--pictures", StepSize.Usual, StepSize.All.Select(static size => size.Name));
    private static readonly Option<string[]> s_penalties = Names("--penalties", StepObjectives.Names);
    private static readonly Option<string> s_device = Device();
    private static readonly Option<int> s_rounds = Number("--rounds", "Number of samples of each measurement; the median is reported", 15);
    private static readonly Option<int> s_steps = Number("--steps", "Number of steps of the memory report", 20_000);
    private static readonly Option<bool> s_keepLargeBlocks = new("--keep-large-blocks") { Description = "Call MemoryAllocator.KeepLargeBlocks first" };

    public static int Run(string[] arguments)
    {
        var root = new RootCommand("Measures GanDsl. All other arguments go to BenchmarkDotNet.")
        {
            Report("losses", "Compare every loss of the catalogue with a hand-written one", PrintLosses, s_objectives, s_sizes, s_rounds, s_keepLargeBlocks, s_device),
            Report("last-layer", "Measure what a loss adds to the last layer of a discriminator", static parsed => LastLayer.Print(Losses(parsed), parsed.GetValue(s_rounds)), s_objectives, s_rounds),
            Report("kernels", "Compare the cost of a logit with a plain pass over memory", static parsed => KernelReport.Print(parsed.GetValue(s_rounds)), s_rounds, s_keepLargeBlocks),
            Report("steps", "Compare training steps with the tutorial's loop", PrintSteps, s_pictures, s_penalties, s_rounds, s_device),
            Report("devices", "Compare the results of a device with the CPU's in float64", CheckDevice, s_device),
            Report("memory", "Measure memory over many steps, and the allocations of a call", static parsed => MemoryReport.Print(parsed.GetValue(s_steps)), s_steps),
            Report("worst-formulas", "Measure the compiler with the most expensive formulas", static parsed => WorstFormulaReport.Print(parsed.GetValue(s_rounds)), s_rounds),
            Report("serve", "Measure what standard input requests, one request on each line", Serve, s_keepLargeBlocks),
        };
        if (arguments is [var first, ..] && !first.StartsWith('-') || arguments is ["--help" or "--version"])
            return root.Parse(arguments).Invoke();
        BenchmarkSwitcher.FromAssembly(typeof(CommandLine).Assembly).Run(arguments);
        return 0;
    }

    private static Command Report(string name, string description, Action<ParseResult> print, params IReadOnlyList<Option> options)
    {
        var command = new Command(name, description);
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            set_num_threads(1);
            if (options.Contains(s_device))
                BenchmarkDevice.Use(parsed.GetRequiredValue(s_device));
            if (options.Contains(s_keepLargeBlocks) && parsed.GetValue(s_keepLargeBlocks) && !MemoryAllocator.KeepLargeBlocks())
                throw new PlatformNotSupportedException("Large blocks can be kept only on Linux with glibc.");
            print(parsed);
        });
        return command;
    }

    private static void PrintLosses(ParseResult parsed) =>
        LossReport.Print(Losses(parsed), [.. parsed.GetRequiredValue(s_sizes).Select(LogitSize.Of)], parsed.GetValue(s_rounds));

    private static void PrintSteps(ParseResult parsed)
    {
        var (sizes, penalties, rounds) = (parsed.GetRequiredValue(s_pictures).Select(StepSize.Of).ToArray(), parsed.GetRequiredValue(s_penalties), parsed.GetValue(s_rounds));
        if (BenchmarkDevice.IsGpu)
            StepReport.PrintOnGpu(sizes, penalties, rounds);
        else
            StepReport.Print(sizes, penalties, rounds);
    }

    private static void CheckDevice(ParseResult parsed)
    {
        if (!DeviceReport.Print())
            throw new InvalidOperationException($"{BenchmarkDevice.Current} computes something different from the CPU.");
    }

    private static LossCase[] Losses(ParseResult parsed) => [.. parsed.GetRequiredValue(s_objectives).Select(LossCase.Of).Distinct()];

    private static void Serve(ParseResult parsed)
    {
        using var server = new Server(Console.In, Console.Out);
        server.Run();
    }

    private static Option<string[]> Names(string name, IEnumerable<string> all, IEnumerable<string>? known = null)
    {
        var option = new Option<string[]>(name) { HelpName = "names", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [.. all] };
        option.Description = $"Only these of {string.Join(", ", known ?? all)}";
        option.AcceptOnlyFromAmong([.. known ?? all]);
        return option;
    }

    private static Option<string> Device()
    {
        var option = new Option<string>("--device") { Description = "The device: cpu or cuda", HelpName = "name", DefaultValueFactory = static _ => BenchmarkDevice.Names[0] };
        option.AcceptOnlyFromAmong([.. BenchmarkDevice.Names]);
        return option;
    }

    private static Option<int> Number(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "number", DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError($"{name} must be at least 1.");
        });
        return option;
    }
}
