using System.Numerics;

namespace Gan.Runtime;

/// <summary>Functions that are not worth a vector's code: lane by lane in double precision, rounded to the lanes'.</summary>
internal static class EachLane
{
    public static T Apply<T, TElement>(T x, Func<double, double> function)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged, IFloatingPointIeee754<TElement>
    {
        Span<TElement> elements = stackalloc TElement[T.Count];
        T.Store(x, ref elements[0], 0);
        foreach (ref var element in elements)
            element = TElement.CreateTruncating(function(double.CreateTruncating(element)));
        return T.Load(ref elements[0], 0);
    }

    public static T Apply<T, TElement>(T x, T y, Func<double, double, double> function)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged, IFloatingPointIeee754<TElement>
    {
        Span<TElement> elements = stackalloc TElement[T.Count];
        Span<TElement> others = stackalloc TElement[T.Count];
        T.Store(x, ref elements[0], 0);
        T.Store(y, ref others[0], 0);
        for (var i = 0; i < T.Count; i++)
            elements[i] = TElement.CreateTruncating(function(double.CreateTruncating(elements[i]), double.CreateTruncating(others[i])));
        return T.Load(ref elements[0], 0);
    }
}
