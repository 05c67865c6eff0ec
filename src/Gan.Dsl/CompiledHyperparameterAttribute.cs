using System.ComponentModel;

namespace Gan.Dsl;

/// <summary>
/// Written by the generator beside a compiled objective: the value a hyperparameter starts from, for generators that meet the type in a referenced assembly.
/// </summary>
/// <param name="property">The property's name.</param>
/// <param name="value">Its initial value.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledHyperparameterAttribute(string property, double value) : Attribute
{
    /// <summary>The property's name.</summary>
    public string Property { get; } = property;

    /// <summary>Its initial value.</summary>
    public double Value { get; } = value;
}
