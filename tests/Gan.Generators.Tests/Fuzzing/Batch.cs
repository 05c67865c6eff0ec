using System.Globalization;
using Gan.Generators.Analyzers;
using Gan.Generators.Rules;
using Gan.Generators.Tests.Generation;
using Gan.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Tests.Fuzzing;

/// <summary>Samples in one compilation, with the generators and analyzers run over them as a build does.</summary>
internal sealed class Batch
{
    private const string Surroundings = """
        global using System;
        global using Gan.Dsl;
        global using Gan.Runtime;
        """;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // Each batch's compilation is made from this one, so that references are read once.
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Fuzzed",
        [CSharpSyntaxTree.ParseText(Surroundings, s_parse, "/Surroundings.cs"), CSharpSyntaxTree.ParseText(ExperimentTest.Parts, s_parse, "/Parts.cs")],
        GeneratorRun.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, concurrentBuild: false)
            .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress }));

    // What the theory has against a loss keeps no code from being written.
    private static readonly HashSet<string> s_theory = [.. AnalysisRules.Descriptors.Select(static descriptor => descriptor.Id)];

    private static readonly string[] s_crashes = ["AD0001", "CS8784", "CS8785", Descriptors.CompilerFailed.Id, Descriptors.AnalysisFailed.Id];

    /// <summary>A project of the sources, as an editor has it.</summary>
    public static Project ProjectOf(AdhocWorkspace workspace, IEnumerable<Sample> samples)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, s_empty.AssemblyName!, s_empty.AssemblyName!, LanguageNames.CSharp, compilationOptions: s_empty.Options, parseOptions: s_parse, metadataReferences: GeneratorRun.References));
        foreach (var tree in s_empty.SyntaxTrees) project = project.AddDocument(tree.FilePath, tree.GetText()).Project;
        foreach (var sample in samples) project = project.AddDocument(sample.Path, sample.Text).Project;
        return project;
    }

    private readonly IReadOnlyList<Sample> _samples;
    private readonly Dictionary<SyntaxTree, Sample> _own;
    private readonly bool _isCompiled;
    private readonly CSharpCompilation _input;
    private readonly Microsoft.CodeAnalysis.Compilation _output;
    private readonly ILookup<SyntaxTree?, Diagnostic> _found;
    private readonly ILookup<Sample?, SyntaxTree> _generated;
    private readonly List<Fault> _faults = [];
    private readonly Dictionary<SyntaxTree, Sample> _unexplained = [];

    private Batch(IReadOnlyList<Sample> samples, bool isCompiled)
    {
        (_samples, _isCompiled) = (samples, isCompiled);
        _own = samples.ToDictionary(static sample => CSharpSyntaxTree.ParseText(sample.Text, s_parse, sample.Path));
        _input = s_empty.AddSyntaxTrees(_own.Keys);
        var driver = NewDriver().RunGeneratorsAndUpdateCompilation(_input, out var output, out var diagnostics);
        // What an analyzer sees of the generated code is not compiled where nothing else is.
        _output = isCompiled ? output : _input;
        _found = diagnostics.Concat(Analyzed(_output, isCompiled ? _own.Keys : null)).ToLookup(static diagnostic => diagnostic.Location.SourceTree);
        _generated = driver.GetRunResult().GeneratedTrees.ToLookup(SourceOf);
    }

    /// <param name="samples">The samples.</param>
    /// <param name="isCompiled">Whether what is generated is compiled too: that costs most of the time.</param>
    public static BatchResult Run(IReadOnlyList<Sample> samples, bool isCompiled)
    {
        var batch = new Batch(samples, isCompiled);
        var stages = batch._own.Aggregate(default(Stages), (sum, pair) => sum + batch.Check(pair.Key, pair.Value));
        if (isCompiled) batch.CheckCompiled();
        batch.CheckWhole();
        return new(batch._faults, stages, batch._own.Keys.SelectMany(tree => batch.Ours(tree)).ToLookup(static diagnostic => diagnostic.Location.SourceTree!.FilePath));
    }

    /// <summary>What the generators write for the samples, by the names of the files.</summary>
    public static IEnumerable<string> Written(IReadOnlyList<Sample> samples)
        => NewDriver().RunGenerators(s_empty.AddSyntaxTrees(samples.Select(static sample => CSharpSyntaxTree.ParseText(sample.Text, s_parse, sample.Path)))).GetRunResult().GeneratedTrees
            .Select(static tree => $"{tree.FilePath}\n{tree}").Order(StringComparer.Ordinal);

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([new GanObjectiveGenerator().AsSourceGenerator(), new GanExperimentGenerator().AsSourceGenerator()], parseOptions: s_parse);

    /// <param name="compilation">Which compilation.</param>
    /// <param name="trees">Which files of it, one by one as an editor has it: a build would compile each generated file as well, also where the source has an error. All of them where there are no generated ones.</param>
    private static Diagnostic[] Analyzed(Microsoft.CodeAnalysis.Compilation compilation, IEnumerable<SyntaxTree>? trees)
    {
        var analysis = new CompilationWithAnalyzers(
            compilation,
            [new ObjectiveAnalyzer(), new TheoryAnalyzer(), new BatchNormAnalyzer(), new ExperimentAnalyzer()],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        return trees is null
            ? [.. analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()]
            : [.. trees.SelectMany(tree => analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None).GetAwaiter().GetResult())];
    }

    /// <summary>The sample that a generated file is for; none for what is written of all together.</summary>
    private Sample? SourceOf(SyntaxTree generated)
    {
        if (_samples.Count == 1) return _samples[0];
        var byName = _samples.FirstOrDefault(sample => generated.FilePath.Contains($"Fuzzed{sample.Number + 1}.", StringComparison.Ordinal));
        if (!_isCompiled) return byName;
        var model = _output.GetSemanticModel(generated);
        return generated.GetRoot().DescendantNodes(static node => node is not TypeDeclarationSyntax type || type.Members.Count > 0).OfType<TypeDeclarationSyntax>()
            .SelectMany(type => model.GetDeclaredSymbol(type)!.DeclaringSyntaxReferences)
            .Select(reference => _own.GetValueOrDefault(reference.SyntaxTree))
            .FirstOrDefault(static sample => sample is not null)
            ?? byName;
    }

    private Stages Check(SyntaxTree tree, Sample sample)
    {
        var parses = !tree.GetDiagnostics().Any(IsError);
        var ours = Ours(tree).ToArray();
        foreach (var diagnostic in ours) CheckMessage(sample, diagnostic);
        foreach (var generated in _generated[sample]) CheckText(sample, generated.ToString());
        var reached = new Stages(1, parses ? 1 : 0, ours.Length > 0 ? 1 : 0, _generated[sample].Any() ? 1 : 0, 0, 0, 0);
        if (!_isCompiled) return reached;

        // An error of the user's own, with or without what is generated, or one of ours explains whatever does not compile.
        var refused = ours.Any(static diagnostic => IsError(diagnostic) && !s_theory.Contains(diagnostic.Id));
        var errors = parses ? ErrorsIn(_output, tree) : [];
        var isBound = parses && errors.Count == 0;
        if (parses && !refused && (errors.Count == 0 || !ErrorsIn(_input, tree).Overlaps(errors))) _unexplained.Add(tree, sample);
        if (isBound && !refused) CheckNotSilent(sample, tree);
        return reached with { Compiled = 1, Bound = isBound ? 1 : 0, Accepted = isBound && !refused ? reached.Generated : 0 };
    }

    /// <summary>What nothing is said against compiles without a warning: by itself, so that what is refused beside it costs no time.</summary>
    private void CheckCompiled()
    {
        var compiled = s_empty.AddSyntaxTrees(_unexplained.SelectMany(pair => _generated[pair.Value].Prepend(pair.Key)));
        var problems = compiled.GetDiagnostics().Where(diagnostic => diagnostic.Location.SourceTree is { } tree && (_unexplained.ContainsKey(tree) ? IsError(diagnostic) : IsProblem(diagnostic))).ToLookup(static diagnostic => diagnostic.Location.SourceTree);
        foreach (var (tree, sample) in _unexplained)
        {
            if (_generated[sample].Prepend(tree).SelectMany(part => problems[part]).FirstOrDefault() is { } problem)
                _faults.Add(new(sample, $"No diagnostic explains {problem}"));
        }
    }

    /// <summary>What no sample can be told to have.</summary>
    private void CheckWhole()
    {
        var apart = !_isCompiled || _samples.Count == 1 ? null : _generated[null].SelectMany(generated => _output.GetSemanticModel(generated).GetDiagnostics()).FirstOrDefault(IsProblem);
        if (apart is not null) _faults.Add(new(null, apart.ToString()));
        foreach (var generated in _generated[null]) CheckText(null, generated.ToString());
        foreach (var diagnostic in _found[null].Concat(_own.Keys.SelectMany(tree => _found[tree])).Concat(_generated.SelectMany(trees => trees).SelectMany(tree => _found[tree])).Where(static diagnostic => s_crashes.Contains(diagnostic.Id)))
            _faults.Add(new(diagnostic.Location.SourceTree is { } tree ? _own.GetValueOrDefault(tree) : null, diagnostic.ToString(), IsCrash: true));
        foreach (var diagnostic in _found.SelectMany(static group => group).Where(diagnostic => IsOurs(diagnostic) && (diagnostic.Location.SourceTree is not { } tree || !_own.ContainsKey(tree))))
            _faults.Add(new(null, $"Reported outside of the sources: {diagnostic}"));
    }

    private void CheckMessage(Sample sample, Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (Unprintable(message, lines: false) is { } character) _faults.Add(new(sample, $"U+{(int)character:X4} in a message of {diagnostic.Id}: {message}"));
        if (diagnostic.Location.SourceSpan.End > sample.Text.Length) _faults.Add(new(sample, $"{diagnostic.Id} is reported outside of the text"));
    }

    private void CheckText(Sample? sample, string text)
    {
        if (Unprintable(text, lines: true) is { } character) _faults.Add(new(sample, $"U+{(int)character:X4} in generated text"));
    }

    /// <summary>An objective without a word against it has losses.</summary>
    private void CheckNotSilent(Sample sample, SyntaxTree tree)
    {
        var model = _output.GetSemanticModel(tree);
        foreach (var type in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Select(type => model.GetDeclaredSymbol(type)!))
        {
            if (type.GetAttributes().Any(Declarations.ObjectiveDeclarationReader.IsObjective) && type.GetMembers("Info").IsEmpty)
                _faults.Add(new(sample, $"Nothing is generated for '{type.Name}', and nothing is said"));
        }
    }

    private IEnumerable<Diagnostic> Ours(SyntaxTree tree) => _found[tree].Where(IsOurs);

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("GAN", StringComparison.Ordinal);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsSuppressed;

    private static bool IsProblem(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;

    /// <summary>The lines with errors: beside generated members, C# may find another word for the same mistake.</summary>
    private static HashSet<int> ErrorsIn(Microsoft.CodeAnalysis.Compilation compilation, SyntaxTree tree)
        => [.. compilation.GetSemanticModel(tree).GetDiagnostics().Where(IsError).Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line)];

    private static char? Unprintable(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(c) || (char.IsControl(c) && !(lines && c == '\n'))) return c;
        }

        return null;
    }
}
