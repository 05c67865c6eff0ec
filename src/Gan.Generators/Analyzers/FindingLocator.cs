using Gan.Dsl;
using Gan.Generators.Declarations;
using Gan.Generators.Declarations.LossFunctions;
using Gan.Generators.Penalties;
using Gan.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Analyzers;

/// <summary>Finds the characters of the source that a finding is about, in whichever part of the type they stand.</summary>
internal sealed class FindingLocator(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
{
    public Location Locate(FindingTarget target) => target switch
    {
        FindingTarget.Objective objective => Of(Objective, objective.Argument),
        FindingTarget.Formula formula => Of(formula.Argument == nameof(DeclaredFormulas.F) ? Divergence : Objective, formula.Argument, formula.Start, formula.Length),
        FindingTarget.Penalty penalty => Of(Attribute(PenaltyReader.IsPenalty, penalty.Index), penalty.Argument),
        FindingTarget.PenaltyFormula formula => Of(Attribute(PenaltyReader.IsPenalty, formula.Index), formula.Argument, formula.Start, formula.Length),
        FindingTarget.WeightClip { Limit: true } clip => OfFirstArgument(WeightClip(clip.Index)),
        FindingTarget.WeightClip clip => Of(WeightClip(clip.Index)),
        FindingTarget.LabelSmoothing { Target: true } => OfFirstArgument(LabelSmoothing),
        FindingTarget.LabelSmoothing => Of(LabelSmoothing),
        FindingTarget.InstanceNoise => OfFirstArgument(Attribute(ObjectiveDeclarationReader.IsAttribute<InstanceNoiseAttribute>, 0)),
        FindingTarget.TopK { Share: true } => OfFirstArgument(Attribute(ObjectiveDeclarationReader.IsAttribute<TopKAttribute>, 0)),
        FindingTarget.TopK => Of(Attribute(ObjectiveDeclarationReader.IsAttribute<TopKAttribute>, 0)),
        FindingTarget.CriticLimit => OfFirstArgument(Attribute(ObjectiveDeclarationReader.IsAttribute<CriticLimitedByAttribute>, 0)),
        FindingTarget.Hyperparameter hyperparameter => HyperparameterReader.PropertiesOf(type).First(marked => marked.Property.Name == hyperparameter.Property).Property.Locations[0],
        FindingTarget.Schedule schedule => OfProperty<ScheduleAttribute>(schedule.Property, null, schedule.Start, schedule.Length),
        FindingTarget.State state => OfProperty<StateAttribute>(state.Property, state.Argument, state.Start, state.Length),
        FindingTarget.Member member => TypeShapeReader.UserMembersOf(type).First(m => m.Name == member.Name).Locations[0],
        FindingTarget.LossFunction function => Of(function),
        _ => Name,
    };

    private AttributeSyntax Objective => FirstOrNull(ObjectiveDeclarationReader.IsAttribute<GanObjectiveAttribute>) ?? Divergence;

    private AttributeSyntax LabelSmoothing => Attribute(ObjectiveDeclarationReader.IsAttribute<LabelSmoothingAttribute>, 0);

    private AttributeSyntax Divergence => Attribute(ObjectiveDeclarationReader.IsAttribute<FDivergenceAttribute>, 0);

    /// <summary>The name in the part that carries the objective attribute.</summary>
    private Location Name => Objective is { Parent.Parent: BaseTypeDeclarationSyntax part } ? part.Identifier.GetLocation() : type.Locations[0];

    private AttributeSyntax WeightClip(int index) => Attribute(ObjectiveDeclarationReader.IsAttribute<WeightClipAttribute>, index);

    private AttributeSyntax Attribute(Func<AttributeData, bool> isWanted, int index)
        => SyntaxOf(type.GetAttributes().Where(isWanted).ElementAt(index));

    private AttributeSyntax? FirstOrNull(Func<AttributeData, bool> isWanted)
        => type.GetAttributes().FirstOrDefault(isWanted) is { } attribute ? SyntaxOf(attribute) : null;

    private AttributeSyntax SyntaxOf(AttributeData attribute) => (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellation);

    private static Location Of(AttributeSyntax attribute, string? argument = null)
        => argument is null ? attribute.GetLocation() : (ValueOf(attribute, argument) ?? (SyntaxNode)attribute).GetLocation();

    private static Location OfFirstArgument(AttributeSyntax attribute)
        => (attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression ?? (SyntaxNode)attribute).GetLocation();

    private Location Of(AttributeSyntax attribute, string argument, int start, int length)
    {
        if (ValueOf(attribute, argument) is not { } value)
            return attribute.GetLocation();

        var model = compilation.GetSemanticModel(attribute.SyntaxTree);
        return Location.Create(attribute.SyntaxTree, FormulaCharacters.Locate(value, start, length, model, cancellation));
    }

    /// <summary>The named argument of a property's attribute, or its first one, or characters of it.</summary>
    private Location OfProperty<TAttribute>(string name, string? argument, int start, int length)
        where TAttribute : Attribute
    {
        var property = HyperparameterReader.PropertiesOf(type).First(marked => marked.Property.Name == name).Property;
        var attribute = SyntaxOf(property.GetAttributes().First(ObjectiveDeclarationReader.IsAttribute<TAttribute>));
        if ((argument is null ? attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression : ValueOf(attribute, argument)) is not { } value) return attribute.GetLocation();
        return length == 0
            ? value.GetLocation()
            : Location.Create(attribute.SyntaxTree, FormulaCharacters.Locate(value, start, length, compilation.GetSemanticModel(attribute.SyntaxTree), cancellation));
    }

    private Location Of(FindingTarget.LossFunction function)
    {
        var method = LossFunctionReader.Methods(type).ElementAt(function.Index);
        return LossFunctionReader.Syntax(method, cancellation) is { } syntax
            ? function.Length == 0 ? syntax.Identifier.GetLocation() : Location.Create(syntax.SyntaxTree, new(syntax.SpanStart + function.Start, function.Length))
            : method.Locations[0];
    }

    /// <summary>The named argument; f of <c>[FDivergence]</c> and the class of <c>[Penalty]</c> stand at the first place.</summary>
    private static ExpressionSyntax? ValueOf(AttributeSyntax attribute, string argument)
        => attribute.ArgumentList?.Arguments.FirstOrDefault(candidate => argument is nameof(DeclaredFormulas.F) or PenaltyMistake.TypeArgument
            ? candidate.NameEquals is null
            : candidate.NameEquals?.Name.Identifier.ValueText == argument)?.Expression;
}
