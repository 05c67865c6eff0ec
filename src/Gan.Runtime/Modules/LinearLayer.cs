using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

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

    public static LinearLayer Of(nn.Module<Tensor, Tensor>? layer, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(layer, parameterName);
        var result = layer switch
        {
            Linear linear => new LinearLayer(linear.weight, linear.bias, linear.out_features, false),
            Convolution convolution => new(convolution.weight, convolution.bias, convolution.out_channels, convolution.transposed),
            Embedding embedding => OfEmbedding(embedding, parameterName),
            _ => throw new ArgumentException($"{layer.GetName()} is not supported: only Linear, Embedding and convolutions, transposed or not.", parameterName),
        };
        TensorChecks.NotEmpty(result.Weight, parameterName);
        TensorChecks.FloatingPoint(result.Weight, parameterName);
        TorchBackend.Check();
        return result;
    }

    private static LinearLayer OfEmbedding(Embedding embedding, string parameterName)
    {
        // Asked of a disposed embedding, its property would throw something else.
        var weight = embedding.named_parameters().FirstOrDefault().parameter
            ?? throw new ArgumentException("The layer has been disposed.", parameterName);
        return new(weight, null, weight.shape[0], false, TakesIndices: true);
    }
}
