namespace Gan.Dsl;

/// <summary>
/// Makes a property a hyperparameter: formulas use it by its name with the first letter lowered, and each instance may set its own value.
/// </summary>
/// <remarks>The property is an auto-property of type double with a constant initialiser: <c>public double Margin { get; init; } = 1;</c>.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HyperparameterAttribute : Attribute
{
    /// <summary>The smallest value allowed. Default: none.</summary>
    public double Min { get; set; } = double.NegativeInfinity;

    /// <summary>The largest value allowed. Default: none.</summary>
    public double Max { get; set; } = double.PositiveInfinity;

    /// <summary>Excludes <see cref="Min"/> and <see cref="Max"/> themselves.</summary>
    public bool Exclusive { get; set; }
}
