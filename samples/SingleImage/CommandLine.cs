using System.CommandLine;
using System.Globalization;
using Gan.Experiments;
using Gan.Runtime;

namespace SingleImage;

/// <summary>The options and their checks. Exit codes: 0 done, 1 failed, 2 wrong options, 130 stopped by Ctrl-C.</summary>
internal static class CommandLine
{
    private static readonly Option<int> Steps = Number("--steps", "Number of training steps at each scale", 400, 1, 1_000_000);
    private static readonly Option<int> Seed = Number("--seed", "The seed; the same seed gives the same run", 1, 0, int.MaxValue);
    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder to write pictures and numbers to",
        HelpName = "path",
        DefaultValueFactory = _ => Path.Combine("out", "single-image"),
        CustomParser = static result =>
        {
            if (string.IsNullOrWhiteSpace(result.Tokens[0].Value))
                result.AddError("--out takes a folder, not an empty name.");
            return result.Tokens[0].Value;
        },
    };

    public static int Run(string[] arguments, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var command = new RootCommand("Trains a small SinGAN on one photograph, from coarse to fine scales. Ctrl-C stops it: the results so far are written, and the exit code is 130.")
        {
            Steps, Seed, Out,
        };
        command.SetAction(parsed =>
        {
            MemoryAllocator.KeepLargeBlocks();
            SingleImage.Run.Execute(new Settings(parsed.GetValue(Steps), parsed.GetValue(Seed), parsed.GetValue(Out)!), output, stop);
            return stop.IsCancellationRequested ? 130 : 0;
        });
        var result = command.Parse(arguments);
        if (result.Errors is [var error, ..])
            return Fail(errors, error.Message, 2);
        try
        {
            return result.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or DivergedException)
        {
            return Fail(errors, exception.Message, 1);
        }
    }

    private static int Fail(TextWriter errors, string message, int code)
    {
        errors.WriteLine($"error: {message}");
        return code;
    }

    private static Option<int> Number(string name, string description, int value, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
                result.AddError($"{name} takes a number from {min} to {max}, not '{result.Tokens[0].Value}'.");
            return number;
        },
    };
}
