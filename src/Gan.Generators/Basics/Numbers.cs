using System.Globalization;

namespace Gan.Generators.Basics;

/// <summary>Numbers as text, in the shortest form that reads back to the same value, the same in every culture; and what is asked of them.</summary>
internal static class Numbers
{
    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    public static bool IsFiniteAndNotNegative(double value) => value >= 0 && IsFinite(value);

    public static bool IsFiniteAndPositive(double value) => value > 0 && IsFinite(value);

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        // The desktop framework's "R" is not always exact.
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>The same for a sentence: <c>1.97·10⁻⁸</c>, where code has <c>1.97E-08</c>.</summary>
    public static string Prose(double value)
    {
        var text = Text(value);
        var e = text.IndexOf('E');
        if (e < 0) return text;
        var exponent = int.Parse(text.Substring(e + 1), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        var power = "10" + string.Concat(exponent.Select(static c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
        return text.Substring(0, e) switch { "1" => power, "-1" => "-" + power, var factor => $"{factor}·{power}" };
    }

    /// <summary>A C# literal of type double: never an integer, so that it cannot take part in an integer division.</summary>
    public static string Literal(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        if (double.IsInfinity(value)) return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        var text = Text(value);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }
}
