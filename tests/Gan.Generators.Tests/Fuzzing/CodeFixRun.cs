using System.Reflection;
using Gan.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>What a code fix made of a sample.</summary>
/// <param name="Before">The sample.</param>
/// <param name="After">With the fix.</param>
/// <param name="Diagnostic">What the fix is for.</param>
/// <param name="Title">What the fix is called.</param>
internal sealed record FixedSample(Sample Before, Sample After, Diagnostic Diagnostic, string Title);

/// <summary>Applies each fix that is offered for the diagnostics of samples.</summary>
internal static class CodeFixRun
{
    private static readonly CodeFixProvider[] s_providers = [.. typeof(TextFixProvider).Assembly.GetTypes()
        .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
        .OrderBy(static type => type.Name, StringComparer.Ordinal)
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public static async Task<(IReadOnlyList<FixedSample> Fixed, IReadOnlyList<Fault> Faults)> Over(IReadOnlyList<Sample> samples, ILookup<string, Diagnostic> found)
    {
        using var workspace = new AdhocWorkspace();
        var project = Batch.ProjectOf(workspace, samples);
        var (mended, faults) = (new List<FixedSample>(), new List<Fault>());
        foreach (var sample in samples)
        {
            var document = project.Documents.Single(document => document.Name == sample.Path);
            foreach (var diagnostic in found[sample.Path])
            {
                foreach (var provider in s_providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
                {
                    try
                    {
                        await foreach (var (title, text) in Offered(provider, document, diagnostic))
                            mended.Add(new(sample, sample with { Text = text }, diagnostic, title));
                    }
                    catch (Exception exception)
                    {
                        faults.Add(new(sample, $"{provider.GetType().Name} fails on {diagnostic}: {exception}", IsCrash: true));
                    }
                }
            }
        }

        return (mended, faults);
    }

    private static async IAsyncEnumerable<(string Title, string Text)> Offered(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        foreach (var action in actions)
        {
            var operation = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>());
            yield return (action.Title, (await operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString());
        }
    }
}
