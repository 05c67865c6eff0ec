using Gan.Runtime.Cuda.Driver;
using Gan.Runtime.Cuda.Kernels;

namespace Gan.Runtime.Tests.Cuda.Driver;

/// <summary>Compiled kernels on disk: found again, by their text, GPU and compiler, and whatever happens to the files.</summary>
public sealed class KernelCacheTests : IDisposable
{
    private static readonly CudaKernel s_kernel = new("loss", "text");

    private readonly string folder = Directory.CreateTempSubdirectory("kernels").FullName;

    [Fact]
    public void AKernelIsCompiledOnceForATextAGpuAndACompiler()
    {
        var compiler = new CountingCompiler("1");
        Assert.Equal("1 loss 90 text"u8, new KernelCache(compiler, folder).Get(s_kernel, 90));
        Assert.Equal("1 loss 90 text"u8, new KernelCache(compiler, folder).Get(s_kernel, 90));
        Assert.Equal(1, compiler.Calls);
        Assert.Equal("1 loss 80 text"u8, new KernelCache(compiler, folder).Get(s_kernel, 80));
        Assert.Equal("1 loss 90 other"u8, new KernelCache(compiler, folder).Get(new("loss", "other"), 90));
        Assert.Equal("2 loss 90 text"u8, new KernelCache(new CountingCompiler("2"), folder).Get(s_kernel, 90));
        Assert.Equal(3, compiler.Calls);
        Assert.Equal(4, Directory.GetFiles(folder).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(32)]
    [InlineData(40)]
    public void ADamagedFileIsCompiledAnew(int kept)
    {
        var compiler = new CountingCompiler("1");
        var right = new KernelCache(compiler, folder).Get(s_kernel, 90);
        var path = Directory.GetFiles(folder).Single();
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..kept]);
        Assert.Equal(right, new KernelCache(compiler, folder).Get(s_kernel, 90));
        Assert.Equal(2, compiler.Calls);
        Assert.Equal(whole, File.ReadAllBytes(path));
        whole[^1] ^= 1;
        File.WriteAllBytes(path, whole);
        Assert.Equal(right, new KernelCache(compiler, folder).Get(s_kernel, 90));
        Assert.Equal(3, compiler.Calls);
    }

    [Fact]
    public void ManyAtOnceDoNoHarm()
    {
        var compiler = new CountingCompiler("1");
        Parallel.For(0, 64, i => Assert.Equal("1 loss 90 text"u8, new KernelCache(compiler, folder).Get(s_kernel, 90)));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void WithoutAFolderOrADiskItIsCompiled()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");
        foreach (var place in new[] { null, Path.Combine(file, "below") })
        {
            var compiler = new CountingCompiler("1");
            var cache = new KernelCache(compiler, place);
            Assert.Equal(cache.Get(s_kernel, 90), cache.Get(s_kernel, 90));
            Assert.Equal(2, compiler.Calls);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class CountingCompiler(string version) : IKernelCompiler
    {
        private int calls;

        public int Calls => calls;

        public string Version => version;

        public byte[] Compile(CudaKernel kernel, int architecture)
        {
            Interlocked.Increment(ref calls);
            return System.Text.Encoding.UTF8.GetBytes($"{version} {kernel.Name} {architecture} {kernel.Source}");
        }
    }
}
