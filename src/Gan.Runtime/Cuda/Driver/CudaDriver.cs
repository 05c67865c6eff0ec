using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>NVIDIA's driver: modules of kernels, and their launches, in the context that libtorch computes in, the device's primary one.</summary>
internal sealed unsafe class CudaDriver
{
    private static readonly Regex LibraryName = new(@"^(libcuda\.so\.1|nvcuda\.dll)$", RegexOptions.CultureInvariant);

    private const int Success = 0;
    private const int MajorAttribute = 75;
    private const int MinorAttribute = 76;

    private readonly delegate* unmanaged[Cdecl]<int*, int, int> deviceGet;
    private readonly delegate* unmanaged[Cdecl]<int*, int, int, int> deviceGetAttribute;
    private readonly delegate* unmanaged[Cdecl]<nint*, int, int> retainPrimaryContext;
    private readonly delegate* unmanaged[Cdecl]<nint*, int> currentContext;
    private readonly delegate* unmanaged[Cdecl]<nint, int> pushContext;
    private readonly delegate* unmanaged[Cdecl]<nint*, int> popContext;
    private readonly delegate* unmanaged[Cdecl]<nint*, byte*, int> loadModule;
    private readonly delegate* unmanaged[Cdecl]<nint*, nint, byte*, int> getFunction;
    private readonly delegate* unmanaged[Cdecl]<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int> launchKernel;
    private readonly delegate* unmanaged[Cdecl]<int, byte**, int> errorName;

    /// <param name="library">The driver's library.</param>
    /// <exception cref="CudaException">It does not start, as without a GPU.</exception>
    /// <exception cref="EntryPointNotFoundException">It lacks something.</exception>
    public CudaDriver(nint library)
    {
        deviceGet = (delegate* unmanaged[Cdecl]<int*, int, int>)NativeLibrary.GetExport(library, "cuDeviceGet");
        deviceGetAttribute = (delegate* unmanaged[Cdecl]<int*, int, int, int>)NativeLibrary.GetExport(library, "cuDeviceGetAttribute");
        retainPrimaryContext = (delegate* unmanaged[Cdecl]<nint*, int, int>)NativeLibrary.GetExport(library, "cuDevicePrimaryCtxRetain");
        currentContext = (delegate* unmanaged[Cdecl]<nint*, int>)NativeLibrary.GetExport(library, "cuCtxGetCurrent");
        pushContext = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(library, "cuCtxPushCurrent_v2");
        popContext = (delegate* unmanaged[Cdecl]<nint*, int>)NativeLibrary.GetExport(library, "cuCtxPopCurrent_v2");
        loadModule = (delegate* unmanaged[Cdecl]<nint*, byte*, int>)NativeLibrary.GetExport(library, "cuModuleLoadData");
        getFunction = (delegate* unmanaged[Cdecl]<nint*, nint, byte*, int>)NativeLibrary.GetExport(library, "cuModuleGetFunction");
        launchKernel = (delegate* unmanaged[Cdecl]<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int>)NativeLibrary.GetExport(library, "cuLaunchKernel");
        errorName = (delegate* unmanaged[Cdecl]<int, byte**, int>)NativeLibrary.GetExport(library, "cuGetErrorName");
        var error = ((delegate* unmanaged[Cdecl]<uint, int>)NativeLibrary.GetExport(library, "cuInit"))(0);
        if (error != Success)
            throw new CudaException($"CUDA's driver does not start: {NameOf(error)}");
    }

    /// <summary>The driver; null where there is none.</summary>
    public static CudaDriver? TryFind(out string whyNot)
    {
        whyNot = "";
        string[] names = OperatingSystem.IsWindows() ? ["nvcuda.dll"] : ["libcuda.so.1"];
        if (!LoadedLibraries.TryLoad(names, LibraryName, out var library))
        {
            whyNot = $"CUDA's driver was not found ({names[0]}): it comes with NVIDIA's graphics driver";
            return null;
        }

        try
        {
            return new(library);
        }
        catch (Exception exception) when (exception is CudaException or EntryPointNotFoundException)
        {
            whyNot = exception.Message;
            return null;
        }
    }

    /// <summary>A device's compute capability, as 90 for 9.0.</summary>
    public int Architecture(int device)
    {
        int major, minor;
        Check(deviceGetAttribute(&major, MajorAttribute, Ordinal(device)), "The compute capability cannot be read");
        Check(deviceGetAttribute(&minor, MinorAttribute, Ordinal(device)), "The compute capability cannot be read");
        return 10 * major + minor;
    }

    /// <summary>The context that libtorch computes in on a device.</summary>
    public nint PrimaryContext(int device)
    {
        nint context;
        Check(retainPrimaryContext(&context, Ordinal(device)), $"The context of CUDA device {device} cannot be used");
        return context;
    }

    /// <summary>Loads a compiled kernel; 0 where the image is none.</summary>
    public nint TryLoad(nint context, byte[] image, string name)
    {
        using var current = new Current(this, context);
        nint module, function;
        fixed (byte* start = image, text = System.Text.Encoding.UTF8.GetBytes(name + '\0'))
            return loadModule(&module, start) == Success && getFunction(&function, module, text) == Success ? function : 0;
    }

    /// <summary>Launches a kernel.</summary>
    /// <param name="context">The device's.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="function">The kernel.</param>
    /// <param name="name">Its name.</param>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="threads">The number of threads of a block.</param>
    /// <param name="arguments">The members of its one parameter.</param>
    /// <exception cref="CudaException">The driver refuses it.</exception>
    public void Launch(nint context, nint stream, nint function, string name, int blocks, int threads, ReadOnlySpan<long> arguments)
    {
        using var current = new Current(this, context);
        fixed (long* members = arguments)
        {
            var parameter = (void*)members;
            var error = launchKernel(function, (uint)blocks, 1, 1, (uint)threads, 1, 1, 0, stream, &parameter, null);
            if (error != Success)
                Check(error, $"The CUDA kernel {name} cannot be launched");
        }
    }

    private int Ordinal(int device)
    {
        int ordinal;
        Check(deviceGet(&ordinal, device), $"There is no CUDA device {device}");
        return ordinal;
    }

    private void Check(int result, string what)
    {
        if (result != Success)
            throw new CudaException($"{what}: {NameOf(result)}.");
    }

    private string NameOf(int error)
    {
        byte* name;
        return errorName(error, &name) == Success ? $"{Marshal.PtrToStringUTF8((nint)name)} ({error})" : $"error {error}";
    }


    /// <summary>Makes a context the thread's, if it is not already, until it is disposed.</summary>
    private readonly ref struct Current
    {
        private readonly CudaDriver driver;
        private readonly bool isPushed;

        public Current(CudaDriver driver, nint context)
        {
            this.driver = driver;
            nint current;
            driver.Check(driver.currentContext(&current), "The thread's CUDA context cannot be read");
            isPushed = current != context;
            if (isPushed)
                driver.Check(driver.pushContext(context), "The device's CUDA context cannot be used");
        }

        public void Dispose()
        {
            nint context;
            if (isPushed)
                driver.Check(driver.popContext(&context), "The thread's CUDA context cannot be restored");
        }
    }
}
