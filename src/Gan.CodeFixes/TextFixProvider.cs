using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Gan.CodeFixes;

/// <summary>Fixes as changes of the text: whatever is not part of the mistake keeps its layout and comments.</summary>
public abstract class TextFixProvider : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => new FixAll(this);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var source = await Source.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in FixesOf(diagnostic, source))
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(source.With(fix.Changes)), fix.Key), diagnostic);
        }
    }

    /// <summary>The ways to mend <paramref name="diagnostic"/>; none where it cannot be mended for certain.</summary>
    private protected abstract IEnumerable<TextFix> FixesOf(Diagnostic diagnostic, Source source);

    /// <summary>All diagnostics of a document in one change of its text. Where two fixes are the same, such as one container of two objectives, it is made once.</summary>
    private sealed class FixAll(TextFixProvider provider) : DocumentBasedFixAllProvider
    {
        protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, System.Collections.Immutable.ImmutableArray<Diagnostic> diagnostics)
        {
            var source = await Source.OfAsync(document, context.CancellationToken).ConfigureAwait(false);
            var changes = diagnostics
                .SelectMany(diagnostic => provider.FixesOf(diagnostic, source).Where(fix => fix.Key == context.CodeActionEquivalenceKey).Take(1))
                .SelectMany(static fix => fix.Changes)
                .Distinct()
                .OrderBy(static change => change.Span.Start);
            return source.With(WithoutOverlaps(changes));
        }

        private static IEnumerable<TextChange> WithoutOverlaps(IEnumerable<TextChange> ordered)
        {
            var end = 0;
            foreach (var change in ordered)
            {
                if (change.Span.Start < end)
                    continue;
                end = change.Span.End;
                yield return change;
            }
        }
    }
}
