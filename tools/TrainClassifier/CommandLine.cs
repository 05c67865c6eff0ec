using System.CommandLine;
using System.Globalization;
using Gan.Experiments;

namespace TrainClassifier;

/// <summary>The options and their checks. Exit codes: 0 done, 1 failed, 2 wrong options, 130 stopped by Ctrl-C.</summary>
internal static class CommandLine
{
    private const int Done = 0, Failed = 1, Wrong = 2, Stopped = 130;

    private static readonly ClassifierTrainingOptions s_defaults = new();
    private static readonly Option<string?> s_data = new("--data") { Description = "A folder with NAME-images-idx3-ubyte and NAME-labels-idx1-ubyte, plain or .gz (default: the repository's Fashion-MNIST)", HelpName = "folder" };
    private static readonly Option<string> s_out = new("--out")
    {
        Description = "The file for the weights",
        HelpName = "path",
        DefaultValueFactory = static _ => Path.Combine("out", "classifier.safetensors"),
        CustomParser = static result =>
        {
            var path = result.Tokens[0].Value;
            if (string.IsNullOrWhiteSpace(path) || Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
                result.AddError($"--out takes a file for the weights, not {(string.IsNullOrWhiteSpace(path) ? "an empty name" : $"the folder '{path}'")}.");
            return path;
        },
    };
    private static readonly Option<int> s_epochs = Number("--epochs", "Number of passes over the pictures", s_defaults.Epochs, 1);
    private static readonly Option<int> s_seed = Number("--seed", "The seed; the same seed gives the same file on the same machine", (int)s_defaults.Seed, 0);

    public static int Run(string[] arguments, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var command = new RootCommand("Trains a classifier for grey 28×28 pictures, whose features are used by metrics. Without options, it trains the classifier that Gan.Experiments contains, in a few minutes.")
        {
            s_data, s_out, s_epochs, s_seed,
        };
        command.SetAction(parsed =>
        {
            Train(parsed.GetValue(s_data), parsed.GetValue(s_out)!, s_defaults with { Epochs = parsed.GetValue(s_epochs), Seed = parsed.GetValue(s_seed) }, output, stop);
            return Done;
        });
        var result = command.Parse(arguments);
        if (result.Errors is [var error, ..])
            return Fail(errors, error.Message, Wrong);
        try
        {
            return result.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return Fail(errors, "stopped: no file was written.", Stopped);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return Fail(errors, exception.Message, Failed);
        }
    }

    private static void Train(string? folder, string path, ClassifierTrainingOptions options, TextWriter output, CancellationToken stop)
    {
        CheckWritable(path);
        using var data = folder is null ? new FashionMnist() : IdxFolder.Read(folder);
        using var classifier = ClassifierTraining.Train(data, options, Tell, stop);
        var training = classifier.Training;
        classifier.Save(path);
        output.WriteLine(path);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {training.Accuracy:f4} on the {training.HeldOut} held-out of {training.Trained + training.HeldOut} pictures"));

        void Tell(ClassifierEpoch epoch) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch.Epoch}/{options.Epochs}  loss {epoch.Loss:f4}  accuracy {epoch.Accuracy:f4}"));
    }

    // Before minutes of training, not after them. An older file stays as it is until the new one takes its place.
    private static void CheckWritable(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using (new FileStream($"{path}.check", FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
        {
        }
    }

    private static int Fail(TextWriter errors, string message, int code)
    {
        errors.WriteLine($"error: {message}");
        return code;
    }

    private static Option<int> Number(string name, string description, int value, int least) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least)
                result.AddError($"{name} takes a number of {least} or more, not '{result.Tokens[0].Value}'.");
            return number;
        },
    };
}
