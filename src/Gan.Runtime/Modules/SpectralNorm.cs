using Gan.Runtime.Checks;
using Gan.Runtime.Devices;
using Gan.Runtime.Modules;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>
/// Spectral normalisation of a layer: <c>y = (W / sigma) * x + b</c> with sigma, the largest singular value of W as a matrix, so that the layer
/// without its bias has the Lipschitz constant 1 (a convolution: its matrix has).
/// </summary>
/// <remarks>
/// <para><c>sigma = u^T W v</c>. In training mode each call first moves the estimates, by <c>v = W^T u / ||W^T u||</c> and <c>u = W v / ||W v||</c>.
/// In evaluation mode they rest where they are those of this weight: where one more such step would change sigma by more than 1%, as after the weight was
/// set anew or loaded without them, the call finds them, as the constructor does: by a decomposition, or by 100 steps where rows and columns are more than 1024. They are the buffers <c>u</c> and <c>v</c> of the
/// state dict, constants for the gradient. Where a product is zero or not finite its vector stays.</para>
/// <para>The matrix of a convolution has a row for each output channel, that of an embedding one for each index. Source: Miyato, Kataoka, Koyama and Yoshida 2018 (arXiv 1802.05957).</para>
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

    /// <summary>Wraps a layer, which then belongs to the wrapper: it is its child <c>layer</c>, and is disposed with it.</summary>
    /// <param name="layer"><c>Linear</c>, <c>Embedding</c>, <c>Conv1d</c> to <c>Conv3d</c> or <c>ConvTranspose1d</c> to <c>ConvTranspose3d</c>, of a floating-point dtype.</param>
    /// <param name="iterations">The steps of power iteration a call in training mode, at least 1.</param>
    /// <param name="epsilon">The smallest sigma that is divided by, positive; below it W is divided by epsilon.</param>
    /// <returns>A module from the layer's inputs to its outputs.</returns>
    /// <exception cref="ArgumentException">The layer is null, disposed, of another kind, or its weight is empty or not floating point.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of iterations is below 1, or epsilon is not finite or not positive.</exception>
    public static SpectralNorm Of(nn.Module<Tensor, Tensor> layer, int iterations = 1, double epsilon = 1e-12)
    {
        LinearLayer.Of(layer, nameof(layer));
        return new SpectralNorm(layer, Ranges.AtLeastOne(iterations, nameof(iterations)), Ranges.Positive(epsilon, nameof(epsilon)));
    }

    /// <summary>The estimate of W's largest singular value that a call in evaluation mode divides by. In training mode the vectors stay as they are.</summary>
    /// <returns>A scalar with its graph to W: the derivative is <c>u v^T</c>. To be disposed.</returns>
    /// <exception cref="ArgumentException">The layer has been disposed.</exception>
    public Tensor Sigma()
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix;
        CheckDirections(matrix);
        var (left, right) = training ? (u.clone(), v.clone()) : (u, v);
        PowerIteration.Settle(matrix, left, right, epsilon);
        return Estimate(matrix, left, right).MoveToOuterDisposeScope();
    }

    /// <summary>The layer's output with the weight W / sigma.</summary>
    /// <param name="input">What the layer takes: floating point, for an embedding indices.</param>
    /// <returns>What the layer returns.</returns>
    /// <exception cref="ArgumentException">The input is null, disposed, not floating point though the layer is no embedding, or of a shape, dtype or device that the layer does not take; or the layer has been disposed.</exception>
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
