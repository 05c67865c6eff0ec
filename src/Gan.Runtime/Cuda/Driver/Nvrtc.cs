using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Gan.Runtime.Cuda.Kernels;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>NVIDIA's compiler of CUDA C as a library, which libtorch's CUDA packages bring.</summary>
internal sealed unsafe class Nvrtc : IKernelCompiler
{
    private static readonly Regex LibraryName = new(@"^(libnvrtc(-[0-9a-f]+)?\.so(\.1[23](\.\d+)*)?|nvrtc64_1[23]\d_0\.dll)$", RegexOptions.CultureInvariant);

    private const int Success = 0;

    private readonly delegate* unmanaged[Cdecl]<nint*, byte*, byte*, int, byte**, byte**, int> createProgram;
    private readonly delegate* unmanaged[Cdecl]<nint, int, byte**, int> compileProgram;
    private readonly delegate* unmanaged[Cdecl]<nint*, int> destroyProgram;
    private readonly delegate* unmanaged[Cdecl]<nint, nuint*, int> logSize;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, int> log;
    private readonly delegate* unmanaged[Cdecl]<nint, nuint*, int> cubinSize;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, int> cubin;
    private readonly delegate* unmanaged[Cdecl]<nint, nuint*, int> ptxSize;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, int> ptx;
    private readonly int[] architectures;

    private Nvrtc(nint library)
    {
        createProgram = (delegate* unmanaged[Cdecl]<nint*, byte*, byte*, int, byte**, byte**, int>)NativeLibrary.GetExport(library, "nvrtcCreateProgram");
        compileProgram = (delegate* unmanaged[Cdecl]<nint, int, byte**, int>)NativeLibrary.GetExport(library, "nvrtcCompileProgram");
        destroyProgram = (delegate* unmanaged[Cdecl]<nint*, int>)NativeLibrary.GetExport(library, "nvrtcDestroyProgram");
        logSize = (delegate* unmanaged[Cdecl]<nint, nuint*, int>)NativeLibrary.GetExport(library, "nvrtcGetProgramLogSize");
        log = (delegate* unmanaged[Cdecl]<nint, byte*, int>)NativeLibrary.GetExport(library, "nvrtcGetProgramLog");
        cubinSize = (delegate* unmanaged[Cdecl]<nint, nuint*, int>)NativeLibrary.GetExport(library, "nvrtcGetCUBINSize");
        cubin = (delegate* unmanaged[Cdecl]<nint, byte*, int>)NativeLibrary.GetExport(library, "nvrtcGetCUBIN");
        ptxSize = (delegate* unmanaged[Cdecl]<nint, nuint*, int>)NativeLibrary.GetExport(library, "nvrtcGetPTXSize");
        ptx = (delegate* unmanaged[Cdecl]<nint, byte*, int>)NativeLibrary.GetExport(library, "nvrtcGetPTX");
        int major, minor;
        ((delegate* unmanaged[Cdecl]<int*, int*, int>)NativeLibrary.GetExport(library, "nvrtcVersion"))(&major, &minor);
        Version = $"NVRTC {major}.{minor}";
        architectures = Architectures(library);
    }

    public string Version { get; }

    /// <summary>The compiler; null where there is none.</summary>
    public static Nvrtc? TryFind(out string whyNot)
    {
        whyNot = "";
        string[] names = OperatingSystem.IsWindows() ? ["nvrtc64_120_0.dll", "nvrtc64_130_0.dll"] : ["libnvrtc.so.12", "libnvrtc.so.13"];
        if (LoadedLibraries.TryLoad(names, LibraryName, out var library))
        {
            try
            {
                return new(library);
            }
            catch (EntryPointNotFoundException exception)
            {
                whyNot = $"NVRTC, which compiles the CUDA kernels, is too old: {exception.Message}";
                return null;
            }
        }

        whyNot = $"NVRTC, which compiles the CUDA kernels, was not found ({string.Join(", ", names)}): it comes with TorchSharp's CUDA packages and with the CUDA toolkit";
        return null;
    }

    public byte[] Compile(CudaKernel kernel, int architecture)
    {
        nint program = 0;
        fixed (byte* source = Text(kernel.Source), name = Text($"{kernel.Name}.cu"))
            Check(createProgram(&program, source, name, 0, null, null), kernel, program);
        try
        {
            // A GPU that is newer than this compiler takes the text of the newest it knows, which the driver compiles on.
            var isKnown = architectures.Length == 0 || architectures.Contains(architecture);
            var known = isKnown ? architecture : architectures.Where(other => other <= architecture).DefaultIfEmpty(architecture).Max();
            fixed (byte* option = Text($"--gpu-architecture={(isKnown ? "sm" : "compute")}_{known}"))
            {
                var options = option;
                Check(compileProgram(program, 1, &options), kernel, program);
            }

            return isKnown ? Image(cubinSize, cubin, kernel, program) : Image(ptxSize, ptx, kernel, program);
        }
        finally
        {
            destroyProgram(&program);
        }
    }

    private byte[] Image(delegate* unmanaged[Cdecl]<nint, nuint*, int> size, delegate* unmanaged[Cdecl]<nint, byte*, int> get, CudaKernel kernel, nint program)
    {
        nuint count;
        Check(size(program, &count), kernel, program);
        var image = new byte[count];
        fixed (byte* start = image)
            Check(get(program, start), kernel, program);
        return image;
    }

    private void Check(int result, CudaKernel kernel, nint program)
    {
        if (result != Success)
            throw new CudaException($"The CUDA kernel {kernel.Name} does not compile ({Version}, error {result}): {Log(program)}");
    }

    private string Log(nint program)
    {
        nuint count;
        if (program == 0 || logSize(program, &count) != Success || count < 2)
            return "no more is known.";
        var text = new byte[count];
        fixed (byte* start = text)
            log(program, start);
        return Encoding.UTF8.GetString(text).TrimEnd('\0', '\n');
    }

    private static int[] Architectures(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "nvrtcGetNumSupportedArchs", out var count) || !NativeLibrary.TryGetExport(library, "nvrtcGetSupportedArchs", out var get))
            return [];
        int number;
        if (((delegate* unmanaged[Cdecl]<int*, int>)count)(&number) != Success)
            return [];
        var result = new int[number];
        fixed (int* start = result)
            return ((delegate* unmanaged[Cdecl]<int*, int>)get)(start) == Success ? result : [];
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');

    // Not its builtins, nor the copy with another name that some packages bring beside it.
}
