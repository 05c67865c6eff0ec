using System.Text.RegularExpressions;

namespace Docs.Tests.Blocks;

/// <summary>The pages of the repository, and the blocks of C# on them.</summary>
public static partial class Pages
{
    /// <summary>From the repository's root, with slashes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "README.md",
        "src/Gan.Runtime/README.md",
        "src/Gan.Experiments/README.md",
        .. new[] { "docs", "samples", "benchmarks", "data", "tests/Docs.Tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories))
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<CodeBlock> Blocks { get; } = [.. All.SelectMany(BlocksOf)];

    public static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");

    public static IEnumerable<CodeBlock> BlocksOf(string page)
    {
        var lines = Read(page).Split('\n');
        var (heading, remarks) = ("", new Dictionary<string, string>());
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                var fence = i;
                while (lines[++i] != "```")
                {
                }

                if (line == "```csharp")
                    yield return new(page, fence + 1, heading, string.Join('\n', lines[(fence + 1)..i]) + "\n", remarks);
                remarks = [];
            }
            else if (Remark().Match(line) is { Success: true } remark)
            {
                remarks.Add(remark.Groups["name"].Value, remark.Groups["value"].Value);
            }
            else if (line.StartsWith('#'))
            {
                (heading, remarks) = (line.TrimStart('#', ' '), []);
            }
            else if (line.Length > 0)
            {
                remarks = [];
            }
        }
    }

    [GeneratedRegex("^<!-- (?<name>[a-z ]+): (?<value>.+) -->$")]
    private static partial Regex Remark();
}
