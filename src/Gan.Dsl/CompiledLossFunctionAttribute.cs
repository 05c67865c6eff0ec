using System.ComponentModel;

namespace Gan.Dsl;

/// <summary>
/// Records the formula that the generator read from a <see cref="LossFunctionAttribute"/> method.
/// </summary>
/// <remarks>The generator writes it on each compiled objective. Generators that see the type in a referenced assembly read it there, because they cannot see the body of the method.</remarks>
/// <param name="name">The name of the method.</param>
/// <param name="body">The formula of the method: <c>t</c> is its first parameter, and the other parameters have their own names.</param>
/// <param name="parameters">The parameters after the first: <c>margin</c>, or <c>margin = 0.5</c> for a parameter with a default value.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledLossFunctionAttribute(string name, string body, params string[] parameters) : Attribute
{
    /// <summary>Gets the name of the method.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the formula of the method, in which <c>t</c> is the first parameter.</summary>
    public string Body { get; } = body;

    /// <summary>Gets the parameters after the first, each with its default value where it has one.</summary>
    public string[] Parameters { get; } = parameters;

    /// <summary>Gets or sets a value that indicates whether the method computes in <see cref="float"/> rather than <see cref="double"/>.</summary>
    public bool SinglePrecision { get; set; }
}
