using Gan.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Analyzers.Experiments;

/// <summary>Looks for spectral normalisation in all the source that makes a discriminator. What cannot be looked at may have it.</summary>
internal static class NormalisationSource
{
    private const string Word = "spectral";

    /// <summary>Assemblies without it.</summary>
    private static readonly string[] s_plain = ["TorchSharp", "Gan.Dsl", "System", "netstandard", "mscorlib"];

    public static bool MayNormalise(ITypeSymbol discriminator, Compilation compilation, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { discriminator };
        var waiting = new Queue<ISymbol>(seen);
        while (waiting.Count > 0)
        {
            var symbol = waiting.Dequeue();
            if (!OwnSource.Has(compilation, symbol))
            {
                if (!IsPlain(symbol)) return true;
                continue;
            }

            foreach (var syntax in symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)))
            {
                if (syntax.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText.IndexOf(Word, StringComparison.OrdinalIgnoreCase) >= 0))
                    return true;
                foreach (var used in UsedBy(syntax, compilation.GetSemanticModel(syntax.SyntaxTree), cancellation).Where(seen.Add))
                    waiting.Enqueue(used);
            }
        }

        return false;
    }

    private static bool IsPlain(ISymbol symbol)
        => symbol.ContainingAssembly?.Name is not { } assembly || s_plain.Any(plain => assembly == plain || assembly.StartsWith(plain + ".", StringComparison.Ordinal));

    /// <summary>The types, and the methods, fields and properties of others, that the source names.</summary>
    private static IEnumerable<ISymbol> UsedBy(SyntaxNode syntax, SemanticModel model, CancellationToken cancellation)
        => syntax.DescendantNodes()
            .Where(static node => node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax)
            .Select(node => model.GetSymbolInfo(node, cancellation).Symbol?.OriginalDefinition)
            .Select(static symbol => symbol is { IsImplicitlyDeclared: true, ContainingType: { } type } ? type : symbol)
            .OfType<ISymbol>()
            .Where(static symbol => symbol is INamedTypeSymbol or IMethodSymbol or IFieldSymbol or IPropertySymbol);
}
