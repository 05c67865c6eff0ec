using System.Text;

namespace Licenses;

/// <summary>The page of licences, a row for each package.</summary>
internal static class LicensePage
{
    /// <summary>Where it is in the repository.</summary>
    public const string Path = "docs/licenses.md";

    // A package, or a version of it, is named where it comes in.
    private static readonly (string Heading, string Project)[] s_parts =
    [
        ("With GanDsl", "src/Gan.Runtime"),
        ("With GanDsl.Experiments", "src/Gan.Experiments"),
        ("With TorchSharp-cpu, which a program adds", "tools/Licenses"),
    ];

    /// <summary>The text of the page.</summary>
    /// <param name="repository">The folder of the repository.</param>
    public static string Of(string repository)
    {
        var page = new StringBuilder("""
            # Licences of GanDsl's dependencies

            GanDsl has the [MIT licence](../LICENSE). The tables list the packages that a project gets with it, and the licences that their authors state.
            `dotnet run --project tools/Licenses` generates this page.

            """.ReplaceLineEndings("\n"));
        var known = new HashSet<RestoredPackage>();
        foreach (var (heading, project) in s_parts)
        {
            page.Append($"\n## {heading}\n\n| package | version | licence | copyright |\n|---|---|---|---|\n");
            foreach (var package in RestoredPackage.Of(System.IO.Path.Combine(repository, project)).Where(package => known.Add(package)).OrderBy(static package => package.Id, StringComparer.OrdinalIgnoreCase))
                page.Append($"| {Cell(package.Id)} | {package.Version} | {Cell(package.License)} | {Cell(package.Copyright)} |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
}
