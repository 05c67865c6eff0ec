using System.Runtime.InteropServices;
using System.Text;
using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;
using TorchSharp;

namespace Gan.Runtime.Tests.Cuda.Driver;

/// <summary>A device with a driver of its own, driver.cpp, which runs the kernels on the processor.</summary>
public sealed class StandInDevice : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("driver").FullName;
    private readonly nint library;

    public StandInDevice()
    {
        if (CppCompiler.Path is null)
            return;
        var path = Path.Combine(folder, "driver.so");
        CppCompiler.Compile(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cuda", "Driver", "driver.cpp")), path);
        library = NativeLibrary.Load(path);
        Driver = new(library);
        Streams = new(library);
        Device = new(Driver, Streams, new KernelCache(new Compiler(folder), folder: null), new(DeviceType.CPU, 0));
    }

    internal CudaDriver Driver { get; } = null!;

    internal TorchStreams Streams { get; } = null!;

    internal CudaDevice Device { get; } = null!;

    /// <summary>How many launches an action makes on this thread, while the processor is taken for this device.</summary>
    internal int CountOf(Action action)
    {
        var before = Launches;
        CudaRuntime.WithStandIn(Device, action);
        return Launches - before;
    }

    /// <summary>The same device, on which a kernel does not load.</summary>
    /// <param name="kernel">The kernel's name.</param>
    internal CudaDevice Broken(string kernel) => new(Driver, Streams, new(new Compiler(folder, kernel), folder: null), new(DeviceType.CPU, 0));

    internal unsafe int Launches => ((delegate* unmanaged<int>)NativeLibrary.GetExport(library, "launched"))();

    public void Dispose()
    {
        // The library stays loaded: kernels are held by the device.
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Compiler(string folder, string? broken = null) : IKernelCompiler
    {
        private static int s_count;

        public string Version => "C++";

        public byte[] Compile(CudaKernel kernel, int architecture)
        {
            Assert.Equal(90, architecture);
            if (kernel.Name == broken)
                return "nowhere\0"u8.ToArray();
            var path = Path.Combine(folder, $"kernel{Interlocked.Increment(ref s_count)}.so");
            CppCompiler.Compile(
                $$"""
                {{File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cuda", "device.h"))}}
                namespace kernel
                {
                {{kernel.Source.Replace("extern \"C\"", "static", StringComparison.Ordinal)}}
                static void enter(const void* a) { {{kernel.Name}}(*(const Arguments*)a); }
                }
                extern "C" void {{kernel.Name}}(const void* a, int blocks) { device::launch(kernel::enter, a, blocks); }
                """,
                path);
            return Encoding.UTF8.GetBytes(path + '\0');
        }
    }
}
