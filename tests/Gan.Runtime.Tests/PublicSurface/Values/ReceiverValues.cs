using Gan.Runtime.Devices;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>What the library's modules and averages are called on: also disposed ones, and such whose inside the caller has broken.</summary>
internal static class ReceiverValues
{
    public static ValueSet SpectralNorms() => Modules(
        () => SpectralNorm.Of(nn.Linear(2, 3)),
        new("broken u", scene => Broken(scene.Own(SpectralNorm.Of(nn.Linear(2, 3))), "u")),
        new("half since", scene => scene.Own(SpectralNorm.Of(nn.Linear(2, 3)).half())),
        new("meta since", scene => scene.Own(SpectralNorm.Of(nn.Linear(2, 3)).to(META))));

    public static ValueSet EqualizedLearningRates() => Modules(
        () => EqualizedLearningRate.Of(nn.Linear(2, 3)),
        new("half since", scene => scene.Own(EqualizedLearningRate.Of(nn.Linear(2, 3)).half())),
        new("meta since", scene => scene.Own(EqualizedLearningRate.Of(nn.Linear(2, 3)).to(META))));

    public static ValueSet PixelNorms() => Modules(() => new PixelNorm());

    public static ValueSet Deviations() => Modules(
        () => new MinibatchStandardDeviation(null),
        new("many groups", scene => scene.Own(new MinibatchStandardDeviation(int.MaxValue))),
        new("many channels", scene => scene.Own(new MinibatchStandardDeviation(1, int.MaxValue))));

    public static ValueSet DiffAugments() => Modules(() => new DiffAugment());

    // The colours of the default need 1 channel or 3.
    public static ValueSet AdaAugments() => Modules(() => new AdaAugment(new(0.5), AdaTransforms.All & ~AdaTransforms.Color));

    public static ValueSet PseudoAugmentations() => Modules(() => new PseudoAugmentation(new(0.5)));

    public static ValueSet AugmentedDiscriminators() => Modules(() => new AugmentedDiscriminator(FunctionNet.Linear(1), nn.Tanh()));

    public static ValueSet ProjectionHeads() => Modules(() => new ProjectionHead(2, 2), new Value("normalised", scene => scene.Own(new ProjectionHead(2, 2, spectralNorm: true))));

    public static ValueSet Averages() => Modules(
        Average,
        new("of another network", scene => scene.Own(new ExponentialMovingAverage(scene.Own(nn.Linear(3, 3)), AverageDecay.Constant(0.5)))),
        new("half since", scene => scene.Own(Average().half())),
        new("meta since", scene => scene.Own(Average().to(META))));

    public static ValueSet AppliedAverages() => new([new("applied", Applied)], [new("disposed", scene => Disposed(Applied(scene)))]);

    public static ValueSet ClippedNorms() => new([new("read", _ => Clipped()), new("left on a device", _ => ClippedOnDevice())], [new("scope ended", _ => ClippedWithoutScope())]);

    private static ClippedNorm Clipped()
    {
        using var net = nn.Linear(2, 1);
        foreach (var parameter in net.parameters())
            parameter.grad = ones_like(parameter);
        net.ClipGradientNorm(1, out var norm);
        return norm;
    }

    private static ClippedNorm ClippedOnDevice()
    {
        ClippedNorm? norm = null;
        HostRead.CountOf(() => norm = Clipped());
        return norm!;
    }

    private static ClippedNorm ClippedWithoutScope()
    {
        using var scope = NewDisposeScope();
        return ClippedOnDevice();
    }

    private static ExponentialMovingAverage Average()
    {
        using var net = nn.Linear(2, 1);
        return new(net, AverageDecay.Constant(0.5));
    }

    private static AppliedAverage Applied(Scene scene) => scene.Own(scene.Own(Average()).ApplyTo(scene.Own(nn.Linear(2, 1))));

    private static ValueSet Modules<T>(Func<T> make, params IReadOnlyList<Value> hostile)
        where T : nn.Module =>
        new([new("new", scene => scene.Own(make()))], [new("disposed", scene => Disposed(make())), .. hostile]);

    private static SpectralNorm Broken(SpectralNorm module, string buffer)
    {
        module.state_dict()[buffer].unsqueeze_(0);
        return module;
    }

    private static T Disposed<T>(T value)
        where T : IDisposable
    {
        value.Dispose();
        return value;
    }
}
