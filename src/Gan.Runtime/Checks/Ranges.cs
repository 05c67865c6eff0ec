using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gan.Runtime.Checks;

/// <summary>The ranges of the options. Each returns a value in range and throws an <see cref="ArgumentException"/> otherwise.</summary>
internal static class Ranges
{
    public static double NotNegative(double value, [CallerMemberName] string option = "") =>
        IsSingle(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be finite, as a float32 too, and not negative.");

    public static double Positive(double value, [CallerMemberName] string option = "") =>
        IsSingle(value) && value > 0 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be finite, as a float32 too, and positive.");

    /// <summary>A number that is only compared with.</summary>
    public static double PositiveNumber(double value, [CallerMemberName] string option = "") =>
        double.IsFinite(value) && value > 0 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be finite and positive.");

    public static double BelowOne(double value, [CallerMemberName] string option = "") =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be at least 0 and below 1.");

    public static double BetweenZeroAndOne(double value, [CallerMemberName] string option = "") =>
        value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be above 0 and below 1.");

    public static double Share(double value, [CallerMemberName] string option = "") =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be from 0 to 1.");

    public static double Cosine(double value, [CallerMemberName] string option = "") =>
        value is >= -1 and <= 1 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be from -1 to 1.");

    public static double AtLeastHalf(double value, [CallerMemberName] string option = "") =>
        value is >= 0.5 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} is the share of the average that a step keeps, at least 0.5 and below 1. If a step replaces 0.01 of the average, set 0.99.");

    public static double OrderOfNorm(double value, [CallerMemberName] string option = "") =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} is the order of a norm, which must be at least 1. It can be infinite.");

    public static int NotNegative(int value, [CallerMemberName] string option = "") =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must not be negative.");

    public static int AtLeastOne(int value, [CallerMemberName] string option = "") =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be at least 1.");

    /// <summary>Whether tensors of float32 can be computed with it.</summary>
    public static bool IsSingle(double value) => float.IsFinite((float)value);

    public static T NotNull<T>(T? value, [CallerMemberName] string option = "")
        where T : class =>
        value ?? throw new ArgumentNullException(option);

    public static T Defined<T>(T value, [CallerMemberName] string option = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(option, value, $"{option} must be one of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>A combination of flags, at least one and all of them known.</summary>
    public static T Flags<T>(T value, T all, [CallerMemberName] string option = "")
        where T : struct, Enum =>
        Convert.ToInt64(value, CultureInfo.InvariantCulture) is var bits && bits != 0 && (bits & ~Convert.ToInt64(all, CultureInfo.InvariantCulture)) == 0
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} must be one or more of {string.Join(", ", Enum.GetNames<T>())}.");
}
