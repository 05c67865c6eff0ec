using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Gan.Experiments.Files;

/// <summary>Flushes a folder to the disk, which .NET does not offer: a rename is in the folder, and is lost with it when the power fails.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;
    private const int InvalidArgument = 22;

    /// <summary>Makes a folder and those above it, and flushes the name of each that is new: where it were lost, so were all in it.</summary>
    /// <exception cref="IOException">It cannot be done.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be done.</exception>
    public static void Make(string folder) => Make(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), Flush);

    /// <param name="folder">A full path.</param>
    /// <param name="flush">Is given each folder that has a new name, after the name is there.</param>
    internal static void Make(string folder, Action<string> flush)
    {
        if (Directory.Exists(folder))
            return;
        // A root is there, or cannot be made.
        if (Path.GetDirectoryName(folder) is not { } above)
            throw new DirectoryNotFoundException($"There is no {folder}.");
        Make(above, flush);
        Directory.CreateDirectory(folder);
        flush(above);
    }

    /// <summary>Flushes the names in a folder. Windows has no such call: its file system keeps a journal of them.</summary>
    /// <exception cref="IOException">It cannot be done.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw Failed(folder);
        try
        {
            // Some file systems do not take a folder: they have nothing to flush.
            if (Fsync(descriptor) < 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
                throw Failed(folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string folder)
    {
        var error = new Win32Exception(Marshal.GetLastPInvokeError());
        return new($"The folder {folder} cannot be flushed to the disk: {error.Message}.", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
