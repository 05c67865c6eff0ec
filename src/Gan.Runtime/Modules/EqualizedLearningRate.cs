using Gan.Runtime.Checks;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Equalised learning rate of a layer: <c>y = (scale * W) * x + multiplier * b</c> with W ~ N(0, 1) / multiplier and
/// <c>scale = gain * multiplier / sqrt(fan_in)</c>, so that every weight has the same spread and an optimiser's step means the same to each.
/// </summary>
/// <remarks>
/// <para>fan_in is the number of inputs that one output sums over: input channels of its group times the kernel's elements.
/// The state dict has the unscaled <c>layer.weight</c> and <c>layer.bias</c>.</para>
/// <para>Source: Karras, Aila, Laine and Lehtinen 2018 (arXiv 1710.10196) with gain sqrt(2); the multiplier, and gain 1 before activations that
/// carry their own, Karras 2019 and 2020 (arXiv 1812.04948, 1912.04958).</para>
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
    /// Draws a layer's weight anew and wraps the layer, which then belongs to the wrapper: it is its child <c>layer</c>, and is disposed with it.
    /// </summary>
    /// <param name="layer"><c>Linear</c>, <c>Conv1d</c> to <c>Conv3d</c> or <c>ConvTranspose1d</c> to <c>ConvTranspose3d</c>, of a floating-point dtype.</param>
    /// <param name="gain">The gain of the activation that follows, finite and positive: sqrt(2) for ReLU (He 2015, arXiv 1502.01852); default 1.</param>
    /// <param name="multiplier">The layer's learning rate relative to the others', finite and positive: 0.01 in StyleGAN's mapping network; default 1.</param>
    /// <param name="bias">The effective bias, <c>multiplier * b</c>, to begin with, finite; default 0.</param>
    /// <returns>A module from the layer's inputs to its outputs.</returns>
    /// <exception cref="ArgumentException">The layer is null, disposed, of another kind, or its weight is empty or not floating point.</exception>
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

    /// <summary>The layer's output with the scaled weight and bias.</summary>
    /// <param name="input">What the layer takes, floating point.</param>
    /// <returns>What the layer returns.</returns>
    /// <exception cref="ArgumentException">The input is null, disposed, or not floating point; or the layer has been disposed.</exception>
    /// <exception cref="ArgumentException">The layer does not accept an input of this shape, dtype or device.</exception>
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
