using System.Text.RegularExpressions;
using Gan.Generators.Analyzers;
using Gan.Generators.Rules;
using Gan.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Rules;

/// <summary>Each diagnostic has a page that tells the truth of it: its example brings about the message it quotes, its fix none.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string s_pages = Path.Combine(Repository.Root, "docs", "diagnostics");

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(static descriptor => descriptor.Id)];

    /// <summary>Those that a source brings about: a fault of the compiler's own has no example.</summary>
    public static TheoryData<string> Mistakes => [.. Descriptors.All.Where(static descriptor => descriptor.Category != "Gan.Compiler").Select(static descriptor => descriptor.Id)];

    [Fact]
    public void Each_id_is_there_once()
        => Assert.Equal(Descriptors.All.Length, Descriptors.All.Select(static descriptor => descriptor.Id).Distinct().Count());

    [Fact]
    public void Each_page_has_its_diagnostic()
        => Assert.Equal(
            Descriptors.All.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal),
            Directory.GetFiles(s_pages, "GAN???.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    /// <summary>What MSBuild reports has a code of its own, and a page that is headed and listed like the others.</summary>
    [Fact]
    public void Each_message_of_the_build_has_a_page()
    {
        var code = string.Concat(((string[])["build", Path.Combine("src", "Gan.Runtime", "buildTransitive")])
            .SelectMany(static folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.*"))
            .Where(static path => Path.GetExtension(path) is ".targets" or ".cs").Select(File.ReadAllText));
        var ids = BuildId().Matches(code).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(ids, Directory.GetFiles(s_pages, "GAN*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Where(static id => BuildId().IsMatch(id)).Order(StringComparer.Ordinal));
        Assert.All(ids, static id =>
        {
            var head = BuildHead().Match(Read(id));
            Assert.True(head.Success && head.Groups["id"].Value == id, id);
            Assert.Contains($"| [{id}]({id}.md) | {head.Groups["severity"].Value} | {head.Groups["title"].Value} |\n", Read("README"), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_is_headed_as_the_diagnostic_is_declared(string id)
    {
        var descriptor = Find(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n\n{descriptor.DefaultSeverity} · category `{descriptor.Category}`{(descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? " · cannot be suppressed" : "")}\n", Read(id), StringComparison.Ordinal);
        Assert.Equal($"https://github.com/gandsl/gandsl/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
    }

    /// <summary>What is wrong, why it matters, what to write instead, and only then the proof.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_has_its_parts_in_order(string id)
    {
        string[] parts = Find(id).Category == "Gan.Compiler" ? ["Why", "Fix"] : ["Why", "Example", "Fix"];
        Assert.Equal(parts, Heading().Matches(Read(id)).Select(static match => match.Groups["name"].Value).Where(static name => name != "Background"));
        Assert.DoesNotContain("\n## ", Read(id).Split("\n## Background\n").Skip(1).SingleOrDefault("\n"), StringComparison.Ordinal);
        Assert.Matches("\n[^\n>#].*\n\n> .+\n\n## Why\n", Read(id));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_example_brings_about_the_message_and_the_fix_mends_it(string id)
    {
        var page = Read(id);
        // The theory has something to say of most examples: only its own pages ask it.
        var theory = Find(id).Category == "Gan.Theory" ? new TheoryAnalyzer() : null;
        var diagnostic = Assert.Single(AnalyzerTest.Analyze([CodeAfter("## Example", page), .. PartsOf(id)], also: theory));
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains($"\n> {diagnostic.GetMessage()}\n", page, StringComparison.Ordinal);
        Assert.Empty(AnalyzerTest.Analyze([CodeAfter("## Fix", page), .. PartsOf(id)], also: theory));
    }

    /// <summary>What the generator writes for a mistaken declaration brings no error of the compiler's own.</summary>
    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_message_stands_alone(string id)
    {
        GeneratorRun.Over(["global using Gan.Dsl;", CodeAfter("## Example", Read(id)), .. PartsOf(id)]);
        GeneratorRun.Over(["global using Gan.Dsl;", CodeAfter("## Fix", Read(id)), .. PartsOf(id)]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_and_the_release_notes_have_a_row(string id)
    {
        var descriptor = Find(id);
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title} |\n", File.ReadAllText(Path.Combine(s_pages, "README.md")), StringComparison.Ordinal);
        Assert.Contains($"\n{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | ", Releases(), StringComparison.Ordinal);
    }

    [Fact]
    public void Release_notes_and_index_name_no_other()
    {
        var known = Descriptors.All.Select(static descriptor => descriptor.Id).ToHashSet();
        var named = Id().Matches(Releases() + File.ReadAllText(Path.Combine(s_pages, "README.md"))).Select(static match => match.Value);
        Assert.Empty(named.Except(known));
    }

    private static DiagnosticDescriptor Find(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);

    private static string Read(string id) => File.ReadAllText(Path.Combine(s_pages, id + ".md"));

    /// <summary>The networks and the data that the pages of experiments share.</summary>
    private static string[] PartsOf(string id) => Find(id).Category == "Gan.Experiment" ? [CodeAfter("## The experiments", Read("README"))] : [];

    private static string Releases()
        => string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "src", "Gan.Generators"), "AnalyzerReleases.*.md").Select(File.ReadAllText));

    private static string CodeAfter(string heading, string page)
        => CodeBlock().Match(page, page.IndexOf("\n" + heading + "\n", StringComparison.Ordinal)).Groups["code"].Value;

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\bGAN(BUILD|LOAD)\d{3}\b")]
    private static partial Regex BuildId();

    [GeneratedRegex(@"^# (?<id>\w+): (?<title>.+)\n\n(?<severity>Error|Warning) · build\n\n[^\n>#].*\n\n> .+\n\n## Why\n(.*\n)+## Fix\n")]
    private static partial Regex BuildHead();

    [GeneratedRegex("^## (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\bGAN\d{3}\b")]
    private static partial Regex Id();
}
