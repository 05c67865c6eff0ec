using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Experiments.Files;

namespace Gan.Experiments.Atlas;

/// <summary>Writes <c>atlas.json</c>: names in camel case, texts for what is not finite.</summary>
internal static class AtlasFile
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ComplexConverter(), new NumbersConverter<double>(), new NumbersConverter<float>() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, AtlasResult result) => AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, result, s_json));

    private sealed class ComplexConverter : JsonConverter<Complex>
    {
        public override Complex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Complex value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("real", value.Real);
            writer.WriteNumber("imaginary", value.Imaginary);
            writer.WriteEndObject();
        }
    }

    // A line for a whole array of numbers.
    private sealed class NumbersConverter<T> : JsonConverter<T[]>
        where T : INumberBase<T>
    {
        public override T[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) => writer.WriteRawValue($"[{string.Join(", ", value.Select(static number => JsonSerializer.Serialize(number, s_named)))}]");
    }

    private static readonly JsonSerializerOptions s_named = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
}
