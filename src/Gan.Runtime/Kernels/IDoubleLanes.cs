namespace Gan.Runtime.Kernels;

/// <summary>Lanes of double precision.</summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface IDoubleLanes<T> : IDoublePrecision<T>, ILaneMemory<T, double>
    where T : struct, IDoubleLanes<T>
{
    /// <summary>The sum of all lanes.</summary>
    static abstract double Sum(T x);

    static T ILanes<T>.Pow(T x, T y) => LanePower.Pow<T, double>(x, y);
}
