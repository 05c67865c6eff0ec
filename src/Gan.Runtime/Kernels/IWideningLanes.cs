namespace Gan.Runtime.Kernels;

/// <summary>Lanes of single precision that become lanes of double precision, of as many bytes.</summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
/// <typeparam name="TWide">Half as many lanes of double precision; at least one.</typeparam>
internal interface IWideningLanes<T, TWide> : IFloatLanes<T>
    where T : struct, IWideningLanes<T, TWide>
    where TWide : struct, IDoubleLanes<TWide>
{
    /// <summary>The lower and the upper lanes; of a single lane that one and 0.</summary>
    static abstract (TWide Lower, TWide Upper) Widen(T x);
}
