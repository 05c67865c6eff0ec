using Microsoft.CodeAnalysis;

namespace Gan.Generators.Declarations;

/// <summary>
/// Whether a symbol's source can be looked into. An editor gives a compilation the source of the projects beside it too, but a compilation answers for its own trees alone:
/// what is declared in another is read from attributes, as a build reads it from an assembly.
/// </summary>
internal static class OwnSource
{
    public static bool Has(Compilation compilation, ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree));
}
