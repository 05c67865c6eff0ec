using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Devices;

/// <summary>Autograd's count of the writes to a tensor. TorchSharp does not show it; libtorch exports it, as C++ symbols that GCC and Clang name alike.</summary>
internal static unsafe class TensorVersion
{
    // A Tensor's handle is the address of an at::Tensor.
    private static readonly nint Library = NativeLibrary.TryLoad("torch_cpu", typeof(torch).Assembly, null, out var library) ? library : 0;
    private static readonly delegate* unmanaged[Cdecl]<nint, long> Version = (delegate* unmanaged[Cdecl]<nint, long>)Find("_ZNK2at10TensorBase8_versionEv");
    private static readonly delegate* unmanaged[Cdecl]<nint, void> Bump = (delegate* unmanaged[Cdecl]<nint, void>)Find("_ZN5torch8autograd4impl12bump_versionERKN2at6TensorE");
    private static readonly delegate* unmanaged[Cdecl]<nint, byte> IsInference = (delegate* unmanaged[Cdecl]<nint, byte>)Find("_ZN2at4_ops12is_inference4callERKNS_6TensorE");

    /// <summary>The count; null where it cannot be had.</summary>
    public static long? Of(Tensor tensor) => Version != null && IsCounted(tensor) ? Version(tensor.Handle) : null;

    /// <summary>Counts a write that autograd has not seen: a graph made before it must fail in backward, not give wrong gradients. To be called without a graph.</summary>
    public static void Count(Tensor tensor)
    {
        if (Bump != null && IsCounted(tensor))
        {
            Bump(tensor.Handle);
            return;
        }

        // A view without elements has the same count, and to write to it touches nothing.
        using var nothing = tensor.as_strided([0], [1]);
        using var written = nothing.zero_();
    }

    // Of a tensor made in inference mode nothing is counted: to ask would end the process, by an exception that nothing catches.
    private static bool IsCounted(Tensor tensor) => IsInference != null && IsInference(tensor.Handle) == 0;

    private static nint Find(string symbol) => Library != 0 && NativeLibrary.TryGetExport(Library, symbol, out var address) ? address : 0;
}
