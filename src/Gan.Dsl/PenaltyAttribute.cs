namespace Gan.Dsl;

/// <summary>
/// Adds a penalty of your own to the loss of the discriminator or of the generator: a class that derives from <c>DiscriminatorPenalty</c> or <c>GeneratorPenalty</c>.
/// </summary>
/// <remarks>
/// <para>The class must be accessible from the generated code, so it cannot be a private nested class, and it cannot be abstract. The objective constructs it with the arguments given here.</para>
/// <para>
/// A class with a property <c>State</c> whose type derives from <c>PenaltyState</c> gets a state that belongs to the instance of the objective and is saved with checkpoints.
/// </para>
/// <para>The compiler does not know what the class computes. It proves nothing that the penalty could change, and it counts what <see cref="LimitsSlope"/> claims.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PenaltyAttribute : Attribute
{
    /// <summary>Initialises a new instance of the attribute.</summary>
    /// <param name="type">The class of the penalty, such as <c>typeof(Mine)</c>.</param>
    /// <param name="arguments">The arguments of its constructor: numbers, strings, flags, characters, members of enums and types.</param>
    public PenaltyAttribute(Type type, params object?[] arguments) => (Type, Arguments) = (type, arguments);

    /// <summary>Gets the class of the penalty.</summary>
    public Type Type { get; }

    /// <summary>Gets the arguments of its constructor.</summary>
    public object?[] Arguments { get; }

    /// <summary>Gets or sets the factor of the expectation, finite and at least 0. If it is not set, the class gives the weight. A weight of 0 disables the penalty.</summary>
    /// <remarks>It cannot be combined with <see cref="WeightFrom"/>.</remarks>
    public double Weight { get; set; } = 1;

    /// <summary>
    /// Gets or sets the name of the <see cref="HyperparameterAttribute"/> property that holds the weight, such as <c>nameof(Lambda)</c>. Each instance can then have its own weight.
    /// </summary>
    /// <remarks>The range of the property must exclude negative numbers. It cannot be combined with a number for the weight.</remarks>
    public string? WeightFrom { get; set; }

    /// <summary>Gets or sets the interval n of lazy regularisation: the penalty is evaluated at every n-th step and multiplied by n. At least 1. If it is not set, the class gives the interval.</summary>
    /// <remarks>Source: Karras et al. 2020 (arXiv 1912.04958).</remarks>
    public int Every { get; set; } = 1;

    /// <summary>Gets or sets a value that indicates whether the penalty limits the slope of D, so that the loss of a critic has a minimum. The default is <see langword="false"/>.</summary>
    public bool LimitsSlope { get; set; }
}
