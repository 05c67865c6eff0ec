using System.Text.Json;
using Docs.Tests.Building;
using Gan.Runtime;

namespace Docs.Tests;

/// <summary>The projects that <c>dotnet new gan</c> makes, with each of its options, build without a word.</summary>
public sealed class TemplateTests
{
    private static readonly string s_templates = Path.Combine(Repository.Root, "templates");

    public static TheoryData<string, bool> Options
    {
        get
        {
            var all = new TheoryData<string, bool>();
            foreach (var kind in Kinds("gan", "objective"))
            {
                all.Add(kind, false);
                all.Add(kind, true);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void It_builds(string kind, bool images)
    {
        var build = Build(kind, images);
        Assert.True(!build.Problems.Any(), string.Join('\n', build.Problems));
    }

    [Fact]
    public void Each_option_is_another_objective()
    {
        var kinds = Kinds("gan", "objective");
        Assert.Equal(6, kinds.Select(static kind => ((IGanObjective)Activator.CreateInstance(Build(kind, images: false).Load().GetType("MyNamespace.MyObjective")!)!).Info)
            .Select(static info => info.DiscriminatorLoss.Text + info.GeneratorLoss.Text).Distinct().Count());
    }

    [Fact]
    public void Both_templates_know_the_same_objectives() => Assert.Equal(Kinds("gan", "objective"), Kinds("gan-objective", "kind"));

    private static Build Build(string kind, bool images)
    {
        string[] symbols = [SymbolOf(kind), .. images ? ["Images"] : Array.Empty<string>()];
        var sources = Directory.GetFiles(Path.Combine(s_templates, "gan", "MyGan"), "*.cs").Append(Path.Combine(s_templates, "gan-objective", "MyObjective.cs"));
        return Compiler.Build([.. sources.Select(path => Compiler.Parse(File.ReadAllText(path), path, symbols))]);
    }

    // A condition of the template's language cannot name an option as it is written at the prompt.
    private static string SymbolOf(string kind) => string.Concat(kind.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string[] Kinds(string template, string option)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_templates, template, ".template.config", "template.json")));
        return [.. json.RootElement.GetProperty("symbols").GetProperty(option).GetProperty("choices").EnumerateArray().Select(static choice => choice.GetProperty("choice").GetString()!)];
    }
}
