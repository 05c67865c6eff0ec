using System.Globalization;
using System.Text.RegularExpressions;
using Gan.Generators.Analyzers;
using Gan.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Tests.Published;

/// <summary>
/// What is published trains, so the compiler has nothing against it: each objective of the literature gets the messages that stand beside it, no more and no less.
/// </summary>
public sealed partial class PublishedObjectivesTests
{
    private static readonly IReadOnlyList<PublishedObjective> s_all = Literature.Objectives;

    // One compilation of all of them: what is said of each stands in its own file.
    private static readonly Lazy<ILookup<int, Diagnostic>> s_found = new(static () =>
        AnalyzerTest.Analyze([.. s_all.Select(static (objective, index) => objective.Declare($"Mine{index}"))], also: new TheoryAnalyzer())
            .ToLookup(static diagnostic => int.Parse(Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree!.FilePath), CultureInfo.InvariantCulture)));

    public static TheoryData<string> Names => [.. s_all.Select(static objective => objective.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_told_what_stands_beside_it_and_no_more(string name)
    {
        var index = s_all.TakeWhile(objective => objective.Name != name).Count();
        var found = s_found.Value[index];
        Assert.Equal(s_all[index].Expected, string.Join(" ", found.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)));
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Each_has_a_paper() => Assert.All(s_all, static objective => Assert.Matches(Paper(), objective.Source));

    /// <summary>A word that comes always says nothing. Saturation and exponentials are the known faults of known families; everything else is rare.</summary>
    [Fact]
    public void No_message_comes_always()
    {
        var counts = s_all.SelectMany(static objective => objective.Expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()).CountBy(static id => id).ToDictionary();
        Assert.All(counts, count => Assert.True(count.Value <= (count.Key is "GAN074" or "GAN020" ? s_all.Count / 8 : s_all.Count / 25), $"{count.Key} comes on {count.Value} of {s_all.Count}"));
        Assert.True(s_all.Count >= 140, $"{s_all.Count} objectives");
    }

    [GeneratedRegex(@"^([^;]+ (19|20)\d\d, arXiv \d{4}\.\d{4,5}(; )?)+$")]
    private static partial Regex Paper();
}
