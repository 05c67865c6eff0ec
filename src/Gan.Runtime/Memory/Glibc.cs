using System.Runtime.InteropServices;

namespace Gan.Runtime.Memory;

/// <summary>The settings of glibc: of its allocator, and the environment that native libraries read.</summary>
internal static class Glibc
{
    /// <summary>Whether there are any: on Linux with glibc. Other C libraries have a libc.so.6 too, or a mallopt that does nothing.</summary>
    public static bool IsAvailable { get; } =
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libc.so.6", out var library)
        && NativeLibrary.TryGetExport(library, "gnu_get_libc_version", out _)
        && NativeLibrary.TryGetExport(library, "mallopt", out _);

    /// <param name="parameter">Its number in malloc.h.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it was taken.</returns>
    public static bool Set(int parameter, int value) => Mallopt(parameter, value) == 1;

    /// <summary>Sets a variable of the process's own environment, which native libraries read. .NET keeps a copy of its own.</summary>
    [DllImport("libc.so.6", EntryPoint = "setenv")]
    public static extern int SetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    private static extern int Mallopt(int parameter, int value);
}
