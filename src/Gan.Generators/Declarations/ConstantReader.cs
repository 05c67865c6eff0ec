using System.Globalization;
using Gan.Dsl;
using Gan.Generators.Basics;
using Gan.Generators.Formulas.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gan.Generators.Declarations;

/// <summary>Reads the numbers that formulas may call by their C# names: constants of the type, of its bases and of the types around it.</summary>
internal static class ConstantReader
{
    /// <summary>The numeric fields and properties that the formulas name, constant or not; the first of a name hides the others, as in C#.</summary>
    public static EquatableArray<NamedConstant> Read(INamedTypeSymbol type, IReadOnlyList<string> formulas, Compilation compilation, CancellationToken cancellation)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return Compiled(type);

        List<NamedConstant>? found = null;
        foreach (var scope in Scopes(type))
        {
            foreach (var member in scope.GetMembers())
            {
                if (!IsNumber(member) || !formulas.Any(formula => Names(formula, member.Name)) || found?.Exists(constant => constant.Name == member.Name) == true) continue;
                if (compilation.IsSymbolAccessibleWithin(member, type)) (found ??= []).Add(Read(member, compilation, cancellation));
            }
        }

        return found is null ? default : found.ToEquatableArray();
    }

    /// <summary>The value of a constant, or of a static readonly field that starts from a constant expression and is set nowhere else; null where it is none.</summary>
    public static double? ValueOf(IFieldSymbol field, Compilation compilation, CancellationToken cancellation)
    {
        var value = field.HasConstantValue ? field.ConstantValue
            : field is { IsStatic: true, IsReadOnly: true } && InitializerOf(field, cancellation) is { } initializer && !IsSetByConstructor(field, cancellation)
                ? compilation.GetSemanticModel(initializer.SyntaxTree).GetConstantValue(initializer, cancellation).Value
                : null;
        return value is IConvertible number and not (string or bool or char) && Convert.ToDouble(number, CultureInfo.InvariantCulture) is var finite && !double.IsNaN(finite) && !double.IsInfinity(finite)
            ? finite
            : null;
    }

    /// <summary>Why a field is no constant, and what to do.</summary>
    public static string AdviceFor(IFieldSymbol field) => field switch
    {
        { HasConstantValue: true } => "the constant of that name is not a finite number",
        { IsStatic: true, IsReadOnly: true } => "the value of the field of that name is not known while compiling, so initialise it with a constant expression, or make it const",
        _ => "the field of that name may change, so make it const, or declare a [Hyperparameter] property",
    };

    private static NamedConstant Read(ISymbol member, Compilation compilation, CancellationToken cancellation)
        => member is not IFieldSymbol field ? new(member.Name, null, "the property of that name may change, so mark it [Hyperparameter], and write its first letter small")
            : ValueOf(field, compilation, cancellation) is { } value ? new(field.Name, value)
            : new(field.Name, null, AdviceFor(field));

    private static EquatableArray<NamedConstant> Compiled(INamedTypeSymbol type)
        => type.GetAttributes()
            .Where(static a => ObjectiveDeclarationReader.IsAttribute<CompiledConstantAttribute>(a))
            .Select(static a => new NamedConstant((string)a.ConstructorArguments[0].Value!, (double)a.ConstructorArguments[1].Value!))
            .ToEquatableArray();

    private static IEnumerable<INamedTypeSymbol> Scopes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            for (INamedTypeSymbol? scope = around; scope is { SpecialType: SpecialType.None }; scope = scope.BaseType) yield return scope;
        }
    }

    private static bool IsNumber(ISymbol member) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false, Type: var type } => IsNumber(type),
        IPropertySymbol { IsIndexer: false, Type: var type } => IsNumber(type) && !HyperparameterReader.IsMarked(member),
        _ => false,
    };

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>Whether the name occurs as a word: most members do not, and need no parser to tell. A member that is still being typed has no name.</summary>
    private static bool Names(string formula, string name)
    {
        if (name.Length == 0) return false;
        for (var at = formula.IndexOf(name, StringComparison.Ordinal); at >= 0; at = formula.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!IsPart(at - 1) && !IsPart(at + name.Length)) return true;
        }

        return false;

        bool IsPart(int index) => index >= 0 && index < formula.Length && (char.IsLetterOrDigit(formula[index]) || formula[index] == '_');
    }

    private static ExpressionSyntax? InitializerOf(IFieldSymbol field, CancellationToken cancellation)
        => (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value;

    /// <summary>A static constructor that names the field may set it to anything.</summary>
    private static bool IsSetByConstructor(IFieldSymbol field, CancellationToken cancellation)
        => field.ContainingType.StaticConstructors
            .SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .Any(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == field.Name));
}
