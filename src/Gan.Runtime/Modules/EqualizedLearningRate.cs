using Gan.Runtime.Checks;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Equalises the learning rate of a layer: <c>y = (scale * W) * x + multiplier * b</c>, where W ~ N(0, 1) / multiplier and
/// <c>scale = gain * multiplier / sqrt(fan_in)</c>.
/// </summary>
/// <remarks>
/// <para>All weights then have the same standard deviation, so a step of an optimiser has the same relative effect on each layer. fan_in is the number of inputs that one output sums over:
/// the input channels of its group times the elements of the kernel. The state dict contains the unscaled <c>layer.weight</c> and <c>layer.bias</c>.</para>
/// <para>Sources: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196), with a gain of sqrt(2); Karras, Laine and Aila 2019 (arXiv 1812.04948) and Karras et al. 2020 (arXiv 1912.04958),
/// with a multiplier, and a gain of 1 before activations that have their own.</para>
/// </remarks>
public sealed class EqualizedLearningRate : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> layer;
    private readonly double inputScale;
    private readonly double multiplier;

    private EqualizedLearningRate(nn.Module<Tensor, Tensor> layer, double inputScale, double multiplier)
        : base(nameof(EqualizedLearningRate))
    {
        (this.layer, this.inputScale, this.multiplier) = (layer, inputScale, multiplier);
        RegisterComponents();
    }

    /// <summary>
    /// Initialises the weight and bias of a layer, and wraps the layer. The wrapper owns it as its child <c>layer</c> and disposes it.
    /// </summary>
    /// <param name="layer">A <c>Linear</c>, <c>Conv1d</c> to <c>Conv3d</c> or <c>ConvTranspose1d</c> to <c>ConvTranspose3d</c> layer of a floating-point dtype.</param>
    /// <param name="gain">The gain of the activation that follows, finite and positive: sqrt(2) for ReLU (He et al. 2015, arXiv 1502.01852). The default is 1.</param>
    /// <param name="multiplier">The learning rate of the layer relative to other layers, finite and positive: 0.01 in StyleGAN's mapping network. The default is 1.</param>
    /// <param name="bias">The initial value of the effective bias <c>multiplier * b</c>, finite. The default is 0.</param>
    /// <returns>A module with the inputs and outputs of the layer.</returns>
    /// <exception cref="ArgumentException">The layer is null, disposed or of another kind, or its weight is empty or not floating point.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static EqualizedLearningRate Of(nn.Module<Tensor, Tensor> layer, double gain = 1, double multiplier = 1, double bias = 0)
    {
        var parts = LinearLayer.Of(layer, nameof(layer));
        if (parts.TakesIndices)
            throw new ArgumentException("Embedding is not supported: use a Linear layer with one-hot inputs.", nameof(layer));
        Ranges.Positive(gain, nameof(gain));
        Ranges.Positive(multiplier, nameof(multiplier));
        HyperparameterChecks.InRange(bias, nameof(bias), double.NegativeInfinity, double.PositiveInfinity, exclusive: false);
        if (!Ranges.IsSingle(1 / multiplier) || !Ranges.IsSingle(bias / multiplier))
            throw new ArgumentOutOfRangeException(nameof(multiplier), multiplier, "1 / multiplier and bias / multiplier, which the layer keeps, are beyond the range of float32.");

        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        nn.init.normal_(parts.Weight, 0, 1 / multiplier);
        if (parts.Bias is { } start)
            nn.init.constant_(start, bias / multiplier);
        return new EqualizedLearningRate(layer, gain / Math.Sqrt(parts.FanIn), multiplier);
    }

    /// <summary>Computes the output of the layer with the scaled weight and bias.</summary>
    /// <param name="input">The input of the layer, floating point.</param>
    /// <returns>The output of the layer.</returns>
    /// <exception cref="ArgumentException">The input is null, disposed or not floating point, the layer does not take its shape, dtype or device, or the layer has been disposed.</exception>
    public override Tensor forward(Tensor input)
    {
        TensorChecks.Alive(input, nameof(input));
        TensorChecks.FloatingPoint(input, nameof(input));
        LinearLayer.Inside(this, layer);
        using var scope = NewDisposeScope();
        // The multiplier of the whole output is that of the weight and of the bias at once.
        var output = Refusals.Of(() => layer.call(input.mul(inputScale)), () => $"The layer does not accept an input of {TensorChecks.Describe(input)}", nameof(input));
        return (multiplier == 1 ? output : output.mul(multiplier)).MoveToOuterDisposeScope();
    }
}
