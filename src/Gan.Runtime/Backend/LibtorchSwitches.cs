using System.Runtime.InteropServices;
using TorchSharp;

namespace Gan.Runtime.Backend;

/// <summary>
/// libtorch's switches of the libraries that compute its layers. TorchSharp has none, libtorch exports them: they are C++ symbols, named alike by GCC and Clang,
/// and can be set at any time.
/// </summary>
internal static unsafe class LibtorchSwitches
{
    private const string Library = "torch_cpu";
    private const string GlobalContext = "_ZN2at13globalContextEv";
    private const string SetOneDnn = "_ZN2at7Context20setUserEnabledMkldnnEb";
    private const string SetNnpack = "_ZN2at7Context20setUserEnabledNNPACKEb";
    private const string InitializeNnpack = "nnp_initialize";
    private const string SetThreads = "omp_set_num_threads";

    /// <summary>Switches oneDNN off.</summary>
    /// <returns>Whether there is such a switch.</returns>
    public static bool SwitchOneDnnOff() => SwitchOff(SetOneDnn);

    /// <summary>Switches NNPACK off where it does not run on this machine: libtorch would say so at each convolution, on the standard error, and not use it.</summary>
    public static void SwitchIdleNnpackOff()
    {
        const int Success = 0;
        if (TryFind(Library, InitializeNnpack, out var initialize) && ((delegate* unmanaged[Cdecl]<int>)initialize)() != Success)
            SwitchOff(SetNnpack);
    }

    /// <summary>Computes on one thread whatever the calling thread computes; no other thread's number changes.</summary>
    public static void UseOneThread()
    {
        // libtorch sets it itself at a thread's first operation.
        torch.get_num_threads();
        if (TryFind("LibTorchSharp", SetThreads, out var set))
            ((delegate* unmanaged[Cdecl]<int, void>)set)(1);
    }

    private static bool SwitchOff(string setter)
    {
        if (!TryFind(Library, GlobalContext, out var context) || !TryFind(Library, setter, out var set))
            return false;
        ((delegate* unmanaged[Cdecl]<nint, byte, void>)set)(((delegate* unmanaged[Cdecl]<nint>)context)(), 0);
        return true;
    }

    private static bool TryFind(string libraryName, string symbol, out nint address)
    {
        address = 0;
        return NativeLibrary.TryLoad(libraryName, typeof(torch).Assembly, null, out var library) && NativeLibrary.TryGetExport(library, symbol, out address);
    }
}
