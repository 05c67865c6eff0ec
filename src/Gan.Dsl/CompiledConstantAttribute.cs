using System.ComponentModel;

namespace Gan.Dsl;

/// <summary>
/// Written by the generator beside a compiled objective: the value of a constant that its formulas name, for generators that meet the type in a referenced assembly,
/// where a private constant is not to be had.
/// </summary>
/// <param name="name">The constant's name.</param>
/// <param name="value">Its value.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledConstantAttribute(string name, double value) : Attribute
{
    /// <summary>The constant's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public double Value { get; } = value;
}
