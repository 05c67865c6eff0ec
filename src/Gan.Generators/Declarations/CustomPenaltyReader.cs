using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Penalties;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gan.Generators.Declarations;

/// <summary>Reads <c>[Penalty(typeof(Mine))]</c>, and finds what keeps the class from being used.</summary>
internal static class CustomPenaltyReader
{
    private const string Runtime = "Gan.Runtime", StateProperty = "State";

    public static bool Is(AttributeData attribute) => ObjectiveDeclarationReader.IsAttribute<PenaltyAttribute>(attribute);

    public static Penalty Read(AttributeData attribute, Compilation compilation)
    {
        var (arguments, defaults) = (new AttributeArguments(attribute), new PenaltyAttribute(typeof(object)));
        var type = attribute.ConstructorArguments is [{ Value: ITypeSymbol symbol }, ..] ? symbol : null;
        TypedConstant[] given = attribute.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } array] ? [.. array.Values] : [];
        var shown = type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "null";
        (PenaltyMistakeKind, string, string)? unusable = WhyNot(type, compilation) is { } reason ? (PenaltyMistakeKind.Type, shown, reason)
            : WhyNotConstructed((INamedTypeSymbol)type!, given, compilation) is { } mismatch ? (PenaltyMistakeKind.Constructor, shown, mismatch)
            : null;
        return new CustomPenalty(
            NameOf(type),
            type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? "",
            type is not null && DerivesFrom(type, "GeneratorPenalty"),
            given.Select(Literal).ToEquatableArray(),
            type is null ? null : StateOf(type)?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            arguments.Number(nameof(PenaltyAttribute.Weight), defaults.Weight),
            arguments.Integer(nameof(PenaltyAttribute.Every), defaults.Every),
            arguments.Has(nameof(PenaltyAttribute.Weight)),
            arguments.Has(nameof(PenaltyAttribute.Every)),
            arguments.Flag(nameof(PenaltyAttribute.LimitsSlope), defaults.LimitsSlope))
        {
            Unusable = unusable,
            WeightFrom = arguments.Text(nameof(Penalty.WeightFrom)),
            NumberBesides = arguments.Has(nameof(PenaltyAttribute.Weight)) && arguments.Text(nameof(Penalty.WeightFrom)) is not null ? nameof(PenaltyAttribute.Weight) : null,
        };
    }

    /// <summary>As the runtime calls it: without its suffix.</summary>
    private static string NameOf(ITypeSymbol? type)
    {
        var name = type is INamedTypeSymbol { Name.Length: > 0 } ? type.Name : "Custom";
        return name.Length > nameof(Penalty).Length && name.EndsWith(nameof(Penalty), StringComparison.Ordinal) ? name.Substring(0, name.Length - nameof(Penalty).Length) : name;
    }

    private static string? WhyNot(ITypeSymbol? type, Compilation compilation)
    {
        if (type is not INamedTypeSymbol named || !(DerivesFrom(type, "DiscriminatorPenalty") || DerivesFrom(type, "GeneratorPenalty")))
            return "is not a penalty: derive it from DiscriminatorPenalty or GeneratorPenalty";
        if (named.IsUnboundGenericType) return "has no type arguments: give them";
        if (named.IsAbstract) return "is abstract: name a class that derives from it";
        if (IsFileLocal(named) || !compilation.IsSymbolAccessibleWithin(named, compilation.Assembly)) return "is not accessible to the generated code: make it internal or public, and the types around it too";
        // Nothing that steps move is lost without a message.
        return (StateOf(named), Carries(named)) switch
        {
            (null, true) => "overrides Carried, so it needs a property State of the state's type with an accessible init accessor, which the objective sets",
            ({ }, false) => "has a property State, but does not return it from Carried: override Carried",
            ({ } state, _) when !HasView(state, compilation) => $"has the state '{state.Name}', which must be accessible and have a public constructor (Func<CarriedNumbers> read, Action<CarriedNumbers> write)",
            _ => null,
        };
    }

    private static string? WhyNotConstructed(INamedTypeSymbol type, TypedConstant[] given, Compilation compilation)
    {
        if (given.Any(static argument => argument.Kind is TypedConstantKind.Array or TypedConstantKind.Error)) return "an argument is an array, which a constructor cannot get from an attribute";
        if (RequiredMemberOf(type) is { } required) return $"it has the required member '{required}', which the generated code does not set";
        var usable = type.InstanceConstructors.Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)).ToArray();
        return usable.Any(constructor => Takes(constructor, given, compilation)) ? null
            : given.Length == 0 ? "it has no accessible constructor without parameters: add one, or give the arguments after the type"
            : "none of its accessible constructors takes these arguments";
    }

    private static bool Takes(IMethodSymbol constructor, TypedConstant[] given, Compilation compilation)
        => given.Length <= constructor.Parameters.Length
            && constructor.Parameters.Skip(given.Length).All(static parameter => parameter.IsOptional || parameter.IsParams)
            && constructor.Parameters.Zip(given, (parameter, argument) => parameter.RefKind == RefKind.None
                && (argument.IsNull ? parameter.Type.IsReferenceType || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T : compilation.HasImplicitConversion(argument.Type, parameter.Type))).All(static fits => fits);

    private static string? RequiredMemberOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? scope = type; scope is not null; scope = scope.BaseType)
        {
            if (scope.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required) return required.Name;
        }

        return null;
    }

    /// <summary>The type of the property that the objective sets; null where there is none.</summary>
    private static INamedTypeSymbol? StateOf(ITypeSymbol type)
    {
        for (ITypeSymbol? scope = type; scope is not null; scope = scope.BaseType)
        {
            if (scope.GetMembers(StateProperty).OfType<IPropertySymbol>().FirstOrDefault() is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, IsStatic: false, Type: INamedTypeSymbol state } && DerivesFrom(state, "PenaltyState"))
                return state;
        }

        return null;
    }

    private static bool Carries(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? scope = type; scope is not null; scope = scope.BaseType)
        {
            if (scope.GetMembers("Carried").Any(static member => member is IPropertySymbol { IsOverride: true })) return true;
        }

        return false;
    }

    private static bool HasView(INamedTypeSymbol state, Compilation compilation)
        => !state.IsAbstract && compilation.IsSymbolAccessibleWithin(state, compilation.Assembly)
            && state.InstanceConstructors.Any(constructor => compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly) && constructor.Parameters is [{ Type.Name: "Func" }, { Type.Name: "Action" }]);

    private static bool DerivesFrom(ITypeSymbol type, string name)
    {
        for (var scope = type.OriginalDefinition.BaseType; scope is not null; scope = scope.BaseType)
        {
            if (scope.Name == name && scope.ContainingNamespace.IsNamed(Runtime)) return true;
        }

        return false;
    }

    private static bool IsFileLocal(INamedTypeSymbol type) => type.IsFileLocal || (type.ContainingType is { } around && IsFileLocal(around));

    private static string Literal(TypedConstant argument) => argument switch
    {
        { IsNull: true } or { Kind: TypedConstantKind.Array or TypedConstantKind.Error } => "null",
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})",
        { Kind: TypedConstantKind.Enum, Type: { } type } => $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({SymbolDisplay.FormatPrimitive(argument.Value!, quoteStrings: true, useHexadecimalNumbers: false)})",
        { Value: double number } => Numbers.Literal(number),
        { Value: float number } => $"(float){Numbers.Literal(number)}",
        { Type: { } type } => $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}){SymbolDisplay.FormatPrimitive(argument.Value!, quoteStrings: true, useHexadecimalNumbers: false)}",
        _ => "null",
    };
}
