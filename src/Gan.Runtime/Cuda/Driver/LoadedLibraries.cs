using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Gan.Runtime.Cuda.Driver;

/// <summary>Native libraries by name: those that libtorch has brought and loaded, those that lie beside it, and those that the system finds.</summary>
internal static class LoadedLibraries
{
    /// <summary>The first library that loads.</summary>
    /// <param name="names">File names that the system may find, the preferred first.</param>
    /// <param name="pattern">Matches the names that the same library has where libtorch brings it: with a version or a hash.</param>
    /// <param name="library">Its handle.</param>
    public static bool TryLoad(IReadOnlyList<string> names, Regex pattern, out nint library)
    {
        library = 0;
        var loaded = Modules();
        foreach (var candidate in loaded.Where(path => pattern.IsMatch(Path.GetFileName(path))).Concat(names).Concat(Beside(loaded, pattern)))
        {
            if (NativeLibrary.TryLoad(candidate, out library))
                return true;
        }

        return false;
    }

    private static List<string> Modules()
    {
        using var process = Process.GetCurrentProcess();
        return [.. process.Modules.Cast<ProcessModule>().Select(static module => module.FileName).Where(Path.IsPathRooted)];
    }

    // The folders of libtorch's own CUDA libraries.
    private static IEnumerable<string> Beside(List<string> loaded, Regex pattern) =>
        loaded.Where(static path => Path.GetFileName(path) is var name && (name.Contains("torch_cuda", StringComparison.Ordinal) || name.Contains("c10_cuda", StringComparison.Ordinal) || name.Contains("cudart", StringComparison.Ordinal)))
            .Select(static path => Path.GetDirectoryName(path)!).Distinct().Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles).Where(path => pattern.IsMatch(Path.GetFileName(path))).Order(StringComparer.Ordinal);
}
