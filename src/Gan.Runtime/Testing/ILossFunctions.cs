namespace Gan.Runtime.Testing;

/// <summary>
/// Implemented by objectives that have <c>[LossFunction]</c> methods: it runs the methods themselves, private as they are,
/// so that a test can hold what the compiler read from them against what they do.
/// </summary>
public interface ILossFunctions
{
    /// <summary>Calls a loss function.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="arguments">One for each parameter, the logit first.</param>
    /// <returns>What the method returns.</returns>
    /// <exception cref="ArgumentException">There is no loss function of that name.</exception>
    double Evaluate(string name, IReadOnlyList<double> arguments);
}
