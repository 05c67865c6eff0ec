using System.Security.Cryptography;
using System.Text;
using Gan.Runtime.Cuda.Kernels;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>Compiled kernels on disk, so that a kernel is compiled once for a GPU, a compiler and a text.</summary>
/// <param name="compiler">Compiles what is not there.</param>
/// <param name="folder">Where they are; null for none.</param>
internal sealed class KernelCache(IKernelCompiler compiler, string? folder)
{
    private const string Setting = "GANDSL_CUDA_CACHE";

    /// <summary>The folder of this user; null where the setting is <c>off</c>, or there is no such folder.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Setting) switch
    {
        "off" => null,
        null or "" => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } data ? Path.Combine(data, "GanDsl", "kernels") : null,
        var other => other,
    };

    /// <summary>The kernel compiled for a GPU.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="architecture">The GPU's compute capability, as 90 for 9.0.</param>
    /// <exception cref="CudaException">The text does not compile.</exception>
    public byte[] Get(CudaKernel kernel, int architecture) =>
        folder is not null && TryRead(PathOf(folder, kernel, architecture)) is { } image ? image : Renew(kernel, architecture);

    /// <summary>The same, compiled now.</summary>
    public byte[] Renew(CudaKernel kernel, int architecture)
    {
        var image = compiler.Compile(kernel, architecture);
        if (folder is not null)
            Write(PathOf(folder, kernel, architecture), image);
        return image;
    }

    private string PathOf(string directory, CudaKernel kernel, int architecture)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{compiler.Version}\n{architecture}\n{kernel.Name}\n{kernel.Source}"));
        return Path.Combine(directory, $"{Convert.ToHexStringLower(key)}.cubin");
    }

    /// <summary>An image with its hash before it; null where there is none, or another one than was written.</summary>
    private static byte[]? TryRead(string path)
    {
        try
        {
            var file = File.ReadAllBytes(path);
            var image = file.AsSpan(Math.Min(file.Length, SHA256.HashSizeInBytes));
            return image.Length > 0 && file.AsSpan(0, SHA256.HashSizeInBytes).SequenceEqual(SHA256.HashData(image)) ? image.ToArray() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is compiled.
            return null;
        }
    }

    private static void Write(string path, byte[] image)
    {
        var temporary = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, [.. SHA256.HashData(image), .. image]);
            // At once: another process reads the whole file or none.
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk costs the next process the time to compile, and nothing else.
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }
}
