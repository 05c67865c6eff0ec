namespace Gan.Dsl;

/// <summary>
/// Makes a property of type <see cref="double"/> a hyperparameter of the objective. Each instance can set its own value.
/// </summary>
/// <remarks>
/// <para>Formulas refer to the property by its name, with the first letter in lower case.</para>
/// <para>An auto-property, <c>public double Margin { get; init; } = 1;</c>, has the constant of its initialiser as default. Its range is checked when a loss uses it.</para>
/// <para>
/// A partial property, <c>[Hyperparameter(Default = 1, Min = 0)] public partial double Margin { get; init; }</c>, has <see cref="Default"/> as default.
/// The generator writes its implementation, which checks the range when the property is set.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HyperparameterAttribute : Attribute
{
    /// <summary>Gets or sets the initial value of a partial property. The default is 0. Any other property has an initialiser instead.</summary>
    public double Default { get; set; }

    /// <summary>Gets or sets the smallest value allowed. The default is negative infinity, which means no limit.</summary>
    public double Min { get; set; } = double.NegativeInfinity;

    /// <summary>Gets or sets the largest value allowed. The default is positive infinity, which means no limit.</summary>
    public double Max { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets a value that indicates whether the range excludes <see cref="Min"/> and <see cref="Max"/> themselves. The default is <see langword="false"/>.</summary>
    public bool Exclusive { get; set; }
}
