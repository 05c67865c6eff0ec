using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Runtime.Penalties;

/// <summary>How far the weights of a network are from orthogonal rows.</summary>
internal static class OrthogonalWeights
{
    /// <summary>The sum over the weight tensors of the squared Frobenius norm of W Wᵀ − I, or of what lies off its diagonal.</summary>
    /// <exception cref="InvalidOperationException">The network has no weight tensor.</exception>
    public static Tensor Cost(nn.Module module, bool offDiagonal, string network)
    {
        var costs = module.parameters().Where(static parameter => parameter.dim() >= 2 && TensorChecks.IsFloatingPoint(parameter)).Select(weight => Cost(weight, offDiagonal)).ToArray();
        return costs.Length == 0 ? throw new InvalidOperationException($"The {network} has no parameter with rows and columns, so an orthogonal penalty has nothing to act on.")
            : costs.Aggregate(static (sum, cost) => sum.add(cost.to(sum.dtype).to(sum.device)));
    }

    private static Tensor Cost(Tensor weight, bool offDiagonal)
    {
        var rows = Precision.AtLeastFloat32(weight).flatten(1);
        var products = rows.mm(rows.t());
        var identity = eye(rows.shape[0], dtype: rows.dtype, device: rows.device);
        return (offDiagonal ? products.mul(identity.neg().add(1)) : products.sub(identity)).square().sum();
    }
}
