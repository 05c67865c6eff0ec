using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>The stream that libtorch puts a thread's work on. TorchSharp has no streams; libtorch exports them, as C++ symbols that GCC and Clang name alike.</summary>
internal sealed unsafe class TorchStreams
{
    private static readonly Regex LibraryName = new(@"^libc10_cuda(-[0-9a-f]+)?\.so$", RegexOptions.CultureInvariant);

    private const string GetCurrent = "_ZN3c104cuda20getCurrentCUDAStreamEa";
    private const string ToDriver = "_ZNK3c104cuda10CUDAStream6streamEv";

    private readonly delegate* unmanaged[Cdecl]<sbyte, TorchStream> current;
    private readonly delegate* unmanaged[Cdecl]<TorchStream*, nint> toDriver;

    /// <param name="library">libtorch's library that has them.</param>
    /// <exception cref="EntryPointNotFoundException">It lacks something.</exception>
    public TorchStreams(nint library)
    {
        current = (delegate* unmanaged[Cdecl]<sbyte, TorchStream>)NativeLibrary.GetExport(library, GetCurrent);
        toDriver = (delegate* unmanaged[Cdecl]<TorchStream*, nint>)NativeLibrary.GetExport(library, ToDriver);
    }

    /// <summary>The streams; null where they cannot be had.</summary>
    public static TorchStreams? TryFind(out string whyNot)
    {
        whyNot = "";
        if (!LoadedLibraries.TryLoad(["libc10_cuda.so"], LibraryName, out var library))
        {
            whyNot = "libtorch's CUDA streams were not found (libc10_cuda.so)";
            return null;
        }

        try
        {
            return new(library);
        }
        catch (EntryPointNotFoundException exception)
        {
            whyNot = $"libtorch's CUDA streams were not found, for this is a version or a platform that GanDsl does not know: {exception.Message}";
            return null;
        }
    }

    /// <summary>The driver's handle of the calling thread's stream on a device.</summary>
    public nint Of(int device)
    {
        var stream = current((sbyte)device);
        return toDriver(&stream);
    }


    /// <summary>c10::cuda::CUDAStream: a c10::Stream of a device and a number, which functions return in two registers.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TorchStream
    {
        private readonly long device;
        private readonly long number;
    }
}
