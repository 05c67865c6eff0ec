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

    public static CSharpCompilation Compilation()
    {
        var compilation = GeneratorRun.CompilationOf([.. Files().Select(File.ReadAllText), ImplicitUsings]);
        // Kernels read tensors where they lie.
        return compilation.WithOptions(compilation.Options.WithAllowUnsafe(true)).WithReferences(GeneratorRun.References.Where(static reference => !(reference.Display ?? "").EndsWith("Gan.Runtime.dll", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Files()
        => Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains("/obj/") && !file.Contains("\\obj\\") && !file.Contains("buildTransitive"))
            .Order(StringComparer.Ordinal);

    private static string Folder()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var runtime = Path.Combine(directory.FullName, "src", "Gan.Runtime");
            if (Directory.Exists(runtime))
                return runtime;
        }

        throw new InvalidOperationException($"The folder src/Gan.Runtime is not above {AppContext.BaseDirectory}.");
    }
}
