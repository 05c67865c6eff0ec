using Gan.Generators.Analyzers;
using Gan.Generators.Emission;
using Gan.Generators.Objectives;
using Gan.Generators.Rules;
using Gan.Generators.Tests.Generation;
using Gan.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Gan.Generators.Tests.Robustness;

/// <summary>Whatever one declaration holds, it harms none but itself: the losses of an innocent neighbour are generated all the same.</summary>
public sealed class IsolationTests
{
    private const string Innocent = "namespace A; [Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"t\")] public sealed partial class Innocent;";

    /// <summary>The generators must not fail on it, must write the neighbour's losses, and their own code must be free of errors and warnings.</summary>
    [Theory]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"//\", FG = \"t\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"/*\", FG = \"t\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t ///\", FG = \"t /* a comment */\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \")\\n\", FG = \"\\ue000\\r\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"#if\", FG = \"t\\n#endif\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class Mine; [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.FDivergence(\"u*log(u)\")] partial class Mine; [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] class Mine; [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] struct Mine;")]
    [InlineData("[Gan.Dsl.GanCatalogue] [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine;")]
    [InlineData("[Gan.Dsl.GanCatalogue] partial class Mine; [Gan.Dsl.GanCatalogue] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanCatalogue] file static partial class Mine;")]
    [InlineData("[Gan.Dsl.GanCatalogue] static partial class Mine { static int All => 1; } namespace N { [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class Find; [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class Mine; }")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class A‿B;")]
    [InlineData("[assembly: Gan.Dsl.GanObjectiveTests(typeof(Gan.Runtime.Hinge))] [assembly: Gan.Dsl.GanObjectiveTests(AllIn = typeof(Gan.Runtime.Hinge))]", "[assembly: Gan.Dsl.GanObjectiveTests(typeof(Gan.Runtime.Hinge))]")]
    [InlineData("namespace Mine { [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Tests; } [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine;", "[assembly: Gan.Dsl.GanObjectiveTests(typeof(Mine))]")]
    [InlineData("[Gan.Dsl.GanExperiment] [Gan.Dsl.FDivergence(\"u*log(u)\")] public partial class Mine : Gan.Experiments.Experiment;")]
    [InlineData("[Gan.Dsl.GanExperiment] [Gan.Dsl.GanCatalogue] public partial class Mine : Gan.Experiments.Experiment;")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"Another\", \"1\")] [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\", Source = \"\\0\\u0085\\u2028\\ud800\\uffff\\u001b</remarks>]]>\")] partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"m * t\", FG = \"f\")] partial class Mine { [System.Obsolete] [Gan.Dsl.Hyperparameter] public double M { get; init; } = 1; [System.Obsolete(\"x\")] [Gan.Dsl.LossFunction] static double f(double t) => t; }")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"m * t\", FG = \"f\")] partial class Mine { [System.Obsolete(\"x\", DiagnosticId = \"OLD1\")] [Gan.Dsl.Hyperparameter] public double M { get; init; } = 1; [System.Diagnostics.CodeAnalysis.Experimental(\"NEW1\")] [Gan.Dsl.LossFunction] static double f(double t) => t; }")]
    [InlineData("[System.Obsolete] [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine; [Gan.Dsl.GanCatalogue] public static partial class List;")]
    [InlineData("[System.Obsolete(\"x\", true)] [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine; [Gan.Dsl.GanCatalogue] public static partial class List;")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"NEW2\")] [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine; [Gan.Dsl.GanCatalogue] public static partial class List;")]
    [InlineData("public class Base { public int Info => 1; public sealed override string ToString() => \"\"; } [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine : Base;")]
    [InlineData("[assembly: System.CLSCompliant(true)] [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] [Gan.Dsl.R1] public partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] partial class Mine { double s, }")]
    [InlineData("namespace lower { [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class mine<item> { partial class inner { [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class own; } } }")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"field * t\", FG = \"t\")] public partial class Mine { [Gan.Dsl.Hyperparameter] public partial double field { get; init; } }")]
    [InlineData("public class Base { protected int field; } [Gan.Dsl.GanObjective(FD = \"m * t\", FG = \"t\")] public partial class Mine : Base { [Gan.Dsl.Hyperparameter] public partial double M { get; init; } }")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"m * t\", FG = \"f\")] partial class Mine { [System.Obsolete(\"x\", DiagnosticId = \"-\")] [Gan.Dsl.Hyperparameter] public double M { get; init; } = 1; [System.Obsolete(\"x\", DiagnosticId = \"\")] [Gan.Dsl.LossFunction] static double f(double t) => t; }")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class GeneratorTerms; [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class ToString;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine<LossWeight, T>;")]
    [InlineData("namespace nameof { class B; } [Gan.Dsl.GanObjective(FD = \"softplus(m * t)\", FG = \"f\")] public partial class Mine { [Gan.Dsl.Hyperparameter(Min = 0)] public partial double M { get; init; } [Gan.Dsl.LossFunction] static double f(double t) => t; }")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"m * t\", FG = \"t\")] public partial class Mine { [Gan.Dsl.Hyperparameter] public abstract partial double M { get; init; } }")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"sign(1) * e\")] [Gan.Dsl.LabelSmoothing(\"}\")] public partial class Mine;")]
    [InlineData("[Gan.Dsl.GanObjective(FD = \"F(t)\", FG = \"F(-t, 1, 2, 3)\")] public partial class Mine { [Gan.Dsl.LossFunction] static double F(double x, double m = 2, double m = 2, double m = 3) => m * x; }", "[assembly: Gan.Dsl.GanObjectiveTests(typeof(Mine))]")]
    [InlineData("[Gan.Dsl.GanObjective(FD = nameof(F), FG = \"t\")] public partial class Mine { [Gan.Dsl.LossFunction] static double F(double x, double x) => G(x, 1); [Gan.Dsl.LossFunction] static double G(double t, double t) => t; }")]
    [InlineData("public class var; [Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"elu(t, 2) + s * exp(t)\")] public partial class Mine { [Gan.Dsl.Hyperparameter] public double S { get; init; } = 1; }")]
    public void ItHarmsNoneButItself(params string[] sources)
    {
        var run = GeneratorRun.Of(GeneratorRun.CompilationOf([Innocent, .. sources]));
        Assert.Contains(run.Output.SyntaxTrees, static tree => tree.FilePath.EndsWith("A.Innocent.g.cs", StringComparison.Ordinal) && tree.ToString().Contains("GeneratorLoss", StringComparison.Ordinal));
        var problems = run.Output.GetDiagnostics()
            .Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("{|GAN007:GeneratorLoss|}", "GeneratorLoss")]
    [InlineData("{|GAN007:Mine|}<Info>", "Info")]
    public void ATypeThatHasTheNameOfAGeneratedMemberIsTold(string type, string name)
        => Assert.Matches($"^'{name}' is generated for objective '.*': give the type or type parameter of this name another name$", Assert.Single(AnalyzerTest.Verify($"[GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] partial class {type};")));

    [Theory]
    [InlineData("{|GAN014://|}", "FD is empty")]
    [InlineData("{|GAN014:t_/* t */|}", "FD is empty")]
    public void AFormulaOfCommentsIsEmpty(string formula, string message)
        => Assert.StartsWith(message, Assert.Single(AnalyzerTest.Verify($"[GanObjective(FD = \"{formula.Replace("t_", "")}\", FG = \"t\")] partial class Mine;")), StringComparison.Ordinal);

    [Fact]
    public void ACommentBesideAFormulaChangesNothing()
        => Assert.Empty(AnalyzerTest.Verify("[GanObjective(FD = \"softplus(t) // Goodfellow\", FG = \"/* the same */ softplus(t)\")] partial class Mine;"));

    /// <summary>A fault of the compiler's own, on one declaration of two.</summary>
    [Fact]
    public void AFaultWhileWritingIsToldWhereItIs()
    {
        const string source = Innocent + " [Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] public partial class Mine;";
        var compilation = GeneratorRun.CompilationOf(source);
        var driver = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create(new GanObjectiveGenerator(FailOnMine).AsSourceGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("GAN026", "Mine"), (diagnostic.Id, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        Assert.EndsWith("InvalidOperationException in Gan.Generators.Tests.Robustness.IsolationTests.Fail: no way", diagnostic.GetMessage(), StringComparison.Ordinal);
        GeneratorRun.AssertCompiles(output);
        Assert.Contains("GeneratorLoss", FileOf("A.Innocent.g.cs"), StringComparison.Ordinal);
        Assert.Contains("The declaration has an error", FileOf("A.Mine.g.cs"), StringComparison.Ordinal);

        string FileOf(string name) => driver.GetRunResult().Results.Single().GeneratedSources.Single(file => file.HintName == name).SourceText.ToString();
    }

    [Fact]
    public async Task AFaultWhileCheckingIsToldWhereItIs()
    {
        var compilation = GeneratorRun.Of(GeneratorRun.CompilationOf(Innocent, "[Gan.Dsl.GanObjective(FD = \"t\", FG = \"t\")] [Gan.Dsl.R1(Weight = -1)] public partial class Mine;")).Output;
        var found = await compilation.WithAnalyzers([new ObjectiveAnalyzer(static declaration => declaration.Type.Self.Name == "Mine" ? Fail() : ObjectiveRules.Check(declaration))])
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        var diagnostic = Assert.Single(found);
        Assert.Equal(("GAN027", "Source1.cs"), (diagnostic.Id, diagnostic.Location.SourceTree!.FilePath));
        Assert.StartsWith("GanDsl could not check 'Mine'", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>C# has its error at the second; the first that is marked is the hyperparameter.</summary>
    [Theory]
    [InlineData("public double S => 1; [Gan.Dsl.Hyperparameter] public int S { get; init; }", "int")]
    [InlineData("[Gan.Dsl.Hyperparameter] public double S { get; init; } [Gan.Dsl.Hyperparameter] public int S { get; init; }", null)]
    [InlineData("[Gan.Dsl.Hyperparameter] public float S { get; init; } [Gan.Dsl.Hyperparameter] public int S { get; init; }", "float")]
    public async Task OfTwoPropertiesOfOneNameTheMarkedOneIsMeant(string properties, string? found)
    {
        var compilation = GeneratorRun.CompilationOf($"[Gan.Dsl.GanObjective(FD = \"s * t\", FG = \"t\")] public partial class Mine {{ {properties} }}");
        var diagnostics = await compilation.WithAnalyzers([new ObjectiveAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        var types = diagnostics.Where(static d => d.Id == "GAN050").Select(static d => ((PropertyDeclarationSyntax)d.Location.SourceTree!.GetRoot().FindNode(d.Location.SourceSpan)).Type.ToString());
        Assert.Equal(found is null ? [] : [found], types);
    }

    /// <summary>To remove one of them leaves the other.</summary>
    [Fact]
    public async Task OfTwoPropertiesOfOneNameNoneIsCalledUnused()
    {
        var compilation = GeneratorRun.CompilationOf("[Gan.Dsl.GanObjective(FD = \"softplus(t)\", FG = \"softplus(t)\")] [Gan.Dsl.R1] public partial class Mine { [Gan.Dsl.Hyperparameter] public double S { get; init; } [Gan.Dsl.Hyperparameter] public double S { get; init; } }");
        Assert.Empty(await compilation.WithAnalyzers([new ObjectiveAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None));
    }

    private static string FailOnMine(CompiledObjective objective) => objective.Declaration.Type.Self.Name == "Mine" ? Fail().First().ToString() : ObjectiveEmitter.Emit(objective);

    private static IEnumerable<Finding> Fail() => throw new InvalidOperationException("no\nway");
}
