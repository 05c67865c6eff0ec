namespace Gan.Generators.Penalties;

/// <summary>A test of a penalty on networks for which its value is known.</summary>
/// <param name="Name">The end of the test's name.</param>
/// <param name="Check">The method of the runtime that builds such a network and compares.</param>
/// <param name="Parameters">The names of the numbers that it takes.</param>
/// <param name="Rows">These numbers, once for each test.</param>
internal sealed record ClosedForm(string Name, string Check, string[] Parameters, double[][] Rows)
{
    /// <summary>Norms below and above the usual target of 1, so that a one-sided penalty shows both its sides.</summary>
    private static readonly double[] s_norms = [0.25, 3];

    /// <summary>Of the tests' generators G(z) = s·z.</summary>
    private static readonly double[] s_slopes = [0.5, 3];

    /// <summary>Logits in the right and in the wrong order.</summary>
    private static readonly (double Real, double Fake)[] s_levels = [(3, -0.5), (-2, 0.25)];

    /// <summary>On a linear discriminator, whose gradient has one norm everywhere.</summary>
    /// <param name="isEstimated">By finite differences, which are the norm only on average.</param>
    public static ClosedForm OfLinearDiscriminator(GradientPull pull, bool isEstimated = false) => pull is not { Factor: null, Order: 2 } ? AtLogits(pull) : new(
        "OfALinearDiscriminator",
        isEstimated ? "LinearDiscriminatorOnAverage" : "LinearDiscriminator",
        ["gradientNorm", "expected"],
        [.. s_norms.Select(norm => new[] { norm, pull.Of(norm) })]);

    /// <summary>The same where D also returns one logit everywhere, with the order of the norm.</summary>
    private static ClosedForm AtLogits(GradientPull pull) => new(
        "OfALinearDiscriminator",
        "LinearDiscriminatorAtLogit",
        ["gradientNorm", "order", "logit", "expected"],
        [.. s_norms.SelectMany(norm => s_levels.Select(level => new[] { norm, pull.Order, level.Real, pull.Of(norm, level.Real) }))]);

    /// <summary>On the generator G(z) = s·z, at two slopes s, as an expectation.</summary>
    /// <param name="check">The method of the runtime.</param>
    /// <param name="value">The value at a slope.</param>
    /// <param name="derivative">Its derivative in the slope; null where the check does not ask for it.</param>
    public static ClosedForm OfLinearGenerator(string check, Func<double, double> value, Func<double, double>? derivative = null) => new(
        "OfALinearGenerator",
        check,
        derivative is null ? ["slope", "expected"] : ["slope", "expected", "derivative"],
        [.. s_slopes.Select(slope => derivative is null ? new[] { slope, value(slope) } : [slope, value(slope), derivative(slope)])]);

    /// <summary>Where every real logit is one number and every fake one another.</summary>
    /// <param name="value">The value at those two.</param>
    /// <param name="slope">Its slope there in the scale of D.</param>
    public static ClosedForm OfLogitLevels(Func<double, double, double> value, Func<double, double, double> slope) => new(
        "OfLogitLevels",
        "LogitLevels",
        ["realLogit", "fakeLogit", "expected", "slope"],
        [.. s_levels.Select(level => new[] { level.Real, level.Fake, value(level.Real, level.Fake), slope(level.Real, level.Fake) })]);
}
