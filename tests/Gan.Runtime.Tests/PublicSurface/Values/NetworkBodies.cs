using static TorchSharp.torch;

namespace Gan.Runtime.Tests.PublicSurface.Values;

/// <summary>What a network or a delegate of the caller can make of its samples, apart from what it should.</summary>
internal static class NetworkBodies
{
    public static readonly IReadOnlyList<(string Name, Func<Tensor, Tensor, Tensor?> Of, bool IsSane)> Hostile =
    [
        ("returns null", (_, _) => null, true),
        ("returns a disposed tensor", (_, _) => TensorValues.Disposed(), true),
        ("returns its input", (x, _) => x, true),
        ("returns integers", (x, w) => x.mul(w).to(ScalarType.Int64), true),
        ("returns complex numbers", (x, w) => x.mul(w).to(ScalarType.ComplexFloat32), true),
        ("returns half numbers", (x, w) => x.mul(w).to(ScalarType.Float16), true),
        ("returns doubles", (x, w) => x.mul(w).to(ScalarType.Float64), true),
        ("returns a scalar", (x, w) => x.mul(w).sum(), true),
        ("returns another batch", (x, w) => x.mul(w)[..1], true),
        ("returns nothing", (x, w) => x.mul(w)[..0], true),
        ("returns another shape", (x, w) => x.mul(w).reshape(-1, 1, 1), true),
        ("returns a sparse tensor", (x, w) => x.mul(w).to_sparse(), true),
        ("returns a meta tensor", (x, _) => empty_like(x, device: META), true),
        ("detaches", (x, w) => x.detach().mul(w), true),
        ("has no graph", (x, w) => x.mul(w).detach(), true),
        ("writes into its input", (x, w) => x.mul_(2).mul(w), true),
        ("writes over what its gradient needs", (x, w) => x.mul(w).exp().add_(1), true),
        ("disposes its input", Disposing, true),
        ("throws", (_, _) => throw new CallerException(), true),
        ("returns NaN", (x, w) => x.mul(w).mul(float.NaN), false),
        ("has an infinite slope", (x, w) => x.mul(w).abs().sqrt(), false),
        ("overflows", (x, w) => x.mul(w).mul(1e38), false),
    ];

    private static Tensor Disposing(Tensor x, Tensor w)
    {
        var result = x.mul(w);
        x.Dispose();
        return result;
    }
}
