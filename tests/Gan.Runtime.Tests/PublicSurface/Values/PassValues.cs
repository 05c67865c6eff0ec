using Gan.Runtime.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>What a step gives to penalties: it has visited D, so that what it hands out is there already.</summary>
internal static class PassValues
{
    public static ValueSet OfDiscriminator() => new([new("a visit", Visit)], [ValueSet.Null]);

    public static ValueSet OfGenerator() => new([new("generated samples", scene => new GeneratorPass(scene.Fake, scene.Latents, 0)), new("a generator", scene => new GeneratorPass(Batch(scene)))], [ValueSet.Null]);

    public static ValueSet GeneratedBatches() => new([new("a generator", Batch), new("samples alone", static scene => new GeneratedBatch(scene.Fake))], [ValueSet.Null, new("disposed samples", static _ =>
    {
        var samples = ones(3, 2);
        var batch = new GeneratedBatch(samples);
        samples.Dispose();
        return batch;
    })]);

    public static ValueSet Pairs() => new(
        [new("none", static _ => new Dictionary<string, (Tensor First, Tensor Second)>()), new("one", static scene => new Dictionary<string, (Tensor First, Tensor Second)> { ["Cycle"] = (scene.Fake, ones(3, 2)) })],
        [ValueSet.Null, new("of nothing", static _ => new Dictionary<string, (Tensor First, Tensor Second)> { ["Cycle"] = (null!, null!) })]);

    private static GeneratedBatch Batch(Scene scene) => new(scene.Own(nn.Linear(2, 2)), scene.Latents);

    public static ValueSet Samples() => new([new("real samples", scene => Visit(scene).Real), new("generated samples", scene => Visit(scene).Fake)], [ValueSet.Null]);

    private static DiscriminatorPass Visit(Scene scene)
    {
        var pass = new DiscriminatorPass(BoundPair.Of(scene.Own(FunctionNet.Quadratic(0.5))), randn(3, 2, dtype: ScalarType.Float64), randn(3, 2, dtype: ScalarType.Float64));
        foreach (var sample in new[] { pass.Real, pass.Fake })
        {
            sample.TrackGradient();
            _ = sample.Gradient;
        }

        return pass;
    }
}
