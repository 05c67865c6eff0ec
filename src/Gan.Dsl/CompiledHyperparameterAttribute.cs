using System.ComponentModel;

namespace Gan.Dsl;

/// <summary>
/// Records the initial value of a hyperparameter of an objective.
/// </summary>
/// <remarks>The generator writes it on each compiled objective. Generators that see the type in a referenced assembly read it there.</remarks>
/// <param name="property">The name of the property.</param>
/// <param name="value">The initial value of the property.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledHyperparameterAttribute(string property, double value) : Attribute
{
    /// <summary>Gets the name of the property.</summary>
    public string Property { get; } = property;

    /// <summary>Gets the initial value of the property.</summary>
    public double Value { get; } = value;
}
