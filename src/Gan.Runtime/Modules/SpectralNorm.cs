using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Normalises the weight W of a layer by its largest singular value sigma: <c>y = (W / sigma) * x + b</c>.
/// </summary>
/// <remarks>
/// <para>The Lipschitz constant of the normalised layer is 1. For a convolution, this holds for its weight as a matrix, with one row per output channel. The matrix of an embedding has one row per index.</para>
/// <para>The layer estimates <c>sigma = u^T W v</c> by power iteration. In training mode, each call first updates <c>v = W^T u / ||W^T u||</c> and <c>u = W v / ||W v||</c>.
/// A vector whose product is zero or not finite does not change. The vectors are the buffers <c>u</c> and <c>v</c> of the state dict, and are constants for the gradient.</para>
/// <para>In evaluation mode, a call changes the vectors only if one more iteration would change sigma by more than 1%, for example after another weight was loaded.
/// It then computes them like <see cref="Of"/>: by an eigenvalue decomposition or, for a matrix with more than 1024 rows and columns, by 100 iterations.</para>
/// <para>Source: Miyato, Kataoka, Koyama and Yoshida 2018 (arXiv 1802.05957).</para>
/// </remarks>
public sealed class SpectralNorm : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> layer;
    private readonly Tensor u;
    private readonly Tensor v;
    private readonly int iterations;
    private readonly double epsilon;

    // The weight and the vectors that were last found to be its own.
    private readonly SeenTensors settled = new();

    private SpectralNorm(nn.Module<Tensor, Tensor> layer, int iterations, double epsilon)
        : base(nameof(SpectralNorm))
    {
        (this.layer, this.iterations, this.epsilon) = (layer, iterations, epsilon);
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var matrix = Matrix;
        u = PowerIteration.RandomDirection(matrix, 0).DetachFromDisposeScope();
        v = PowerIteration.RandomDirection(matrix, 1).DetachFromDisposeScope();
        // So that a layer that is never trained is normalised too.
        PowerIteration.Find(matrix, u, v, epsilon);
        RegisterComponents();
    }

    private Tensor Matrix => LinearLayer.Inside(this, layer).Matrix;

    private void CheckDirections(Tensor matrix)
    {
        ObjectDisposedException.ThrowIf(u.IsInvalid || v.IsInvalid, this);
        if (!u.shape.AsSpan().SequenceEqual([matrix.shape[0]]) || !v.shape.AsSpan().SequenceEqual([matrix.shape[1]]))
            throw new InvalidOperationException($"The buffers u, {TensorChecks.Shape(u)}, and v, {TensorChecks.Shape(v)}, do not fit the weight, {TensorChecks.Shape(matrix)} as a matrix.");
    }

    /// <summary>Wraps a layer. The wrapper owns it as its child <c>layer</c> and disposes it.</summary>
    /// <param name="layer">A <c>Linear</c>, <c>Embedding</c>, <c>Conv1d</c> to <c>Conv3d</c> or <c>ConvTranspose1d</c> to <c>ConvTranspose3d</c> layer of a floating-point dtype.</param>
    /// <param name="iterations">The number of power iterations per call in training mode, at least 1. The default is 1.</param>
    /// <param name="epsilon">The smallest divisor, finite and positive: W is divided by max(sigma, epsilon). The default is 1e-12.</param>
    /// <returns>A module with the inputs and outputs of the layer.</returns>
    /// <exception cref="ArgumentException">The layer is null, disposed or of another kind, or its weight is empty or not floating point.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of iterations is less than 1, or epsilon is not finite and positive.</exception>
    public static SpectralNorm Of(nn.Module<Tensor, Tensor> layer, int iterations = 1, double epsilon = 1e-12)
    {
        LinearLayer.Of(layer, nameof(layer));
        return new SpectralNorm(layer, Ranges.AtLeastOne(iterations, nameof(iterations)), Ranges.Positive(epsilon, nameof(epsilon)));
    }

    /// <summary>Computes the estimate of the largest singular value of W that a call in evaluation mode divides by. In training mode, this method does not change the vectors.</summary>
    /// <returns>A scalar with its graph to W, whose derivative is <c>u v^T</c>. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The layer has been disposed.</exception>
    /// <exception cref="ObjectDisposedException">The vectors have been disposed.</exception>
    /// <exception cref="InvalidOperationException">The sizes of the vectors do not match the weight.</exception>
    public Tensor Sigma()
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix;
        CheckDirections(matrix);
        var (left, right) = training ? (u.clone(), v.clone()) : (u, v);
        PowerIteration.Settle(matrix, left, right, epsilon);
        return Estimate(matrix, left, right).MoveToOuterDisposeScope();
    }

    /// <summary>Computes the output of the layer with the weight W / sigma.</summary>
    /// <param name="input">The input of the layer: floating point or, for an embedding, indices.</param>
    /// <returns>The output of the layer.</returns>
    /// <exception cref="ArgumentException">The input is null or disposed, or the layer does not take its shape, dtype or device, or the layer has been disposed.</exception>
    /// <exception cref="ObjectDisposedException">The vectors have been disposed.</exception>
    /// <exception cref="InvalidOperationException">The sizes of the vectors do not match the weight.</exception>
    public override Tensor forward(Tensor input)
    {
        TensorChecks.Alive(input, nameof(input));
        var parts = LinearLayer.Inside(this, layer);
        if (!parts.TakesIndices)
            TensorChecks.FloatingPoint(input, nameof(input));
        using var scope = NewDisposeScope();
        var matrix = parts.Matrix;
        CheckDirections(matrix);
        if (training)
        {
            PowerIteration.Run(matrix, u, v, iterations, epsilon);
        }
        else if (!settled.Are(parts.Weight, u, v))
        {
            PowerIteration.Settle(matrix, u, v, epsilon);
            settled.See(parts.Weight, u, v);
        }

        // (W / sigma) x = W (x / sigma): the layer's own stride, padding and groups need no second telling.
        var sigma = Estimate(matrix, u, v);
        return Refusals.Of(() => parts.TakesIndices ? layer.call(input).div(sigma) : layer.call(input.div(sigma)), () => $"The layer does not accept an input of {TensorChecks.Describe(input)}", nameof(input)).MoveToOuterDisposeScope();
    }

    private Tensor Estimate(Tensor matrix, Tensor left, Tensor right) => PowerIteration.Sigma(matrix, left, right).clamp_min(epsilon);
}
