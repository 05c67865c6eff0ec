using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Gan.Generators.Analyzers;

/// <summary>Looks for batch normalisation in the source a discriminator comes from: its class, or the method, field or local that makes it.</summary>
internal static class DiscriminatorSource
{
    private static readonly string[] s_layers = ["BatchNorm1d", "BatchNorm2d", "BatchNorm3d"];

    /// <summary>The name of the first such layer; null where none is seen.</summary>
    public static string? BatchNormIn(IOperation discriminator, CancellationToken cancellation)
        => BatchNormIn(SymbolsBehind(discriminator), cancellation);

    /// <summary>The same of the class alone.</summary>
    public static string? BatchNormIn(ITypeSymbol discriminator, CancellationToken cancellation) => BatchNormIn([discriminator], cancellation);

    private static string? BatchNormIn(IEnumerable<ISymbol> symbols, CancellationToken cancellation)
        => symbols
            .SelectMany(static symbol => symbol.DeclaringSyntaxReferences)
            .Select(reference => LayerIn(reference.GetSyntax(cancellation)))
            .FirstOrDefault(static layer => layer is not null);

    private static IEnumerable<ISymbol> SymbolsBehind(IOperation discriminator)
    {
        while (discriminator is IConversionOperation conversion)
            discriminator = conversion.Operand;

        if (discriminator.Type is { } type)
            yield return type;
        if (MakerOf(discriminator) is not { } maker)
            yield break;

        yield return maker;
        if (discriminator.SemanticModel is { } model && InitializerOf(maker, discriminator.Syntax.SyntaxTree) is { } initializer && model.GetOperation(initializer) is { } value)
        {
            if (value.Type is { } made)
                yield return made;
            if (MakerOf(value) is IMethodSymbol method)
                yield return method;
        }
    }

    private static ISymbol? MakerOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IConversionOperation conversion => MakerOf(conversion.Operand),
        _ => null,
    };

    /// <summary>What a local or field starts from, where that stands in the same file.</summary>
    private static ExpressionSyntax? InitializerOf(ISymbol symbol, SyntaxTree tree)
        => symbol.DeclaringSyntaxReferences
            .Where(reference => reference.SyntaxTree == tree)
            .Select(static reference => (reference.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value)
            .FirstOrDefault(static value => value is not null);

    private static string? LayerIn(SyntaxNode source)
        => source.DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(static name => name.Identifier.ValueText)
            .FirstOrDefault(static name => s_layers.Contains(name));
}
