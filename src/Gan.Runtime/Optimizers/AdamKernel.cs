using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gan.Runtime;

/// <summary>
/// Adam over float32 memory in one pass: each element of p, g, m and v is read once, each of p, m and v written once, where a composition of tensor
/// operations passes over memory a dozen times.
/// </summary>
internal static class AdamKernel
{
    /// <summary>Updates the parameter p and the moments m and v by the gradient g, by the widest vectors of this machine.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Apply(in AdamUpdate update, Span<float> p, Span<float> g, Span<float> m, Span<float> v)
    {
        if (Vector512.IsHardwareAccelerated)
            Apply<Vector512<float>, Lanes512>(update, p, g, m, v);
        else if (Vector256.IsHardwareAccelerated)
            Apply<Vector256<float>, Lanes256>(update, p, g, m, v);
        else if (Vector128.IsHardwareAccelerated)
            Apply<Vector128<float>, Lanes128>(update, p, g, m, v);
        else
            Apply<float, ScalarLane>(update, p, g, m, v);
    }

    /// <summary>The same by vectors of one width, the rest one by one.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Apply<T, TLanes>(in AdamUpdate update, Span<float> p, Span<float> g, Span<float> m, Span<float> v)
        where TLanes : struct, IAdamLanes<T>
    {
        if (g.Length != p.Length || m.Length != p.Length || v.Length != p.Length)
            throw new ArgumentException($"The lengths differ: {p.Length} parameters, {g.Length} gradients, {m.Length} and {v.Length} moments.", nameof(g));
        var vectors = p.Length - p.Length % TLanes.Count;
        Pass<T, TLanes>(update, p[..vectors], g, m, v);
        Pass<float, ScalarLane>(update, p[vectors..], g[vectors..], m[vectors..], v[vectors..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass<T, TLanes>(in AdamUpdate update, Span<float> parameters, Span<float> gradients, Span<float> means, Span<float> squares)
        where TLanes : struct, IAdamLanes<T>
    {
        var (minusDecay, l2) = (TLanes.All(-(float)update.Decay), TLanes.All((float)update.L2));
        var (beta1, meanWeight) = (TLanes.All((float)update.Beta1), TLanes.All((float)update.MeanWeight));
        var (beta2, squareWeight) = (TLanes.All((float)update.Beta2), TLanes.All((float)update.SquareWeight));
        var (minusRate, epsilon) = (TLanes.All(-(float)update.Rate), TLanes.All((float)update.Epsilon));

        ref var ps = ref MemoryMarshal.GetReference(parameters);
        ref var gs = ref MemoryMarshal.GetReference(gradients);
        ref var ms = ref MemoryMarshal.GetReference(means);
        ref var vs = ref MemoryMarshal.GetReference(squares);
        for (var i = 0; i < parameters.Length; i += TLanes.Count)
        {
            var p = TLanes.Load(ref ps, i);
            var g = TLanes.MultiplyAdd(l2, p, TLanes.Load(ref gs, i));
            var m = TLanes.MultiplyAdd(meanWeight, g, TLanes.Multiply(beta1, TLanes.Load(ref ms, i)));
            // Weighted before it is squared, as ATen does: the square alone overflows first.
            var v = TLanes.MultiplyAdd(TLanes.Multiply(squareWeight, g), g, TLanes.Multiply(beta2, TLanes.Load(ref vs, i)));
            var direction = TLanes.Divide(m, TLanes.Add(TLanes.Sqrt(v), epsilon));
            TLanes.Store(TLanes.MultiplyAdd(minusRate, direction, TLanes.MultiplyAdd(minusDecay, p, p)), ref ps, i);
            TLanes.Store(m, ref ms, i);
            TLanes.Store(v, ref vs, i);
        }
    }
}
