using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Gan.Runtime.Cuda.Kernels;

namespace Gan.Runtime.Tests.Cuda;

/// <summary>Kernels as they are printed, compiled as C++ for a device that runs on the processor: device.h.</summary>
internal sealed unsafe class CompiledKernels : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kernels").FullName;
    private readonly nint library;
    private readonly Dictionary<CudaKernel, nint> entries = [];
    private readonly Dictionary<CudaKernel, int> sizes = [];

    public CompiledKernels(IEnumerable<CudaKernel> kernels)
    {
        var distinct = kernels.Distinct().ToList();
        var text = new StringBuilder(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cuda", "device.h")));
        for (var i = 0; i < distinct.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"namespace kernel{i}\n{{\n{distinct[i].Source.Replace("extern \"C\"", "static", StringComparison.Ordinal)}\n");
            text.Append(CultureInfo.InvariantCulture, $"static void enter(const void* a) {{ {distinct[i].Name}(*(const Arguments*)a); }}\n}}\n");
            text.Append(CultureInfo.InvariantCulture, $"extern \"C\" void run{i}(const void* a, int blocks) {{ device::launch(kernel{i}::enter, a, blocks); }}\n");
            text.Append(CultureInfo.InvariantCulture, $"extern \"C\" int size{i}() {{ return (int)sizeof(kernel{i}::Arguments); }}\n");
        }

        var path = Path.Combine(folder, "kernels.so");
        CppCompiler.Compile(text.ToString(), path);
        library = NativeLibrary.Load(path);
        for (var i = 0; i < distinct.Count; i++)
        {
            entries.Add(distinct[i], NativeLibrary.GetExport(library, string.Create(CultureInfo.InvariantCulture, $"run{i}")));
            sizes.Add(distinct[i], ((delegate* unmanaged<int>)NativeLibrary.GetExport(library, string.Create(CultureInfo.InvariantCulture, $"size{i}")))());
        }
    }

    public void Run(params ReadOnlySpan<CudaLaunch> launches)
    {
        foreach (var launch in launches)
        {
            Assert.Equal(sizes[launch.Kernel], sizeof(long) * launch.Arguments.Length);
            fixed (long* arguments = launch.Arguments)
                ((delegate* unmanaged<void*, int, void>)entries[launch.Kernel])(arguments, launch.Blocks);
        }
    }

    public void Dispose()
    {
        NativeLibrary.Free(library);
        Directory.Delete(folder, recursive: true);
    }
}
