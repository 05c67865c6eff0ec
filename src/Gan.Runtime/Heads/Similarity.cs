using static TorchSharp.torch;

namespace Gan.Runtime.Heads;

/// <summary>How alike the samples of a batch are, as the losses over embeddings see it.</summary>
internal static class Similarity
{
    // As in libtorch: a vector of zeros is like nothing.
    private const double SmallestNorm = 1e-8;

    /// <summary>cos of the angle between rows i and j: [N, N].</summary>
    public static Tensor Within(Tensor embeddings)
    {
        var directions = Direction(embeddings);
        return directions.matmul(directions.t());
    }

    /// <summary>cos of the angle between row i of one and row i of the other: [N, 1].</summary>
    public static Tensor Between(Tensor embeddings, Tensor proxies) => Direction(embeddings).mul(Direction(proxies)).sum(1, keepdim: true);

    /// <summary>Whether samples i and j are of one class: [N, N].</summary>
    public static Tensor SameClass(Tensor labels) => labels.unsqueeze(1).eq(labels.unsqueeze(0));

    /// <summary>Whether i is j: [N, N].</summary>
    public static Tensor Itself(Tensor labels) => eye(labels.shape[0], dtype: ScalarType.Bool, device: labels.device);

    /// <summary>The logarithm of exp(first) plus the exponentials of those of a row that a mask leaves: [N].</summary>
    public static Tensor LogSumExp(Tensor first, Tensor rows, Tensor left) => cat([first, rows.masked_fill(left.logical_not(), double.NegativeInfinity)], 1).logsumexp(1);

    private static Tensor Direction(Tensor rows) => rows.div(linalg.vector_norm(rows, dims: [1], keepdim: true).clamp_min(SmallestNorm));
}
