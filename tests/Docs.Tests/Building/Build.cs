using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Docs.Tests.Building;

/// <summary>What came of a build.</summary>
/// <param name="Output">The compilation, with what was generated.</param>
/// <param name="Diagnostics">Of the compiler, the generators and the analyzers.</param>
internal sealed record Build(Compilation Output, IReadOnlyList<Diagnostic> Diagnostics)
{
    public IEnumerable<Diagnostic> Problems => Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = Output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }
}
