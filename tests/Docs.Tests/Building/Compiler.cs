using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Docs.Tests.Building;

/// <summary>Builds sources as a project of the SDK does that refers to the library, its generator and its analyzers.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly AnalyzerFileReference s_analyzers = new(Path.Combine(AppContext.BaseDirectory, "Gan.Generators.dll"), new Loader());

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Net100.References.All,
        .. new[] { typeof(Gan.Dsl.GanObjectiveAttribute), typeof(Gan.Runtime.IGanObjective), typeof(Gan.Experiments.Experiment), typeof(TorchSharp.torch) }
            .Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    /// <summary>What ImplicitUsings gives to a console program.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly SyntaxTree s_implicitUsings = CSharpSyntaxTree.ParseText(ImplicitUsings, s_parse, "GlobalUsings.g.cs");

    public static SyntaxTree Parse(string source, string path, params string[] symbols) => CSharpSyntaxTree.ParseText(source, s_parse.WithPreprocessorSymbols(symbols), path);

    /// <summary>Whether it is the file of a program.</summary>
    public static bool HasStatements(SyntaxTree tree) => tree.GetRoot().ChildNodes().Any(static node => node.IsKind(SyntaxKind.GlobalStatement));

    public static Build Build(IEnumerable<SyntaxTree> trees)
    {
        SyntaxTree[] all = [.. trees, s_implicitUsings];
        // TorchSharp was built against .NET 8: the SDK turns CS1701 and CS1702 off too.
        var options = new CSharpCompilationOptions(all.Any(HasStatements) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress });
        CSharpGeneratorDriver.Create(s_analyzers.GetGenerators(LanguageNames.CSharp), parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create($"Block{Guid.NewGuid():N}", all, s_references, options), out var output, out var ofGenerators);
        var found = output.WithAnalyzers(s_analyzers.GetAnalyzers(LanguageNames.CSharp)).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return new(output, [.. found.Concat(ofGenerators).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && diagnostic.Id != "CS1591")]);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
