namespace Gan.Generators.Tests.Fuzzing;

/// <summary>
/// What mutations start from: the catalogue, the samples, what is published, and the declarations and formulas of the tests of generation.
/// They are copies, in the folder Corpus, so that an edit of the originals makes no other sample of a number.
/// </summary>
internal static class Seeds
{
    /// <summary>Sources of declarations, right and wrong.</summary>
    public static IReadOnlyList<string> Sources { get; } = Read("sources.txt", "\n----\n");

    /// <summary>Short texts beside them, most of them formulas.</summary>
    public static IReadOnlyList<string> Formulas { get; } = Read("formulas.txt", "\n");

    private static string[] Read(string file, string separator)
    {
        using var reader = new StreamReader(typeof(Seeds).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd().TrimEnd('\n').Split(separator);
    }
}
