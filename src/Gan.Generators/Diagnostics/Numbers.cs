using System.Globalization;

namespace Gan.Generators.Diagnostics;

/// <summary>Numbers as rules ask about them and messages show them.</summary>
internal static class Numbers
{
    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    public static bool IsFiniteAndNotNegative(double value) => value >= 0 && IsFinite(value);

    public static bool IsFiniteAndPositive(double value) => value > 0 && IsFinite(value);

    public static string Show(double value) => Expressions.Numbers.Text(value);

    public static string Show(int value) => value.ToString(CultureInfo.InvariantCulture);
}
