namespace Gan.Experiments.Runs;

/// <summary>A folder cannot be that of a run: it cannot be made, or nothing can be written to it.</summary>
internal sealed class UnusableFolderException(string path, Exception inner)
    : IOException($"{path} cannot be the folder of a run: {Reason(path, inner)} Free this path, or name another folder.", inner)
{
    private static string Reason(string path, Exception inner)
    {
        for (var place = Path.GetFullPath(path); place is not null; place = Path.GetDirectoryName(place))
        {
            if (File.Exists(place))
                return $"{place} is a file.";
        }

        return RunFailure.Text(inner);
    }
}
