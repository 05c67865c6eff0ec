using System.ComponentModel;
using Gan.Runtime.Checks;

namespace Gan.Runtime;

/// <summary>Checks the values of options, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HyperparameterChecks
{
    /// <summary>Returns <paramref name="value"/> if it is positive and finite.</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="name">The name of the property, for the message.</param>
    /// <returns><paramref name="value"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite, also as a float32.</exception>
    public static double Positive(double value, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return value > 0 && Ranges.IsSingle(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and finite, as a float32 too.");
    }

    /// <summary>Returns <paramref name="value"/> if it is finite and not negative.</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="name">The name of the property, for the message.</param>
    /// <returns><paramref name="value"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite, also as a float32.</exception>
    public static double NotNegative(double value, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Ranges.NotNegative(value, name);
    }

    /// <summary>Returns <paramref name="value"/> if it is a member of its enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value to check.</param>
    /// <param name="name">The name of the property, for the message.</param>
    /// <returns><paramref name="value"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public static T Defined<T>(T value, string name)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(name);
        return Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {string.Join(", ", Enum.GetNames<T>()[..^1])} or {Enum.GetNames<T>()[^1]}.");
    }

    /// <summary>Returns <paramref name="value"/> if it is finite and in its declared range.</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="name">The name of the property, for the message.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <param name="exclusive">Whether the two limits themselves are excluded.</param>
    /// <returns><paramref name="value"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite, out of its range, or beyond the range of float32.</exception>
    public static double InRange(double value, string name, double min, double max, bool exclusive)
    {
        ArgumentNullException.ThrowIfNull(name);
        return WhyNot(value, name, min, max, exclusive) is { } reason ? throw new ArgumentOutOfRangeException(name, value, reason) : value;
    }

    /// <summary>Returns the value of a schedule if it is finite and in the declared range of its hyperparameter, or the limit that it exceeds only by rounding.</summary>
    /// <param name="value">The value to check.</param>
    /// <param name="name">The name of the property, for the message.</param>
    /// <param name="step">The step, for the message.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <param name="exclusive">Whether the two limits themselves are excluded.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite, out of its range, or beyond the range of float32.</exception>
    public static double Scheduled(double value, string name, long step, double min, double max, bool exclusive)
    {
        ArgumentNullException.ThrowIfNull(name);
        var rounded = exclusive ? value : value < min && IsNear(value, min) ? min : value > max && IsNear(value, max) ? max : value;
        return WhyNot(rounded, name, min, max, exclusive) is { } reason
            ? throw new ArgumentOutOfRangeException(name, value, $"The schedule of {name} has the value {value} at step {step}, but {reason}")
            : rounded;
    }

    /// <summary>What is wrong with a value, as a sentence; null where nothing is.</summary>
    private static string? WhyNot(double value, string name, double min, double max, bool exclusive) =>
        !double.IsFinite(value) || !(exclusive ? value > min && value < max : value >= min && value <= max) ? $"{name} must be finite and {Range(min, max, exclusive)}."
        : !Ranges.IsSingle(value) ? $"{name} is beyond the range of float32, in which losses are computed."
        : null;

    private static bool IsNear(double value, double limit) => Math.Abs(value - limit) <= 1e-12 * Math.Abs(limit);

    private static string Range(double min, double max, bool exclusive)
        => exclusive ? $"strictly between {min} and {max}" : $"from {min} to {max}";
}
