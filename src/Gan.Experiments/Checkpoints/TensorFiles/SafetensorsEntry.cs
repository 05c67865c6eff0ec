using System.Text.Json;

namespace Gan.Experiments.Checkpoints.TensorFiles;

/// <summary>A tensor as a header announces it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Begin">Where its bytes begin in the data.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafetensorsEntry(string Name, SafetensorsType Type, long[] Shape, long Begin, long End)
{
    // libtorch's own limit of an operation.
    private const int MaxDimensions = 64;

    /// <summary>Reads and checks one property of a header.</summary>
    /// <exception cref="FormatException">It announces no tensor; the message has no path yet.</exception>
    public static SafetensorsEntry Parse(JsonProperty property)
    {
        var (name, value) = (property.Name, property.Value);
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong(name, $"is {value.ValueKind}, not an object of dtype, shape and data_offsets");
        var type = ParseType(name, value);
        var shape = ParseNumbers(name, value, "shape");
        if (shape.Length > MaxDimensions)
            throw Wrong(name, $"has {shape.Length} dimensions, above the limit of {MaxDimensions}");
        if (ParseNumbers(name, value, "data_offsets") is not [var begin, var end] || begin > end)
            throw Wrong(name, "has data_offsets that are not a beginning and an end");
        var length = Length(shape, type.Size) ?? throw Wrong(name, $"has the shape [{string.Join(", ", shape)}], which overflows");
        return end - begin == length
            ? new(name, type, shape, begin, end)
            : throw Wrong(name, $"is {type.Name} [{string.Join(", ", shape)}], {length} bytes, but has offsets of {end - begin}");
    }

    /// <summary>What is said of a tensor that is announced wrongly.</summary>
    public static FormatException Wrong(string name, string what) => new($"its tensor '{name}' {what}");

    /// <summary>The bytes of a tensor; null where its strides or its size overflow.</summary>
    private static long? Length(long[] shape, int elementSize)
    {
        var product = (UInt128)elementSize;
        foreach (var size in shape)
        {
            // A dimension of 0 hides no overflow: strides are computed as if it were 1.
            product *= (UInt128)Math.Max(size, 1);
            if (product > (UInt128)long.MaxValue)
                return null;
        }
        return shape.Contains(0) ? 0 : (long)product;
    }

    private static SafetensorsType ParseType(string name, JsonElement value)
    {
        if (!value.TryGetProperty("dtype", out var dtype) || dtype.ValueKind != JsonValueKind.String)
            throw Wrong(name, "has no dtype");
        var text = dtype.GetString()!;
        return SafetensorsType.Named(text) ?? throw Wrong(name, $"has the dtype '{text}', which is not one of {SafetensorsType.Names}");
    }

    private static long[] ParseNumbers(string name, JsonElement value, string property)
    {
        if (!value.TryGetProperty(property, out var numbers) || numbers.ValueKind != JsonValueKind.Array)
            throw Wrong(name, $"has no {property}");
        return [.. numbers.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var integer) && integer >= 0
            ? integer
            : throw Wrong(name, $"has {number.GetRawText()} in its {property}, which is not an integer from 0 to 2^63 - 1"))];
    }
}
