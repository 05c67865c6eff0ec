using System.Reflection;
using System.Text;

namespace Gan.Generators.Tests.Published;

/// <summary>docs/literature.md is what the tests of the published objectives know. <c>GANDSL_ACCEPT=1 dotnet test</c> writes it again.</summary>
public sealed class LiteraturePageTests
{
    private static readonly Assembly[] s_assemblies = [typeof(Gan.Runtime.IGanObjective).Assembly, typeof(Gan.Experiments.Experiment).Assembly, Assembly.Load("Gan.Dsl")];

    [Fact]
    public void The_page_is_what_the_tests_know()
    {
        var path = Path.Combine(Repository.Root, "docs", "literature.md");
        var actual = Page();
        if (Environment.GetEnvironmentVariable("GANDSL_ACCEPT") == "1")
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>An entry that names an objective or a type names one that there is.</summary>
    [Fact]
    public void What_a_library_has_is_here()
        => Assert.All(Libraries.All.SelectMany(static library => library.Entries), static entry =>
        {
            if (entry.Objective is not null) Assert.Contains(Literature.Objectives, objective => objective.Name == entry.Objective);
            if (entry.Type is not null) Assert.True(s_assemblies.Any(assembly => assembly.GetType(entry.Type) is { IsPublic: true }), $"There is no {entry.Type}");
            Assert.True(entry.Objective is not null || entry.Type is not null || entry.Here.Length > 30);
        });

    private static string Page()
    {
        var page = new StringBuilder($"""
            # The literature

            This page lists {Literature.Objectives.Count} published objectives, as you declare them. Tests compile every declaration on this page, and compare both losses and their gradients with the formulas of the papers,
            which a separate program evaluated with 50 digits.

            - The column *Declaration* contains the attributes of the class. Where a declaration has hyperparameters, their properties follow.
            - The column *Catalogue* contains the property of `Objectives`, if the [catalogue](objectives.md) has the objective.
            - The column *Messages* contains what the compiler says about the declaration. No message is an error.

            """.ReplaceLineEndings("\n"));
        foreach (var (title, objectives) in Literature.Families)
        {
            page.Append($"\n## {title}\n\n| Objective | Source | Declaration | Catalogue | Messages |\n|---|---|---|---|---|\n");
            foreach (var objective in objectives)
                page.Append($"| {objective.Name} | {objective.Source} | {Code(objective)} | {(objective.Catalogue.Length > 0 ? $"`{objective.Catalogue}`" : "")} | {Messages(objective)} |\n");
        }

        page.Append("\n## Losses of Python libraries\n\nThis table contains the losses and regularizers of Python libraries, by their names there. Names in italics are objectives of the tables above.\n");
        foreach (var library in Libraries.All)
        {
            page.Append($"\n### {library.Name}\n\nRepository: [{library.Repository}](https://github.com/{library.Repository})\n\n| There | Here |\n|---|---|\n");
            foreach (var entry in library.Entries)
                page.Append($"| {entry.Name} | {entry.Here} |\n");
        }

        return page.ToString();
    }

    private static string Code(PublishedObjective objective)
        => $"`{objective.Attributes}`" + (objective.Members.Length > 0 ? $"<br>`{objective.Members}`" : "");

    private static string Messages(PublishedObjective objective)
        => string.Join(", ", objective.Expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(static id => $"[{id}](diagnostics/{id}.md)"));
}
