using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Gan.Runtime.Kernels;

/// <summary>
/// Runs work on libtorch's own threads, through the OpenMP library it has loaded: they wait for the next operation by spinning, and threads of any other pool would compete with them for the cores.
/// </summary>
internal static unsafe class ThreadTeam
{
    // GOMP_parallel(function, data, number of threads, flags): what a compiler makes of "#pragma omp parallel".
    private static readonly delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<void*, void>, void*, uint, uint, void> Parallel = Find();

    /// <summary>Whether there is such a library: on Linux.</summary>
    public static bool IsAvailable => Parallel != null;

    /// <summary>Calls an action with each number from 0 to below <paramref name="count"/> once, in no order, on several threads, and waits for all.</summary>
    public static void Run(int threads, int count, Action<int> action)
    {
        var work = new Work(count, action);
        var handle = GCHandle.Alloc(work);
        try
        {
            Parallel(&Enter, (void*)GCHandle.ToIntPtr(handle), (uint)threads, 0);
        }
        finally
        {
            handle.Free();
        }

        work.ThrowIfFailed();
    }

    // An exception must not pass through the library's frames.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Enter(void* data) => ((Work)GCHandle.FromIntPtr((nint)data).Target!).TakePart();

    private static delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<void*, void>, void*, uint, uint, void> Find() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("LibTorchSharp", typeof(torch).Assembly, null, out var library)
        && NativeLibrary.TryGetExport(library, "GOMP_parallel", out var address)
            ? (delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<void*, void>, void*, uint, uint, void>)address
            : null;

    private sealed class Work(int count, Action<int> action)
    {
        private int next;
        private volatile Exception? failure;

        public void TakePart()
        {
            try
            {
                for (var i = Interlocked.Increment(ref next) - 1; i < count; i = Interlocked.Increment(ref next) - 1)
                    action(i);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }

        public void ThrowIfFailed()
        {
            if (failure is { } exception)
                throw new InvalidOperationException($"Work on libtorch's threads failed: {exception.Message}", exception);
        }
    }
}
