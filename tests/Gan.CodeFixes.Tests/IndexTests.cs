using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Gan.CodeFixes.Tests;

public sealed partial class IndexTests
{
    [Fact]
    public void The_index_of_diagnostics_says_which_have_a_fix()
    {
        var index = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", "README.md"));
        var fixable = typeof(TextFixProvider).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);

        Assert.Equal(
            fixable.Distinct().Order(StringComparer.Ordinal),
            Id().Matches(index, index.IndexOf("\n## Code fixes\n", StringComparison.Ordinal)).Select(static match => match.Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\bGAN\d{3}\b")]
    private static partial Regex Id();
}
