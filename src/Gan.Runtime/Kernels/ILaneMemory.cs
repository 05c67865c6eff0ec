namespace Gan.Runtime.Kernels;

/// <summary>Lanes that are read from memory and written to it. No address need be aligned; <see cref="ILanes{T}.Count"/> elements are touched, no more.</summary>
/// <typeparam name="T">The lanes themselves.</typeparam>
/// <typeparam name="TElement">The number in memory.</typeparam>
internal interface ILaneMemory<T, TElement> : ILanes<T>
    where T : struct, ILaneMemory<T, TElement>
    where TElement : unmanaged
{
    /// <summary>The elements from start + offset on.</summary>
    static abstract T Load(ref TElement start, nint offset);

    /// <summary>Writes the lanes to the elements from start + offset on.</summary>
    static abstract void Store(T value, ref TElement start, nint offset);

    /// <summary>The value where the byte of the mask is not 0, otherwise the other, whatever the unchosen one is; the mask has a byte for each lane, from start + offset on.</summary>
    static abstract T LoadWhere(ref byte mask, nint offset, T value, T otherwise);
}
