using System.Text.RegularExpressions;

namespace Gan.Generators.Tests.Architecture;

/// <summary>The folders of a project, and which of them use which, by the usings of their files.</summary>
internal sealed partial class SourceRooms
{
    public SourceRooms(List<string> names, IReadOnlyList<SourceFile> files) => (Names, Files) = (names, files);

    /// <summary>From the one that knows no other on.</summary>
    public List<string> Names { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>Each use of another room.</summary>
    public IEnumerable<(string From, string To, string Path)> Arrows =>
        from file in Files
        where file.Room is not null
        from used in file.Uses
        where used != file.Room
        select (file.Room, used, file.Path);

    /// <param name="folder">The project's folder, from the repository's root.</param>
    /// <param name="root">Its root namespace.</param>
    /// <param name="names">Its rooms; what lies in a folder within one belongs to it.</param>
    public static SourceRooms Of(string folder, string root, List<string> names)
    {
        var project = Path.Combine(Repository.Root, folder);
        return new(names, [.. PathsIn(project).Select(path => Read(path, File.ReadAllText(Path.Combine(project, path))))]);

        SourceFile Read(string path, string text)
        {
            var directory = Path.GetDirectoryName(path)!.Replace('\\', '/');
            var uses = Usings().Matches(text).Select(match => match.Groups[1].Value)
                .Where(used => used.StartsWith(root + ".", StringComparison.Ordinal))
                .Select(used => RoomOf(names, used[(root.Length + 1)..].Replace('.', '/')))
                .OfType<string>();
            return new(path, Namespace().Match(text).Groups[1].Value, directory.Length == 0 ? root : $"{root}.{directory.Replace('/', '.')}", RoomOf(names, directory), [.. uses.Distinct()]);
        }
    }

    /// <summary>The code files of a project, from its folder.</summary>
    public static IEnumerable<string> PathsIn(string project) => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(project, path).Replace('\\', '/'))
        .Where(static path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The innermost room that a folder lies in; null where it lies in none.</summary>
    public static string? RoomOf(IEnumerable<string> names, string directory) => names.Where(name => directory == name || directory.StartsWith(name + "/", StringComparison.Ordinal)).MaxBy(static name => name.Length);

    /// <summary>A graph in Mermaid's notation, without the arrows that others imply.</summary>
    public string Draw()
    {
        var arrows = Arrows.Select(static arrow => (arrow.From, arrow.To)).ToHashSet();
        var lines = from arrow in arrows
                    where !Names.Any(between => between != arrow.From && between != arrow.To && Reaches(arrow.From, between) && Reaches(between, arrow.To))
                    orderby Names.IndexOf(arrow.From) descending, Names.IndexOf(arrow.To) descending
                    select $"  {Id(arrow.From)}[\"{arrow.From}\"] --> {Id(arrow.To)}[\"{arrow.To}\"]\n";
        return $"```mermaid\ngraph TD\n{string.Concat(lines)}```\n";

        bool Reaches(string from, string to) => arrows.Contains((from, to)) || Names.Any(between => Names.IndexOf(between) < Names.IndexOf(from) && arrows.Contains((from, between)) && Reaches(between, to));

        static string Id(string name) => name.Replace('/', '_');
    }

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}

/// <param name="Path">From the project's folder.</param>
/// <param name="Namespace">The one it declares.</param>
/// <param name="Expected">The one of its folder.</param>
/// <param name="Room">Null where it lies in none.</param>
/// <param name="Uses">The rooms whose namespaces it names.</param>
internal sealed record SourceFile(string Path, string Namespace, string Expected, string? Room, IReadOnlyList<string> Uses);
