using System.ComponentModel;

namespace Gan.Dsl;

/// <summary>
/// Records the value of a constant that an objective's formulas name.
/// </summary>
/// <remarks>The generator writes it on each compiled objective. Generators that see the type in a referenced assembly read it there, because they cannot see a private constant.</remarks>
/// <param name="name">The name of the constant.</param>
/// <param name="value">The value of the constant.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledConstantAttribute(string name, double value) : Attribute
{
    /// <summary>Gets the name of the constant.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the value of the constant.</summary>
    public double Value { get; } = value;
}
