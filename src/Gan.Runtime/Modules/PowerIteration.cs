using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Modules;

/// <summary>The largest singular value of a matrix, by vectors u (one element a row) and v (one a column) that approach its singular vectors.</summary>
internal static class PowerIteration
{
    /// <summary>Vectors with which one more iteration changes sigma by a larger share than this are not those of the matrix.</summary>
    private const double Stale = 1e-2;

    /// <summary>Up to so many rows or columns a decomposition takes no longer than iterations that come as close.</summary>
    private const int LargestDecomposed = 1024;

    private const int ManyIterations = 100;

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

    /// <summary>Finds the matrix's vectors, in place and outside any graph, where u and v are not close to them already.</summary>
    public static void Settle(Tensor matrix, Tensor u, Tensor v, double epsilon)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        var (nextU, nextV, sigma) = (u.clone(), v.clone(), HostRead.Number(Sigma(matrix, u, v)));
        // Vectors that were lost, zero or NaN, never turn again: the lengths of the rows are a direction to start from.
        if (!(sigma > 0))
            Turn(nextU, linalg.vector_norm(matrix, 2, [1], keepdim: true), epsilon);
        Run(matrix, nextU, nextV, 1, epsilon);
        var next = HostRead.Number(Sigma(matrix, nextU, nextV));
        if (!(Math.Abs(next - sigma) <= Stale * next))
            Find(matrix, u, v, epsilon);
    }

    /// <summary>The vectors of the largest singular value, in place and outside any graph; as they are where the matrix is zero or not finite.</summary>
    public static void Find(Tensor matrix, Tensor u, Tensor v, double epsilon)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        // No square of it overflows, and none of the largest is lost.
        var scaled = matrix.div(matrix.abs().max());
        if (!HostRead.IsTrue(scaled.isfinite().all()))
            return;
        var isWide = matrix.shape[0] <= matrix.shape[1];
        if (Math.Min(matrix.shape[0], matrix.shape[1]) > LargestDecomposed)
        {
            Turn(u, linalg.vector_norm(scaled, 2, [1], keepdim: true), epsilon);
            Run(matrix, u, v, ManyIterations, epsilon);
            return;
        }

        // The smaller of W W^T and W^T W: its eigenvalues are the squares of W's singular values, in ascending order.
        var (_, vectors) = linalg.eigh(isWide ? scaled.mm(scaled.t()) : scaled.t().mm(scaled));
        (isWide ? u : v).copy_(vectors.select(1, -1));
        if (!isWide)
            Turn(u, scaled.mm(Column(v, scaled)), epsilon);
        Run(matrix, u, v, 1, epsilon);
    }

    /// <summary>u^T W v, with the graph to W alone.</summary>
    // Copies, because the next iteration writes to u and v while this graph may still be waiting for its backward pass.
    public static Tensor Sigma(Tensor matrix, Tensor u, Tensor v) =>
        matrix.mm(Column(v, matrix).clone()).mul(Column(u, matrix).clone()).sum();

    // A product without a length has no direction: what is known so far stays, and survives a weight that is zero or NaN for a while.
    private static void Turn(Tensor vector, Tensor product, double epsilon)
    {
        // Scaled by the largest, so that no square leaves the range of the dtype.
        var largest = product.abs().amax([0], keepdim: true);
        var scaled = product.div(largest);
        var length = linalg.vector_norm(scaled, 2, [0], keepdim: true);
        var hasDirection = length.isfinite().logical_and(length.mul(largest).gt(epsilon));
        vector.copy_(where(hasDirection, scaled.div(length), Column(vector, product)).squeeze(1));
    }

    private static Tensor Column(Tensor vector, Tensor like) => vector.to(like.dtype).unsqueeze(1);
}
