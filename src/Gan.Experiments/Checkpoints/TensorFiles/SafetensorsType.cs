using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.TensorFiles;

/// <summary>A type of elements that the format and libtorch both have.</summary>
/// <param name="Name">The format's name.</param>
/// <param name="Type">libtorch's.</param>
/// <param name="Size">The bytes of an element.</param>
internal sealed record SafetensorsType(string Name, ScalarType Type, int Size)
{
    private static readonly SafetensorsType[] All =
    [
        new("F64", ScalarType.Float64, 8), new("F32", ScalarType.Float32, 4), new("F16", ScalarType.Float16, 2), new("BF16", ScalarType.BFloat16, 2),
        new("I64", ScalarType.Int64, 8), new("I32", ScalarType.Int32, 4), new("I16", ScalarType.Int16, 2), new("I8", ScalarType.Int8, 1),
        new("U8", ScalarType.Byte, 1), new("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>The names of all types, for messages.</summary>
    public static string Names => string.Join(", ", All.Select(type => type.Name));

    public static SafetensorsType? Named(string name) => Array.Find(All, type => type.Name == name);

    public static SafetensorsType? Of(ScalarType type) => Array.Find(All, known => known.Type == type);
}
