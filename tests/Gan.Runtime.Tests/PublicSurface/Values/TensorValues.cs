using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>Tensors of every shape, type and place that a caller can have.</summary>
internal static class TensorValues
{
    public static ValueSet Of(string parameterName) => new(Good(parameterName), [ValueSet.Null, .. Hostile]);

    private static Value[] Good(string parameterName) => parameterName switch
    {
        "latents" => [new("latents", scene => scene.Latents)],
        "at" => [new("a leaf", scene => scene.Latents)],
        "reference" or "balanced" => [new("a loss", scene => scene.Latents.square().sum())],
        "fake" => [new("generated", scene => scene.Fake), new("generated pixels", scene => scene.Fake.reshape(3, 2, 1, 1).expand(3, 2, 2, 2))],
        "realLabels" or "fakeLabels" or "labels" => [Of("labels", () => tensor(new long[] { 0, 1, 1 })), Of("other labels", () => zeros(3, dtype: ScalarType.Int64))],
        "discriminatorLoss" or "generatorLoss" => [new("a loss", scene => scene.Player("discriminator").call(scene.Player("generator").call(scene.Latents)).square().sum())],
        _ => [Of("plain", () => randn(3, 2)), Of("pixels", () => randn(3, 2, 2, 2))],
    };

    public static readonly IReadOnlyList<Value> Hostile =
    [
        Of("wide", () => randn(3, 5)),
        Of("of another batch", () => randn(4, 2)),
        Of("scalar", () => randn([])),
        Of("vector", () => randn(3)),
        Of("without samples", () => zeros(0, 2)),
        Of("without features", () => zeros(3, 0)),
        Of("integers", () => ones(3, 2, dtype: ScalarType.Int64)),
        Of("booleans", () => ones(3, 2, dtype: ScalarType.Bool)),
        Of("complex", () => ones(3, 2, dtype: ScalarType.ComplexFloat32)),
        Of("double", () => randn(3, 2, dtype: ScalarType.Float64)),
        Of("half", () => randn(3, 2).to(ScalarType.Float16)),
        Of("bfloat16", () => randn(3, 2).to(ScalarType.BFloat16)),
        Of("sparse", () => eye(3, 2).to_sparse()),
        Of("meta", () => ones(3, 2, device: META)),
        Of("leaf", () => randn(3, 2).requires_grad_(true)),
        Of("with a graph", () => randn(3, 2).requires_grad_(true).mul(2)),
        Of("transposed", () => randn(2, 3).t()),
        Of("expanded", () => randn(1, 2).expand(3, 2)),
        Of("of an inference", Inference),
        Of("negative zero", () => full([3, 2], -0f)),
        Of("disposed", Disposed),
        Of("NaN", () => full([3, 2], float.NaN), isSane: false),
        Of("infinite", () => full([3, 2], float.NegativeInfinity), isSane: false),
        Of("huge", () => full([3, 2], float.MaxValue), isSane: false),
        Of("1e308", () => full([3, 2], 1e308, dtype: ScalarType.Float64), isSane: false),
        Of("half at its limit", () => full([3, 2], 65504, dtype: ScalarType.Float16), isSane: false),
    ];

    public static Tensor Disposed()
    {
        var tensor = zeros(3, 2);
        tensor.Dispose();
        return tensor;
    }

    private static Value Of(string name, Func<Tensor> make, bool isSane = true) => new(name, _ => make(), isSane);

    private static Tensor Inference()
    {
        using var mode = inference_mode(true);
        return ones(3, 2);
    }
}
