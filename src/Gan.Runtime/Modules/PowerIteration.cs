using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>The largest singular value of a matrix, by vectors u (one element a row) and v (one a column) that approach its singular vectors.</summary>
internal static class PowerIteration
{
    /// <summary>A vector of length 1 along a dimension of the matrix.</summary>
    public static Tensor RandomDirection(Tensor matrix, int dimension)
    {
        var vector = randn(matrix.shape[dimension], dtype: matrix.dtype, device: matrix.device);
        return vector.div(linalg.vector_norm(vector, 2, [0]));
    }

    /// <summary>v = W^T u / ||W^T u||, u = W v / ||W v||, in place and outside any graph.</summary>
    public static void Run(Tensor matrix, Tensor u, Tensor v, int iterations, double epsilon)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        for (var i = 0; i < iterations; i++)
        {
            Turn(v, matrix.t().mm(Column(u, matrix)), epsilon);
            Turn(u, matrix.mm(Column(v, matrix)), epsilon);
        }
    }

    /// <summary>u^T W v, with the graph to W alone.</summary>
    // Copies, because the next iteration writes to u and v while this graph may still be waiting for its backward pass.
    public static Tensor Sigma(Tensor matrix, Tensor u, Tensor v) =>
        matrix.mm(Column(v, matrix).clone()).mul(Column(u, matrix).clone()).sum();

    // A product without a length has no direction: what is known so far stays, and survives a weight that is zero or NaN for a while.
    private static void Turn(Tensor vector, Tensor product, double epsilon)
    {
        var length = linalg.vector_norm(product, 2, [0], keepdim: true);
        var hasDirection = length.gt(epsilon).logical_and(length.isfinite());
        vector.copy_(where(hasDirection, product.div(length), Column(vector, product)).squeeze(1));
    }

    private static Tensor Column(Tensor vector, Tensor like) => vector.to(like.dtype).unsqueeze(1);
}
