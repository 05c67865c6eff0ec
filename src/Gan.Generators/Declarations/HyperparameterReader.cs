using Gan.Dsl;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations;

/// <summary>Reads the properties marked <see cref="HyperparameterAttribute"/>, with the constants they start from.</summary>
internal static class HyperparameterReader
{
    public static EquatableArray<HyperparameterDeclaration> Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
        => type.GetMembers().OfType<IPropertySymbol>()
            .Select(property => Read(property, compilation, cancellation))
            .OfType<HyperparameterDeclaration>()
            .ToEquatableArray();

    private static HyperparameterDeclaration? Read(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        if (property.GetAttributes().FirstOrDefault(static a => ObjectiveDeclarationReader.IsAttribute<HyperparameterAttribute>(a)) is not { } attribute)
            return null;

        var arguments = new AttributeArguments(attribute);
        var defaults = new HyperparameterAttribute();
        return new(
            property.Name,
            DefaultOf(property, compilation, cancellation),
            arguments.Number(nameof(defaults.Min), defaults.Min),
            arguments.Number(nameof(defaults.Max), defaults.Max),
            arguments.Flag(nameof(defaults.Exclusive), defaults.Exclusive));
    }

    private static double? DefaultOf(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
        => property.DeclaringSyntaxReferences.IsEmpty
            ? CompiledDefaultOf(property)
            : property.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax(cancellation))
                .OfType<PropertyDeclarationSyntax>()
                .Select(declaration => ConstantOf(declaration.Initializer, compilation, cancellation))
                .FirstOrDefault(static value => value is not null);

    /// <summary>An auto-property without initialiser starts from 0.</summary>
    private static double? ConstantOf(EqualsValueClauseSyntax? initializer, Compilation compilation, CancellationToken cancellation)
    {
        if (initializer is null)
            return 0;

        var constant = compilation.GetSemanticModel(initializer.SyntaxTree).GetConstantValue(initializer.Value, cancellation);
        return constant is { HasValue: true, Value: IConvertible value and not string } ? Convert.ToDouble(value) : null;
    }

    /// <summary>Initialisers are not in metadata: the generated part of the type repeats them in an attribute.</summary>
    private static double? CompiledDefaultOf(IPropertySymbol property)
        => property.ContainingType.GetAttributes()
            .Where(static a => ObjectiveDeclarationReader.IsAttribute<CompiledHyperparameterAttribute>(a))
            .Where(a => a.ConstructorArguments[0].Value as string == property.Name)
            .Select(static a => a.ConstructorArguments[1].Value as double?)
            .FirstOrDefault();
}
