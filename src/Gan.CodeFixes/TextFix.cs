using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>One way to mend one diagnostic.</summary>
/// <param name="Key">The same for all diagnostics that a fix-all mends in this way.</param>
internal sealed record TextFix(string Title, string Key, IReadOnlyList<TextChange> Changes)
{
    public TextFix(string title, params TextChange[] changes)
        : this(title, title, changes)
    {
    }
}
