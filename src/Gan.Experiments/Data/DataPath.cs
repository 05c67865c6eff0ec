namespace Gan.Experiments.Data;

/// <summary>Finds the files of data sets: relative to the program's folder first, then to the current one.</summary>
internal static class DataPath
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string OfFile(string path, string parameterName) =>
        Find(path, parameterName, File.Exists) ?? throw new FileNotFoundException(Missing("file", path), path);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string OfFolder(string path, string parameterName) =>
        Find(path, parameterName, Directory.Exists) ?? throw new DirectoryNotFoundException(Missing("folder", path));

    private static string? Find(string path, string parameterName, Func<string, bool> exists)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path, parameterName);
        return Candidates(path).FirstOrDefault(exists);
    }

    // A rooted path stays as it is, whatever it is combined with.
    private static IEnumerable<string> Candidates(string path) =>
        new[] { Path.GetFullPath(path, AppContext.BaseDirectory), Path.GetFullPath(path) }.Distinct(StringComparer.Ordinal);

    private static string Missing(string kind, string path) =>
        $"There is no {kind} {string.Join(" or ", Candidates(path))}. "
        + "A relative path is searched in the program's folder first, and then in the current folder. Copy the data to one of them, or give a full path.";
}
