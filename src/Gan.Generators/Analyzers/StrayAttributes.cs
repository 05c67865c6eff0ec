using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Gan.Generators.Analyzers;

/// <summary>Attributes that say something of an objective, on a type that is none: most often the objective attribute was forgotten.</summary>
internal static class StrayAttributes
{
    public static IEnumerable<Diagnostic> In(INamedTypeSymbol type, CancellationToken cancellation)
        => type.GetAttributes().Where(static a => PenaltyReader.IsPenalty(a) || ObjectiveDeclarationReader.IsAttribute<WeightClipAttribute>(a) || ObjectiveDeclarationReader.IsAttribute<SpectralNormAttribute>(a) || ObjectiveDeclarationReader.IsAttribute<CriticLimitedByAttribute>(a) || ObjectiveDeclarationReader.IsAttribute<LabelSmoothingAttribute>(a) || ObjectiveDeclarationReader.IsAttribute<InstanceNoiseAttribute>(a) || ObjectiveDeclarationReader.IsAttribute<TopKAttribute>(a))
            .Concat(type.GetMembers().Where(static member => member is IPropertySymbol or IMethodSymbol).SelectMany(static member => member.GetAttributes())
                .Where(static a => HyperparameterReader.IsMark(a) || ObjectiveDeclarationReader.IsAttribute<LossFunctionAttribute>(a)))
            .Select(attribute => Diagnostic.Create(
                Descriptors.StrayAttribute,
                attribute.ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation(),
                attribute.AttributeClass!.Name.Replace(nameof(Attribute), ""),
                type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
}
