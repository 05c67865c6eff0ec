using System.Text.RegularExpressions;
using Docs.Tests.Blocks;

namespace Docs.Tests;

/// <summary>The pages are in plain English, as on Microsoft Learn: turns of phrase that a reader has to take apart are found here.</summary>
public sealed partial class ProseTests
{
    public static TheoryData<string> All =>
    [
        .. Pages.All,
        .. new[] { "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "templates/README.md", "templates/gan/README.md" },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_page_is_plain(string page)
    {
        var prose = Fence().Replace(Pages.Read(page), "");
        Assert.Empty(Riddle().Matches(prose).Select(match => $"{page}: …{prose[Math.Max(0, match.Index - 30)..match.Index]}[{match.Value}]"));
    }

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    // An inversion ("Of contiguous logits …"), "is no X" for "is not an X", "or say X = Y" for "declare", and words that have gone out of use.
    [GeneratedRegex(@"(?:^|[.;:] )Of (?!these|them|the )|(?<![Tt]here )\b(?:is|are|was) no (?!longer|more)|\b(?:or|but|and) say [A-Z`]|\banew\b|\b(?:mends?|mended)\b|\bin the place of\b|\bgoes on (?:with|from)\b|\bwhatever else\b", RegexOptions.Multiline)]
    private static partial Regex Riddle();
}
