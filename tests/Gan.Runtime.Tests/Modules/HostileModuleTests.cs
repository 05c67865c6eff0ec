using Gan.Runtime.Tests.Steps;
using Gan.Runtime.Tests.Support;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Tests.Modules;

/// <summary>Whatever comes into a module, as input, as state or as a gradient, the process lives.</summary>
public class HostileModuleTests
{
    [Fact]
    public void No_input_ends_the_process()
    {
        var child = ChildProcess.Run(FeedEverything);
        Assert.True(child.ExitCode == 0, $"The process ended with {child.ExitCode} at {child.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]}: {child.Errors}");
        Assert.EndsWith("done", child.Output.TrimEnd());
    }

    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Makers = new()
    {
        ["linear"] = () => nn.Linear(2, 3),
        ["double"] = () => nn.Linear(2, 3, dtype: ScalarType.Float64),
        ["half"] = () => nn.Linear(2, 3, dtype: ScalarType.Float16),
        ["nowhere"] = () => nn.Linear(2, 3, device: META),
        ["no inputs"] = () => nn.Linear(0, 3),
        ["disposed"] = DisposedLayer,
        ["conv"] = () => nn.Conv2d(2, 3, 1),
        ["circular conv"] = () => nn.Conv1d(3, 2, 2, padding: 3, padding_mode: PaddingModes.Circular),
        ["transposed conv"] = () => nn.ConvTranspose2d(2, 4, 2, stride: 2, groups: 2),
        ["embedding"] = () => nn.Embedding(2, 3),
        ["relu"] = () => nn.ReLU(),
    };

    private static void FeedEverything()
    {
        foreach (var (layerName, layer) in Makers)
            Feed($"spectral {layerName}", () => SpectralNorm.Of(layer()));
        foreach (var layerName in new[] { "linear", "nowhere", "disposed", "transposed conv" })
            Feed($"equalized {layerName}", () => EqualizedLearningRate.Of(Makers[layerName](), multiplier: 1e-30));
        Feed("pixel", () => new PixelNorm());
        Feed("deviation", () => new MinibatchStandardDeviation(null));
        foreach (var (name, tensor) in HostileInputTests.Tensors)
        {
            Console.WriteLine($"weight {name}");
            using var scope = NewDisposeScope();
            HostileInputTests.Try(() => Average(tensor()!));
            HostileInputTests.Try(() => Clip(tensor()!));
        }

        Console.WriteLine("done");
    }

    private static void Feed(string what, Func<nn.Module<Tensor, Tensor>> make)
    {
        foreach (var (name, input) in HostileInputTests.Tensors)
        {
            Console.WriteLine($"{what}, {name}");
            using var scope = NewDisposeScope();
            HostileInputTests.Try(() =>
            {
                using var module = make();
                HostileInputTests.Try(() => module.call(input()!).sum().backward());
                HostileInputTests.Try(() => module.eval());
                HostileInputTests.Try(() => module.call(input()!));
                HostileInputTests.Try(() => Disturb(module, input()!));
                HostileInputTests.Try(() => module.call(input()!));
                HostileInputTests.Try(module.Dispose);
                HostileInputTests.Try(() => module.call(input()!));
                HostileInputTests.Try(() => (module as SpectralNorm)?.Sigma());
            });
        }
    }

    /// <summary>Puts a tensor wherever the state dict lets it, and by force into the buffers.</summary>
    private static void Disturb(nn.Module module, Tensor tensor)
    {
        foreach (var (name, own) in module.state_dict())
        {
            HostileInputTests.Try(() => module.load_state_dict(new() { [name] = tensor }, strict: false));
            HostileInputTests.Try(() => own.requires_grad_(true));
            HostileInputTests.Try(() => own.squeeze_(0));
        }
    }

    private static void Average(Tensor weight)
    {
        using var net = new FunctionNet(weight, (x, w) => x.mul(w));
        using var plain = new FunctionNet(randn(3, 2), (x, w) => x.mul(w));
        foreach (var (first, second) in new[] { (net, plain), (plain, net), (net, net) })
        {
            HostileInputTests.Try(() =>
            {
                using var average = new ExponentialMovingAverage(first, AverageDecay.Constant(0.5));
                HostileInputTests.Try(() => average.Update(second));
                HostileInputTests.Try(() => average.CopyTo(second));
                HostileInputTests.Try(() => average.ApplyTo(second).Dispose());
                HostileInputTests.Try(() => Disturb(average, weight));
                HostileInputTests.Try(() => average.Update(second));
                HostileInputTests.Try(average.Dispose);
                HostileInputTests.Try(() => average.Update(second));
                HostileInputTests.Try(() => Console.WriteLine(average.Updates + average.Images));
            });
        }
    }

    private static void Clip(Tensor weight)
    {
        using var net = new FunctionNet(weight, (x, w) => x.mul(w));
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        HostileInputTests.Try(() => net.call(weight).sum().backward());
        HostileInputTests.Try(() => net.ClipGradientNorm(1e-30));
        HostileInputTests.Try(() => net.ClipGradientValue(1e-30));
        HostileInputTests.Try(() => net.Weight.grad = weight.to_sparse());
        HostileInputTests.Try(() => optimizer.ClipGradientNorm(1e-30));
        HostileInputTests.Try(() => optimizer.ClipGradientValue(1e-30));
        HostileInputTests.Try(net.Dispose);
        HostileInputTests.Try(() => net.ClipGradientNorm(1));
        HostileInputTests.Try(() => optimizer.ClipGradientNorm(1));
    }

    private static Linear DisposedLayer()
    {
        var layer = nn.Linear(2, 3);
        layer.Dispose();
        return layer;
    }
}
