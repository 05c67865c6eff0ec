namespace Gan.Dsl;

/// <summary>
/// Makes a property a hyperparameter: formulas use it by its name with the first letter lowered, and each instance may set its own value.
/// </summary>
/// <remarks>
/// The property is of type double. An auto-property starts from its constant initialiser, <c>public double Margin { get; init; } = 1;</c>,
/// and its range is checked when a loss uses it. A partial property starts from <see cref="Default"/>,
/// <c>[Hyperparameter(Default = 1, Min = 0)] public partial double Margin { get; init; }</c>: its other part is generated, and checks the range when it is set.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HyperparameterAttribute : Attribute
{
    /// <summary>The value that a partial property starts from. Default: 0. Any other property has an initialiser for it.</summary>
    public double Default { get; set; }

    /// <summary>The smallest value allowed. Default: none.</summary>
    public double Min { get; set; } = double.NegativeInfinity;

    /// <summary>The largest value allowed. Default: none.</summary>
    public double Max { get; set; } = double.PositiveInfinity;

    /// <summary>Excludes <see cref="Min"/> and <see cref="Max"/> themselves.</summary>
    public bool Exclusive { get; set; }
}
