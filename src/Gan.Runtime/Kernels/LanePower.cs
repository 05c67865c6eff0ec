using System.Numerics;

namespace Gan.Runtime.Kernels;

/// <summary>Powers, lane by lane in double precision: what is special about signs, zeros and infinities is <see cref="Math.Pow"/>'s.</summary>
internal static class LanePower
{
    public static T Pow<T, TElement>(in T x, in T y)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged, IFloatingPointIeee754<TElement>
    {
        Span<TElement> powers = stackalloc TElement[T.Count];
        Span<TElement> exponents = stackalloc TElement[T.Count];
        T.Store(x, ref powers[0], 0);
        T.Store(y, ref exponents[0], 0);
        for (var i = 0; i < powers.Length; i++)
            powers[i] = TElement.CreateTruncating(Math.Pow(double.CreateTruncating(powers[i]), double.CreateTruncating(exponents[i])));
        return T.Load(ref powers[0], 0);
    }
}
