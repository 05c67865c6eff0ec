namespace Gan.Runtime.Testing;

/// <summary>Checks a <c>[LossFunction]</c> method against the formula that the compiler read from its body.</summary>
public static class LossFunctionChecks
{
    /// <summary>Checks that a method returns the values of the formula, up to rounding in double precision.</summary>
    /// <param name="functions">The objective.</param>
    /// <param name="name">The name of the method.</param>
    /// <param name="expected">One or more logits, each with the value of the formula.</param>
    /// <param name="further">The arguments after the logit.</param>
    /// <exception cref="ArgumentException">An argument is null, the list is empty, or there is no loss function with this name.</exception>
    /// <exception cref="ObjectiveCheckException">A value is wrong.</exception>
    public static void Values(ILossFunctions functions, string name, IReadOnlyList<(double Logit, double Value)> expected, IReadOnlyList<double> further) =>
        Check(functions, name, expected, further, 1e-9, double.MaxValue);

    /// <summary>Checks that a method that computes in single precision returns the values of the formula, up to rounding. Where a value is out of the range of float, infinity is expected.</summary>
    /// <param name="functions">The objective.</param>
    /// <param name="name">The name of the method.</param>
    /// <param name="expected">One or more logits, each with the value of the formula.</param>
    /// <param name="further">The arguments after the logit.</param>
    /// <exception cref="ArgumentException">An argument is null, the list is empty, or there is no loss function with this name.</exception>
    /// <exception cref="ObjectiveCheckException">A value is wrong.</exception>
    public static void SingleValues(ILossFunctions functions, string name, IReadOnlyList<(double Logit, double Value)> expected, IReadOnlyList<double> further) =>
        Check(functions, name, expected, further, 1e-5, float.MaxValue);

    private static void Check(
        ILossFunctions functions,
        string name,
        IReadOnlyList<(double Logit, double Value)> expected,
        IReadOnlyList<double> further,
        double tolerance,
        double largest)
    {
        ArgumentNullException.ThrowIfNull(functions);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(further);
        if (expected.Count == 0)
            throw new ArgumentException("There is nothing to check: the list is empty.", nameof(expected));

        var failures = new Failures();
        foreach (var (logit, value) in expected)
        {
            var actual = functions.Evaluate(name, [logit, .. further]);
            var wanted = Math.Abs(value) > largest ? Math.CopySign(double.PositiveInfinity, value) : value;
            if (!AreNear(actual, wanted, tolerance * Math.Max(1, Math.Max(Math.Abs(value), Math.Abs(logit)))))
                failures.Add($"{name} at logit {logit:R}: the compiler read a formula of value {wanted:R}, but the method returns {actual:R}.");
        }

        failures.ThrowIfAny();
    }

    private static bool AreNear(double actual, double expected, double tolerance) =>
        actual.Equals(expected) || (double.IsFinite(expected) && Math.Abs(actual - expected) <= tolerance);
}
