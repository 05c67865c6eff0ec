using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Gan.Experiments.Runs.Records;

/// <summary>
/// Checks that JSON is a value of a type, each property of it once: what reads JSON by itself takes a missing number for 0, 1e400 for infinity, and "done" or 1 for whatever is close.
/// </summary>
internal static class JsonShape
{
    private const int Shown = 40;

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">A record of texts, numbers, enumerations, lists and dictionaries of them, and other records. A property may be missing only where it may be null.</typeparam>
    /// <exception cref="FormatException">It is none: the message, in which it is called "it", names the field and what that must be.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            Check(document.RootElement, typeof(T), "");
            return document.Deserialize<T>(options)!;
        }
        catch (JsonException exception)
        {
            var line = exception.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $" at line {number + 1}") : "";
            throw new FormatException($"its JSON is not valid{line}: {exception.Message.Split(" LineNumber:")[0]}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // The answer to a text that escapes half a surrogate pair.
            throw new FormatException("it contains text that is not Unicode.", exception);
        }
    }

    private static void Check(JsonElement value, Type type, string name)
    {
        var isGood =
            type == typeof(string) ? value.ValueKind == JsonValueKind.String && value.GetString() is not null
            : type == typeof(int) ? value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _)
            : type == typeof(long) ? value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _)
            : type == typeof(double) ? IsNumber(value)
            : type.IsEnum ? value.ValueKind == JsonValueKind.String && Enum.GetNames(type).Contains(value.GetString())
            : value.ValueKind == (IsList(type) ? JsonValueKind.Array : JsonValueKind.Object);
        if (!isGood)
        {
            var text = value.GetRawText().ReplaceLineEndings(" ");
            throw new FormatException($"{(name.Length == 0 ? "it" : $"its {name}")} is {(text.Length > Shown ? text[..Shown] + "…" : text)}, but must be {Expected(type)}.");
        }

        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().GroupBy(static property => property.Name).FirstOrDefault(static group => group.Count() > 1)?.Key is { } twice)
            throw new FormatException($"it has {Inner(name, twice)} twice.");
        if (value.ValueKind == JsonValueKind.Array)
            CheckItems(value, type.GetGenericArguments()[0], name);
        else if (value.ValueKind == JsonValueKind.Object && type.IsGenericType)
            CheckEntries(value, type.GetGenericArguments()[1], name);
        else if (value.ValueKind == JsonValueKind.Object)
            CheckProperties(value, type, name);
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private static string Expected(Type type) =>
        type == typeof(string) ? "a text"
        : type == typeof(int) ? FormattableString.Invariant($"a whole number from {int.MinValue} to {int.MaxValue}")
        : type == typeof(long) ? FormattableString.Invariant($"a whole number from {long.MinValue} to {long.MaxValue}")
        : type == typeof(double) ? "a number in the range of a double"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type).Select(static text => $"\"{text}\""))}"
        : IsList(type) ? "a list"
        : "an object";

    // What is not finite is a text: a number that is not has only been written too large.
    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? double.IsFinite(value.GetDouble())
        : value.ValueKind == JsonValueKind.String && value.GetString() is "NaN" or "Infinity" or "-Infinity";

    private static void CheckItems(JsonElement list, Type type, string name)
    {
        foreach (var (i, item) in list.EnumerateArray().Index())
            Check(item, type, FormattableString.Invariant($"{name}[{i}]"));
    }

    private static void CheckEntries(JsonElement entries, Type type, string name)
    {
        foreach (var entry in entries.EnumerateObject())
            Check(entry.Value, type, Inner(name, entry.Name));
    }

    private static void CheckProperties(JsonElement value, Type type, string name)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(static property => property.Name);
        if (value.EnumerateObject().Select(static property => property.Name).FirstOrDefault(property => !properties.ContainsKey(property)) is { } unknown)
            throw new FormatException($"it has {Inner(name, unknown)}, which is not one of its fields.");
        var nullability = new NullabilityInfoContext();
        foreach (var property in properties.Values.Where(static property => property.CanWrite))
        {
            var isThere = value.TryGetProperty(property.Name, out var inner);
            if ((!isThere || inner.ValueKind == JsonValueKind.Null) && nullability.Create(property).WriteState == NullabilityState.Nullable)
                continue;
            if (!isThere)
                throw new FormatException($"it has no {Inner(name, property.Name)}, which must be {Expected(property.PropertyType)}.");
            Check(inner, property.PropertyType, Inner(name, property.Name));
        }
    }

    private static string Inner(string name, string property) => name.Length == 0 ? property : $"{name}.{property}";
}
