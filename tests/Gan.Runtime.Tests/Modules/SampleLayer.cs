using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

/// <summary>A layer of each kind that can be scaled, in float64, with what the tests need to know of it from elsewhere.</summary>
public sealed record SampleLayer(
    string Name,
    Func<nn.Module<Tensor, Tensor>> Make,
    Func<Tensor> Input,
    Func<Tensor, Tensor, Tensor, Tensor> Formula,
    bool Transposed,
    long FanIn)
{
    private const ScalarType F64 = ScalarType.Float64;

    public static readonly SampleLayer[] All =
    [
        new("Linear", () => nn.Linear(4, 3, dtype: F64), () => randn([5, 4], dtype: F64), (x, w, b) => nn.functional.linear(x, w, b), false, 4),
        new("Conv1d", () => nn.Conv1d(2, 3, 4, stride: 2, padding: 1, dtype: F64), () => randn([2, 2, 9], dtype: F64),
            (x, w, b) => nn.functional.conv1d(x, w, b, 2, 1), false, 2 * 4),
        new("Conv2d", () => nn.Conv2d(4, 6, 3, padding: 1, groups: 2, dtype: F64), () => randn([2, 4, 5, 6], dtype: F64),
            (x, w, b) => nn.functional.conv2d(x, w, b, [1, 1], [1, 1], [1, 1], 2), false, 4 / 2 * 9),
        new("Conv3d", () => nn.Conv3d(2, 3, 2, dtype: F64), () => randn([2, 2, 3, 4, 3], dtype: F64), (x, w, b) => nn.functional.conv3d(x, w, b), false, 2 * 8),
        new("ConvTranspose1d", () => nn.ConvTranspose1d(2, 5, 3, dtype: F64), () => randn([2, 2, 4], dtype: F64),
            (x, w, b) => nn.functional.conv_transpose1d(x, w, b), true, 2 * 3),
        new("ConvTranspose2d", () => nn.ConvTranspose2d(4, 6, 4, stride: 2, padding: 1, groups: 2, dtype: F64), () => randn([2, 4, 3, 3], dtype: F64),
            (x, w, b) => nn.functional.conv_transpose2d(x, w, b, [2, 2], [1, 1], null, [1, 1], 2), true, 4 / 2 * 16),
        new("ConvTranspose3d", () => nn.ConvTranspose3d(2, 3, 2, dtype: F64), () => randn([2, 2, 2, 3, 2], dtype: F64),
            (x, w, b) => nn.functional.conv_transpose3d(x, w, b), true, 2 * 8),
    ];

    public static TheoryData<string> Names => [.. All.Select(layer => layer.Name)];

    public static SampleLayer Find(string name) => All.Single(layer => layer.Name == name);

    public static Tensor Parameter(nn.Module module, string name) => module.named_parameters().Single(parameter => parameter.name == name).parameter;
}
