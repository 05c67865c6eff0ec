using System.Globalization;
using Gan.Experiments.Files;
using Gan.Runtime;

namespace Gan.Experiments.Runs;

/// <summary>Makes one message of what went wrong in a run: what, where, what to do. The whole error goes to a file.</summary>
internal static class RunFailure
{
    /// <summary>A run's record as failed, written to its folder with the error.</summary>
    /// <param name="folder">The run's.</param>
    /// <param name="record">What the run was.</param>
    /// <param name="doing">What it was doing, as a message begins.</param>
    /// <param name="lastGood">Its last good checkpoint; null: it has none.</param>
    /// <param name="exception">What was thrown.</param>
    public static RunRecord Write(RunFolder folder, RunRecord record, string doing, string? lastGood, Exception exception)
    {
        var checkpoint = lastGood is null ? "There is no checkpoint before it" : $"The last good checkpoint is {Path.GetFileName(lastGood)}";
        var message = exception is DivergedException ? $"{exception.Message} {checkpoint}." : $"{doing} failed: {Text(exception)} {checkpoint}. Fix the cause, then run `resume {folder.Path}`.";
        try
        {
            Directory.CreateDirectory(folder.Path);
            AtomicFile.Write(folder.ErrorPath, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(exception + "\n")));
            record = record with { Status = RunStatus.Failed, Failure = $"{message} The complete error is in {folder.ErrorPath}." };
            folder.Write(record);
            return record;
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            // That nothing can be written there has been said.
            if (exception is UnusableFolderException)
                return record with { Status = RunStatus.Failed, Failure = $"{doing} failed: {exception.Message}" };
            return record with { Status = RunStatus.Failed, Failure = $"{message} This message could not be written to the folder either: {Text(second)}" };
        }
    }

    /// <summary>The line of an error that says what is wrong: libtorch adds a list of its functions, .NET the parameter's name and value.</summary>
    public static string Text(Exception exception)
    {
        var line = exception.Message.Split('\n')[0].Trim();
        if (exception is ArgumentException { ParamName: { } name })
            line = line.Replace(string.Create(CultureInfo.InvariantCulture, $" (Parameter '{name}')"), "", StringComparison.Ordinal);
        var sentence = line.EndsWith('.') ? line : line + ".";
        // The messages of these are written for whoever runs a training; another's mean little without its type.
        return exception is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException or WrongBackendException ? sentence : $"{exception.GetType().Name}: {sentence}";
    }
}
