using Basic.Reference.Assemblies;
using Gan.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Gan.CodeFixes.Tests;

/// <summary>
/// Runs a fix over a source with marks: one by one, and all at once in the document, the project and the solution.
/// What comes out must be the text given, and have no diagnostic that is not marked there.
/// </summary>
internal static class CodeFixTest<TFix>
    where TFix : CodeFixProvider, new()
{
    public static Task Verify(string source, string fixedSource, int index = 0, int? iterations = null, int rounds = 1, params string[] ignored)
    {
        var test = Create(source, fixedSource);
        test.DisabledDiagnostics.AddRange(ignored);
        test.CodeActionIndex = index;
        test.NumberOfIncrementalIterations = iterations ?? (rounds > 1 ? rounds : null);
        // What one fix uncovers takes another round of all at once.
        test.NumberOfFixAllIterations = test.NumberOfFixAllInDocumentIterations = test.NumberOfFixAllInProjectIterations = rounds;
        return test.RunAsync();
    }

    /// <summary>No fix is offered: whichever was would change the source.</summary>
    public static Task VerifyNone(string source)
    {
        var test = Create(source, source);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    private static Test Create(string source, string fixedSource)
    {
        var test = new Test { TestCode = source, FixedCode = fixedSource, ReferenceAssemblies = new("net10.0"), MarkupOptions = MarkupOptions.UseFirstDescriptor };
        // A formula that grows beyond float32 or has a name, or a game that turns for ever, is no mistake that a fix leaves behind.
        test.DisabledDiagnostics.AddRange(new[] { "GAN020", "GAN021", "GAN075" }.Except(new TFix().FixableDiagnosticIds));
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.Sources.Add("global using Gan.Dsl;");
            state.AdditionalReferences.AddRange(Net100.References.All);
            state.AdditionalReferences.Add(MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Gan.Dsl.dll")));
        }

        return test;
    }

    private sealed class Test : CSharpCodeFixTest<ObjectiveAnalyzer, TFix, DefaultVerifier>
    {
        // What the theory says, or what is said of experiments, is of interest to its own fixes alone.
        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers()
            => new DiagnosticAnalyzer[] { new TheoryAnalyzer(), new ExperimentAnalyzer() }
                .Where(static analyzer => new TFix().FixableDiagnosticIds.Intersect(analyzer.SupportedDiagnostics.Select(static descriptor => descriptor.Id)).Any())
                .Prepend(new ObjectiveAnalyzer());

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);
    }
}
