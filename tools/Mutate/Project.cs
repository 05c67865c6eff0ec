using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mutate;

/// <summary>A project as its build compiles it, in memory.</summary>
internal sealed class Project
{
    private Project(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; }

    /// <summary>Asks the build for the compiler's command line, as an IDE does (a file that is never there keeps it from being up to date), and runs the source generators once.</summary>
    public static Project Load(string projectFile)
    {
        var start = new ProcessStartInfo("dotnet",
            ["build", projectFile, "-c", "Release", "-nologo", "--no-restore", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:BuildProjectReferences=false", "-p:NonExistentFile=none", "-t:Compile", "-getItem:CscCommandLineArgs"])
        {
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using var build = Process.Start(start)!;
        var json = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0) throw new InvalidOperationException($"The build of {projectFile} failed:\n{json}");
        var arguments = JsonDocument.Parse(json).RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!);
        var command = CSharpCommandLineParser.Default.Parse(arguments, Path.GetDirectoryName(Path.GetFullPath(projectFile)), null);

        var trees = command.SourceFiles.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), command.ParseOptions, file.Path));
        var references = command.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference));
        var options = command.CompilationOptions.WithOutputKind(OutputKind.DynamicallyLinkedLibrary).WithGeneralDiagnosticOption(ReportDiagnostic.Default).WithConcurrentBuild(false);
        var loader = new Loader();
        var generators = command.AnalyzerReferences.SelectMany(analyzer => new Microsoft.CodeAnalysis.Diagnostics.AnalyzerFileReference(analyzer.FilePath, loader).GetGenerators(LanguageNames.CSharp)).ToArray();
        CSharpGeneratorDriver.Create(generators, parseOptions: command.ParseOptions, optionsProvider: new NoOptions())
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create(Path.GetFileNameWithoutExtension(projectFile), trees, references, options), out var compilation, out _);
        return new((CSharpCompilation)compilation);
    }

    /// <summary>The assembly with all mutants in it, and the numbers of those that do not compile.</summary>
    public (byte[] Image, HashSet<int> Refused) Emit(IReadOnlyList<Mutant> mutants)
    {
        var refused = new HashSet<int>();
        while (true)
        {
            var compilation = Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Switches.Source, (CSharpParseOptions)Compilation.SyntaxTrees.First().Options));
            foreach (var ofFile in mutants.Select(static (mutant, i) => (Mutant: mutant, Number: i + 1)).Where(entry => !refused.Contains(entry.Number)).GroupBy(static entry => entry.Mutant.Owner.SyntaxTree))
            {
                var root = new Switches(ofFile).Visit(ofFile.Key.GetRoot())!;
                compilation = compilation.ReplaceSyntaxTree(ofFile.Key, ofFile.Key.WithRootAndOptions(root, ofFile.Key.Options));
            }

            using var image = new MemoryStream();
            var result = compilation.Emit(image);
            if (result.Success) return (image.ToArray(), refused);
            var before = refused.Count;
            foreach (var error in result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error))
            {
                var node = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
                // The innermost mutant around an error made it; a variable that went out of scope is missed further down.
                var numbers = node?.AncestorsAndSelf().SelectMany(static n => n.GetAnnotations(nameof(Mutant))).Select(static a => int.Parse(a.Data!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
                if (numbers is { Count: > 0 }) refused.Add(numbers[0]);
                else if (node?.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>() is { } member)
                    refused.UnionWith(member.DescendantNodes().SelectMany(static n => n.GetAnnotations(nameof(Mutant))).Select(static a => int.Parse(a.Data!, System.Globalization.CultureInfo.InvariantCulture)));
            }

            if (refused.Count == before) throw new InvalidOperationException("It does not compile: " + string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        }
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    private sealed class NoOptions : Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptionsProvider
    {
        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GlobalOptions { get; } = new None();

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class None : Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = "";
                return false;
            }
        }
    }
}
