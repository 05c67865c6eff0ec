namespace Gan.Runtime.Testing;

/// <summary>Holds a <c>[LossFunction]</c> method against the formula that the compiler read from its body.</summary>
public static class LossFunctionChecks
{
    /// <summary>The method has the formula's values, up to the rounding of double.</summary>
    /// <param name="functions">The objective.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="expected">The formula's values, by logit; at least one.</param>
    /// <param name="further">The arguments after the logit.</param>
    /// <exception cref="ObjectiveCheckException">A value is off.</exception>
    public static void Values(ILossFunctions functions, string name, IReadOnlyList<(double Logit, double Value)> expected, IReadOnlyList<double> further) =>
        Check(functions, name, expected, further, 1e-9, double.MaxValue);

    /// <summary>The same for a method that computes in float. Where float ends, infinity is expected.</summary>
    /// <param name="functions">The objective.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="expected">The formula's values, by logit; at least one.</param>
    /// <param name="further">The arguments after the logit.</param>
    /// <exception cref="ObjectiveCheckException">A value is off.</exception>
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
