using System.Text.Json.Nodes;

namespace Gan.Experiments.Tests.Runs.Damage;

/// <summary>Every way in which one field of a JSON text can be wrong.</summary>
internal static class MutatedJson
{
    private static readonly string[] s_values = ["null", "true", "-1", "0.5", "1e400", "1e30", "\"\"", "\"x\"", "\"NaN\"", "\"Infinity\"", "[]", "[null]", "{}", "{\"x\":1}"];

    /// <summary>The text with one field missing, there twice, renamed, or of another value; each with the name of the field.</summary>
    public static IEnumerable<(string Field, string Text)> Of(string json)
    {
        foreach (var path in Paths(JsonNode.Parse(json)!, []).Where(static path => path.Length > 0))
        {
            var field = path.OfType<string>().Last();
            foreach (var value in s_values)
                yield return (field, Written(JsonNode.Parse(json)!, path, original => value));
            if (path[^1] is not string name)
                continue;
            yield return (field, Written(JsonNode.Parse(json)!, path, static original => null));
            yield return (field, Written(JsonNode.Parse(json)!, path, original => $"{original}, \"{name}\": {original}"));
            yield return (field, Written(JsonNode.Parse(json)!, path, original => $"{original}, \"{name}x\": {original}"));
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path) => node switch
    {
        JsonObject items => items.SelectMany(item => Inner(item.Value, [.. path, item.Key])).Prepend(path),
        JsonArray items => items.SelectMany((item, i) => Inner(item, [.. path, i])).Prepend(path),
        _ => [path],
    };

    private static IEnumerable<object[]> Inner(JsonNode? node, object[] path) => node is null ? [path] : Paths(node, path);

    // Another value in the place of one; null: the field is left out.
    private static string Written(JsonNode? node, ReadOnlySpan<object> path, Func<string, string?> change)
    {
        if (path.Length == 0)
            return change(node?.ToJsonString() ?? "null") ?? "";
        var parts = new List<string>();
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                var text = name.Equals(path[0]) ? Written(value, path[1..], change) : value?.ToJsonString() ?? "null";
                if (text.Length > 0)
                    parts.Add($"\"{name}\": {text}");
            }

            return $"{{{string.Join(", ", parts)}}}";
        }

        foreach (var (i, value) in node!.AsArray().Index())
            parts.Add(i.Equals(path[0]) ? Written(value, path[1..], change) : value?.ToJsonString() ?? "null");
        return $"[{string.Join(", ", parts)}]";
    }
}
