using Microsoft.CodeAnalysis;

namespace Gan.Generators.Basics;

/// <summary>Typed access to the named arguments of an attribute; what was not given, or is in error, takes the attribute class's own default.</summary>
internal readonly struct AttributeArguments(AttributeData attribute)
{
    public bool Has(string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name) return true;
        }

        return false;
    }

    public string? Text(string name) => Value(name) as string;

    /// <summary>The argument of the constructor, where that is a text.</summary>
    public string? FirstText => attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : null;

    public double Number(string name, double otherwise) => Value(name) is { } value ? Convert.ToDouble(value) : otherwise;

    public int Integer(string name, int otherwise) => Value(name) is int value ? value : otherwise;

    public bool Flag(string name, bool otherwise) => Value(name) is bool value ? value : otherwise;

    public TEnum Choice<TEnum>(string name, TEnum otherwise)
        where TEnum : struct, Enum
        => Value(name) is int value ? (TEnum)(object)value : otherwise;

    private object? Value(string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum) return argument.Value.Value;
        }

        return null;
    }
}
