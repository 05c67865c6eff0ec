using Gan.Runtime.Checks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>
/// What the layers W * x + b have in common: <c>Linear</c> and the six convolutions. Each is linear in x whatever its stride, padding and groups,
/// so scaling its input is scaling its weight. <c>Embedding</c> is one too, of an x that is 1 at an index and 0 elsewhere.
/// </summary>
internal readonly record struct LinearLayer(Parameter Weight, Parameter? Bias, long Outputs, bool Transposed, bool TakesIndices = false)
{
    /// <summary>W with one row an output channel. A transposed convolution keeps its output channels in dimension 1.</summary>
    public Tensor Matrix
    {
        get
        {
            var weight = Precision.AtLeastFloat32(Weight);
            if (Transposed)
                weight = weight.transpose(0, 1);
            return weight.reshape(weight.shape[0], -1);
        }
    }

    /// <summary>The number of inputs that one output sums over, at a stride of 1.</summary>
    public long FanIn => Weight.numel() / Outputs;

    /// <summary>The parts of a layer that a caller gives.</summary>
    /// <exception cref="ArgumentException">It is null, disposed, of another kind, or its weight is empty, on the meta device or not floating point.</exception>
    public static LinearLayer Of(nn.Module<Tensor, Tensor>? layer, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(layer, parameterName);
        var result = PartsOf(layer)
            ?? throw new ArgumentException($"{layer.GetName()} is not supported: only Linear, Embedding and convolutions, transposed or not.", parameterName);
        if (result.IsDisposed)
            throw new ArgumentException("The layer has been disposed.", parameterName);
        TensorChecks.NotEmpty(result.Weight, parameterName);
        TensorChecks.FloatingPoint(result.Weight, parameterName);
        TorchBackend.Check();
        return result;
    }

    /// <summary>The parts of a layer inside a module, which were right when it was made.</summary>
    /// <exception cref="ObjectDisposedException">It has been disposed since.</exception>
    /// <exception cref="InvalidOperationException">It has been moved to the meta device since.</exception>
    public static LinearLayer Inside(nn.Module module, nn.Module<Tensor, Tensor> layer)
    {
        var result = PartsOf(layer)!.Value;
        ObjectDisposedException.ThrowIf(result.IsDisposed, module);
        return result.Weight.device_type == DeviceType.META
            ? throw new InvalidOperationException($"{module.GetName()} has been moved to the meta device: it has no numbers any more.")
            : result;
    }

    // Asked of a disposed embedding, its property would throw.
    private static LinearLayer? PartsOf(nn.Module<Tensor, Tensor> layer) => layer switch
    {
        Linear linear => new(linear.weight!, linear.bias, linear.out_features, false),
        Convolution convolution => new(convolution.weight!, convolution.bias, convolution.out_channels, convolution.transposed),
        Embedding embedding when embedding.named_parameters().FirstOrDefault().parameter is var weight => new(weight, null, weight?.shape[0] ?? 0, false, TakesIndices: true),
        _ => null,
    };

    private bool IsDisposed => Weight is null or { IsInvalid: true };
}
