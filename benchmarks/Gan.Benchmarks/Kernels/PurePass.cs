using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gan.Benchmarks;

/// <summary>
/// The least that a loss with its gradient can do: read each real and each fake logit once and write a number for each, with the widest vectors there are and no arithmetic to speak of.
/// </summary>
internal sealed unsafe class PurePass : IDisposable
{
    private const int Alignment = 64;

    private readonly nint _count;
    private readonly float*[] _buffers = new float*[4];

    /// <param name="count">How many real logits, and as many fake ones.</param>
    public PurePass(int count)
    {
        // Whole vectors: the remainder of a kernel is no part of a pass.
        _count = (count + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;
        for (var i = 0; i < _buffers.Length; i++)
        {
            _buffers[i] = (float*)NativeMemory.AlignedAlloc((nuint)_count * sizeof(float), Alignment);
            // Touched here, so that no page fault is measured, and numbers, so that no denormal is.
            new Span<float>(_buffers[i], (int)_count).Fill(1);
        }
    }

    public void Run()
    {
        Pass(_buffers[0], _buffers[1]);
        Pass(_buffers[2], _buffers[3]);
    }

    public void Dispose()
    {
        foreach (var buffer in _buffers)
            NativeMemory.AlignedFree(buffer);
    }

    private void Pass(float* source, float* target)
    {
        if (Vector512.IsHardwareAccelerated)
            Wide(source, target);
        else
            Narrow(source, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide(float* source, float* target)
    {
        for (nint i = 0; i < _count; i += Vector512<float>.Count)
            (-Vector512.Load(source + i)).Store(target + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Narrow(float* source, float* target)
    {
        for (nint i = 0; i < _count; i += Vector256<float>.Count)
            (-Vector256.Load(source + i)).Store(target + i);
    }
}
