using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>A document with all that a fix looks at.</summary>
internal sealed record Source(Document Document, SyntaxNode Root, SourceText Text, SemanticModel Model, CancellationToken Cancellation)
{
    public static async Task<Source> OfAsync(Document document, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("The document is not C#.");
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var text = await model.SyntaxTree.GetTextAsync(cancellation).ConfigureAwait(false);
        return new(document, root, text, model, cancellation);
    }

    /// <summary>The innermost node of a kind around a diagnostic. A name that is not there yet has no characters: it belongs to what stands before it.</summary>
    public TNode? Around<TNode>(Diagnostic diagnostic)
        where TNode : SyntaxNode
    {
        var span = diagnostic.Location.SourceSpan;
        var token = Root.FindToken(span.Start);
        var node = span.IsEmpty && token.SpanStart >= span.Start ? token.GetPreviousToken().Parent : Root.FindNode(span, getInnermostNodeForTie: true);
        return node?.FirstAncestorOrSelf<TNode>();
    }

    public Document With(IEnumerable<TextChange> changes) => Document.WithText(Text.WithChanges(changes));
}
