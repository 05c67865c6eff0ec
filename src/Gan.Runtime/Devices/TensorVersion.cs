using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Devices;

/// <summary>Autograd's count of the writes to a tensor. TorchSharp does not show it; libtorch exports it, as a C++ symbol that GCC and Clang name alike.</summary>
internal static unsafe class TensorVersion
{
    // A Tensor's handle is the address of an at::Tensor.
    private static readonly delegate* unmanaged[Cdecl]<nint, long> Version = Find();

    /// <summary>The count; null where it cannot be had.</summary>
    public static long? Of(Tensor tensor) => Version == null ? null : Version(tensor.Handle);

    private static delegate* unmanaged[Cdecl]<nint, long> Find() =>
        NativeLibrary.TryLoad("torch_cpu", typeof(torch).Assembly, null, out var library) && NativeLibrary.TryGetExport(library, "_ZNK2at10TensorBase8_versionEv", out var address)
            ? (delegate* unmanaged[Cdecl]<nint, long>)address
            : null;
}
