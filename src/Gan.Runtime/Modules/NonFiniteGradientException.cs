namespace Gan.Runtime;

/// <summary>A parameter's gradient has a NaN or an infinity.</summary>
/// <param name="parameter">The parameter's name in its module; for an optimiser, which knows no names, its number and shape.</param>
public sealed class NonFiniteGradientException(string parameter)
    : ArithmeticException($"The gradient of parameter {parameter} has a NaN or an infinity. No gradient has been clipped.")
{
    /// <summary>The parameter's name in its module; for an optimiser, which knows no names, its number and shape.</summary>
    public string Parameter { get; } = parameter;
}
