using System.ComponentModel;

namespace Gan.Dsl;

/// <summary>
/// Written by the generator beside a compiled objective: what it read from a <see cref="LossFunctionAttribute"/> method,
/// for generators that meet the type in a referenced assembly, where the method's body is not to be had.
/// </summary>
/// <param name="name">The method's name.</param>
/// <param name="body">Its value, as a formula of t, which stands for the first parameter, and the others by their names.</param>
/// <param name="parameters">The parameters after the first: <c>margin</c>, or <c>margin = 0.5</c> with its default value.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledLossFunctionAttribute(string name, string body, params string[] parameters) : Attribute
{
    /// <summary>The method's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value as a formula.</summary>
    public string Body { get; } = body;

    /// <summary>The parameters after the first.</summary>
    public string[] Parameters { get; } = parameters;

    /// <summary>Whether the method computes in float.</summary>
    public bool SinglePrecision { get; set; }
}
