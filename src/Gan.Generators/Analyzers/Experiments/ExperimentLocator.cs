using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Analyzers.Experiments;

/// <summary>Finds the characters of an experiment's source that a finding is about.</summary>
internal sealed class ExperimentLocator(INamedTypeSymbol type, CancellationToken cancellation)
{
    public Location Locate(FindingTarget target) => target switch
    {
        FindingTarget.Setting setting => Of(Attribute<GanExperimentAttribute>(0), setting.Name),
        FindingTarget.Augment { Argument: nameof(AugmentAttribute.Policy) } => Attribute<AugmentAttribute>(0).ArgumentList!.Arguments[0].GetLocation(),
        FindingTarget.Augment augment => Of(Attribute<AugmentAttribute>(0), augment.Argument ?? ""),
        FindingTarget.Sweep sweep => Of(Attribute<SweepAttribute>(sweep.Index), sweep),
        FindingTarget.TypeArgument argument => Of(argument),
        _ => Name,
    };

    /// <summary>The name in the part that carries the attribute.</summary>
    private Location Name => Attribute<GanExperimentAttribute>(0) is { Parent.Parent: BaseTypeDeclarationSyntax part } ? part.Identifier.GetLocation() : type.Locations[0];

    private AttributeSyntax Attribute<TAttribute>(int index)
        where TAttribute : Attribute
        => (AttributeSyntax)type.GetAttributes().Where(ObjectiveDeclarationReader.IsAttribute<TAttribute>).ElementAt(index).ApplicationSyntaxReference!.GetSyntax(cancellation);

    private static Location Of(AttributeSyntax attribute, string argument)
        => (attribute.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == argument)?.Expression ?? (SyntaxNode)attribute).GetLocation();

    /// <summary>The values stand one by one, or in an array.</summary>
    private static Location Of(AttributeSyntax attribute, FindingTarget.Sweep sweep)
    {
        if ((!sweep.Name && sweep.Value is null) || attribute.ArgumentList is not { Arguments: [var name, ..] arguments })
            return attribute.GetLocation();
        if (sweep.Value is not { } value)
            return name.Expression.GetLocation();

        return (arguments.Skip(1).Select(static argument => argument.Expression).ToArray() is [var only] && ElementsOf(only) is { } elements
            ? elements.ElementAtOrDefault(value)
            : arguments.ElementAtOrDefault(1 + value)?.Expression ?? (SyntaxNode)attribute)!.GetLocation();
    }

    private static IEnumerable<SyntaxNode>? ElementsOf(ExpressionSyntax values) => values switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        CollectionExpressionSyntax collection => collection.Elements,
        _ => null,
    };

    /// <summary>The type's own name where its base is given the arguments elsewhere.</summary>
    private Location Of(FindingTarget.TypeArgument argument)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static part => part.BaseList?.Types ?? default)
            .Select(static @base => @base.Type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault())
            .FirstOrDefault(static name => name is { Identifier.ValueText: "Experiment", TypeArgumentList.Arguments.Count: 4 }) is { } generic
            ? generic.TypeArgumentList.Arguments[argument.Index].GetLocation()
            : Name;
}
