using Gan.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Experiments.Metrics.Features;

/// <summary>
/// The network of <see cref="FeatureClassifier"/> for [n, 1, 28, 28]: three times a 3×3 convolution (16, 32, 64 channels), ReLU and 2×2 max pooling; then 64 features with ReLU; then logits.
/// </summary>
/// <remarks>Its parameters are made here, not by layers, so that a metric that is computed within a training does not draw from the training's random numbers.</remarks>
internal sealed class ClassifierNet : nn.Module<Tensor, Tensor>
{
    public const int Features = 64;

    private static readonly (string Name, long[] Weight)[] Hidden =
        [("conv1", [16, 1, 3, 3]), ("conv2", [32, 16, 3, 3]), ("conv3", [64, 32, 3, 3]), ("features", [Features, 64 * 3 * 3])];

    private readonly (Parameter Weight, Parameter Bias)[] layers;

    public ClassifierNet(int classes)
        : base(nameof(ClassifierNet))
    {
        TorchBackend.Check();
        layers = [.. Hidden.Append(("logits", [classes, Features])).Select(layer => (Add($"{layer.Item1}_weight", layer.Item2), Add($"{layer.Item1}_bias", [layer.Item2[0]])))];
    }

    public static IReadOnlyList<long> SampleShape { get; } = [1, 28, 28];

    /// <summary>Draws the weights: normal, of variance 2 / inputs (He et al. 2015, arXiv 1502.01852); no biases.</summary>
    public void Initialise(Generator random)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        foreach (var (weight, _) in layers)
        {
            var inputs = weight.numel() / weight.shape[0];
            weight.copy_(randn(weight.shape, generator: random).mul(Math.Sqrt(2.0 / inputs)));
        }
    }

    public Tensor FeaturesOf(Tensor images)
    {
        using var scope = NewDisposeScope();
        var h = images;
        foreach (var (weight, bias) in layers.AsSpan(0, 3))
            h = nn.functional.max_pool2d(nn.functional.relu(nn.functional.conv2d(h, weight, bias, padding: [1, 1])), 2);
        return nn.functional.relu(nn.functional.linear(h.flatten(1), layers[3].Weight, layers[3].Bias)).MoveToOuterDisposeScope();
    }

    public Tensor Logits(Tensor features) => nn.functional.linear(features, layers[4].Weight, layers[4].Bias);

    public override Tensor forward(Tensor images)
    {
        using var features = FeaturesOf(images);
        return Logits(features);
    }

    private Parameter Add(string name, long[] shape)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(shape));
        register_parameter(name, parameter);
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
