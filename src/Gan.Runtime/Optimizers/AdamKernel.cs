using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gan.Runtime.Kernels;

namespace Gan.Runtime.Optimizers;

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
            Apply<Float512>(update, p, g, m, v);
        else if (Vector256.IsHardwareAccelerated)
            Apply<Float256>(update, p, g, m, v);
        else if (Vector128.IsHardwareAccelerated)
            Apply<Float128>(update, p, g, m, v);
        else
            Apply<Float1>(update, p, g, m, v);
    }

    /// <summary>The same by vectors of one width, the rest one by one.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Apply<T>(in AdamUpdate update, Span<float> p, Span<float> g, Span<float> m, Span<float> v)
        where T : struct, ILaneMemory<T, float>
    {
        if (g.Length != p.Length || m.Length != p.Length || v.Length != p.Length)
            throw new ArgumentException($"The lengths differ: {p.Length} parameters, {g.Length} gradients, {m.Length} and {v.Length} moments.", nameof(g));
        var vectors = p.Length - p.Length % T.Count;
        Pass<T>(update, p[..vectors], g, m, v);
        Pass<Float1>(update, p[vectors..], g[vectors..], m[vectors..], v[vectors..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass<T>(in AdamUpdate update, Span<float> parameters, Span<float> gradients, Span<float> means, Span<float> squares)
        where T : struct, ILaneMemory<T, float>
    {
        var (minusDecay, l2) = (T.All(-update.Decay), T.All(update.L2));
        var (beta1, meanWeight) = (T.All(update.Beta1), T.All(update.MeanWeight));
        var (beta2, squareWeight) = (T.All(update.Beta2), T.All(update.SquareWeight));
        var (minusRate, epsilon) = (T.All(-update.Rate), T.All(update.Epsilon));

        ref var ps = ref MemoryMarshal.GetReference(parameters);
        ref var gs = ref MemoryMarshal.GetReference(gradients);
        ref var ms = ref MemoryMarshal.GetReference(means);
        ref var vs = ref MemoryMarshal.GetReference(squares);
        for (var i = 0; i < parameters.Length; i += T.Count)
        {
            var p = T.Load(ref ps, i);
            var g = T.MultiplyAdd(l2, p, T.Load(ref gs, i));
            var m = T.MultiplyAdd(meanWeight, g, beta1 * T.Load(ref ms, i));
            // Weighted before it is squared, as ATen does: the square alone overflows first.
            var v = T.MultiplyAdd(squareWeight * g, g, beta2 * T.Load(ref vs, i));
            var direction = m / (T.Sqrt(v) + epsilon);
            T.Store(T.MultiplyAdd(minusRate, direction, T.MultiplyAdd(minusDecay, p, p)), ref ps, i);
            T.Store(m, ref ms, i);
            T.Store(v, ref vs, i);
        }
    }
}
