using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Tests.Generation;

/// <summary>Gan.Runtime's own sources, as its build compiles them: with the generator, and without a reference to itself.</summary>
internal static class RuntimeSources
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "Gan.Runtime");

    public static CSharpCompilation Compilation()
    {
        var compilation = GeneratorRun.CompilationOf(ImplicitUsings);
        var parse = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        // Kernels read tensors where they lie.
        return compilation.AddSyntaxTrees(Files().Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, path)))
            .WithOptions(compilation.Options.WithAllowUnsafe(true))
            .WithReferences(GeneratorRun.References.Where(static reference => !(reference.Display ?? "").EndsWith("Gan.Runtime.dll", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Files()
        => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains("/obj/") && !file.Contains("\\obj\\") && !file.Contains("buildTransitive"))
            .Order(StringComparer.Ordinal);
}
