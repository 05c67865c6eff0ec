namespace Gan.Runtime.Testing;

/// <summary>
/// Calls the <c>[LossFunction]</c> methods of an objective, which can be private, so that a test can compare them with the formulas that the compiler read from them.
/// </summary>
/// <remarks>The generator implements it in each objective with such methods.</remarks>
public interface ILossFunctions
{
    /// <summary>Calls a loss function.</summary>
    /// <param name="name">The name of the method.</param>
    /// <param name="arguments">One argument per parameter. The first is the logit.</param>
    /// <returns>The result of the method.</returns>
    /// <exception cref="ArgumentException">There is no loss function with this name.</exception>
    double Evaluate(string name, IReadOnlyList<double> arguments);
}
