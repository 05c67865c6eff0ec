namespace Gan.Runtime.Kernels;

/// <summary>Lanes of single precision.</summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
internal interface IFloatLanes<T> : ISinglePrecision<T>, ILaneMemory<T, float>
    where T : struct, IFloatLanes<T>
{
    static T ILanes<T>.Pow(T x, T y) => LanePower.Pow<T, float>(x, y);
}
