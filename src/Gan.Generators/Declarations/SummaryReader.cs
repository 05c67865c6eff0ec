using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Declarations;

/// <summary>Whether a type's own documentation has a summary: two of them, one in each part, would be shown as one text.</summary>
internal static class SummaryReader
{
    private static readonly string[] s_summaries = ["<summary", "<inheritdoc", "<include"];

    public static bool HasSummary(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (HintNames.IsGenerated(reference.SyntaxTree.FilePath)) continue;
            foreach (var trivia in reference.GetSyntax(cancellation).GetLeadingTrivia())
            {
                if (IsDocumentation(trivia) && s_summaries.Any(trivia.ToFullString().Contains)) return true;
            }
        }

        return false;
    }

    /// <summary>Where no documentation is asked for, its comments are comments like others.</summary>
    private static bool IsDocumentation(SyntaxTrivia trivia) => trivia.Kind()
        is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
