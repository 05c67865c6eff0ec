namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Numbers at, and beyond, the limits of their type.</summary>
internal static class NumberValues
{
    public static ValueSet Doubles() => new(
        [Of("0.5", 0.5), Of("1", 1.0)],
        [
            Of("0", 0.0), Of("-0", -0.0), Of("-1", -1.0), Of("1e-300", 1e-300, isSane: false), Of("the smallest", double.Epsilon, isSane: false), Of("1e30", 1e30, isSane: false),
            Of("1e308", 1e308, isSane: false), Of("-1e308", -1e308, isSane: false), Of("NaN", double.NaN, isSane: false) with { IsMeaningless = true },
            Of("infinity", double.PositiveInfinity, isSane: false), Of("-infinity", double.NegativeInfinity, isSane: false),
        ]);

    public static ValueSet Ints() => new([Of("1", 1), Of("2", 2)], [Of("0", 0), Of("-1", -1), Of("3", 3), Of("the largest", int.MaxValue), Of("the smallest", int.MinValue)]);

    public static ValueSet Longs() => new([Of("1", 1L), Of("0", 0L)], [Of("-1", -1L), Of("the largest", long.MaxValue), Of("the smallest", long.MinValue)]);

    public static ValueSet Booleans() => new([Of("false", false), Of("true", true)], []);

    public static ValueSet Strings() => new([Of("a name", "name")], [ValueSet.Null, Of("empty", ""), Of("of control characters", "\0\n{0}")]);

    /// <summary>Each of the enumeration's, and what is none.</summary>
    public static ValueSet Enumeration(Type type) => new(
        [.. Enum.GetValues(type).Cast<object>().Select(value => Of(value.ToString()!, value))],
        [Of("none of them", Enum.ToObject(type, 1 << 30)) with { IsMeaningless = true }, Of("negative", Enum.ToObject(type, -1)) with { IsMeaningless = true }]);

    private static Value Of(string name, object value, bool isSane = true) => new(name, _ => value, isSane);
}
