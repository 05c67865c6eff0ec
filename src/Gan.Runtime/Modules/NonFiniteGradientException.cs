namespace Gan.Runtime;

/// <summary>The exception that is thrown when the gradient of a parameter contains NaN or infinity.</summary>
/// <param name="parameter">The name of the parameter in its module or, for an optimiser, its index and shape.</param>
public sealed class NonFiniteGradientException(string parameter)
    : ArithmeticException($"The gradient of parameter {parameter} has a NaN or an infinity. No gradient has been clipped.")
{
    /// <summary>Gets the name of the parameter in its module or, for an optimiser, its index and shape.</summary>
    public string Parameter { get; } = parameter;
}
