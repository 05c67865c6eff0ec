using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>Where a tensor's memory is on its device. TorchSharp hides the address of what is not on the CPU; its native library has it.</summary>
internal static unsafe partial class DeviceMemory
{
    private static readonly delegate* unmanaged[Cdecl]<nint, nint> Data =
        (delegate* unmanaged[Cdecl]<nint, nint>)NativeLibrary.GetExport(NativeLibrary.Load("LibTorchSharp", typeof(torch).Assembly, null), "THSTensor_data");

    /// <summary>The address of the first element; 0 of no tensor.</summary>
    public static nint AddressOf(Tensor? tensor) => tensor is null ? 0 : Data(tensor.Handle);
}
