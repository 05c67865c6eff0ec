using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Gan.Generators.Tests.Analysis;

/// <summary>A slip in the prover: a piece of its source, and what stands there instead while the mutant is active.</summary>
internal sealed record Mutation(string File, string Original, string Mutated);

/// <summary>One statement of formulas as a prover decides it: + for proved, - for refuted, ? for unknown; and the certificate.</summary>
internal readonly record struct Decision(string Statement, char Verdict, string? Certificate);

/// <summary>The compiler's own sources, compiled again with every mutation in them, each behind a switch: one of them at a time, or none.</summary>
internal sealed class MutatedProver
{
    private const string Switch = """
        using Gan.Generators.Analysis.Certificates;
        using Gan.Generators.Formulas.Intervals;
        using Gan.Generators.Formulas.Reading;
        using Gan.Generators.Formulas.Tree;

        namespace Gan.Generators.Analysis;

        public static class Mutant
        {
            public static int Active;

            /// <summary>Statement, verdict and certificate, one after another.</summary>
            public static string[] Decide(string real, string fake)
            {
                var all = Interval.All;
                var fromZero = Interval.AtLeast(0);
                var (r, f) = (Parse(real), Parse(fake));
                var (ofReal, ofFake) = (Curve.OnLine(r, LossNames.Real), Curve.OnLine(f, LossNames.Fake));
                return new (string Statement, Verdict Verdict)[]
                {
                    ("positive", SignProver.NotNegative(r, all)),
                    ("convex", Convexity.Of(ofReal)),
                    ("convex from 0 on", Convexity.Of(new Curve(r, fromZero, LossNames.Real))),
                    ("bounded", Boundedness.WhenEqual(ofReal, ofFake)),
                    ("bounded for every ratio", Boundedness.ForEveryRatio(ofReal, ofFake)),
                    ("saturates", Saturation.Of(ofReal, Orientation.Logit)),
                }.SelectMany(static s => new[] { s.Statement, s.Verdict.IsProved ? "+" : s.Verdict.IsRefuted ? "-" : "?", (s.Verdict as Verdict.Proved)?.Certificate.ToString() ?? "" }).ToArray();
            }

            private static Expr Parse(string formula) => FormulaParser.Parse(formula, System.Array.Empty<string>()).Expression!;
        }
        """;

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private readonly FieldInfo _active;
    private readonly Func<string, string, string[]> _decide;

    /// <param name="mutations">The mutants, which have the numbers 1, 2 and so on.</param>
    public MutatedProver(IReadOnlyList<Mutation> mutations)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "MutatedProver",
            Sources(mutations).Append(Switch).Append(Usings).Select(source => CSharpSyntaxTree.ParseText(source, parse)),
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location), MetadataReference.CreateFromFile(typeof(Microsoft.CodeAnalysis.Compilation).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        stream.Position = 0;
        var mutant = new AssemblyLoadContext("MutatedProver").LoadFromStream(stream).GetType("Gan.Generators.Analysis.Mutant")!;
        _active = mutant.GetField("Active")!;
        _decide = mutant.GetMethod("Decide")!.CreateDelegate<Func<string, string, string[]>>();
    }

    /// <param name="mutant">The number of the mutation that is active; 0 for none.</param>
    /// <param name="real">A loss.</param>
    /// <param name="fake">Another one.</param>
    public IReadOnlyList<Decision> Decide(int mutant, string real, string fake)
    {
        _active.SetValue(null, mutant);
        return [.. _decide(real, fake).Chunk(3).Select(static d => new Decision(d[0], d[1][0], d[2].Length == 0 ? null : d[2]))];
    }

    private static Dictionary<string, string>.ValueCollection Sources(IReadOnlyList<Mutation> mutations)
    {
        var source = Path.Combine(Repository.Root, "src");
        var files = new[] { "Gan.Generators", "Gan.Dsl" }.SelectMany(project => Directory.EnumerateFiles(Path.Combine(source, project), "*.cs", SearchOption.AllDirectories))
            .Where(static file => !file.Split('/', '\\').Contains("obj"))
            .ToDictionary(static file => file, File.ReadAllText);
        for (var i = 0; i < mutations.Count; i++)
        {
            var file = files.Keys.Single(file => Path.GetFileName(file) == mutations[i].File);
            var parts = files[file].Split(mutations[i].Original);
            Assert.True(parts.Length == 2, $"{mutations[i].Original} is {parts.Length - 1} times in {mutations[i].File}");
            files[file] = $"{parts[0]}(global::Gan.Generators.Analysis.Mutant.Active == {i + 1} ? {mutations[i].Mutated} : {mutations[i].Original}){parts[1]}";
        }

        return files.Values;
    }
}
