namespace Gan.Experiments.Files;

/// <summary>Writes a file beside its place, flushes it to the disk and renames it: under its name there is never a part of it.</summary>
internal static class AtomicFile
{
    /// <summary>What the name of an unfinished file ends with. A killed process leaves it behind.</summary>
    public const string Suffix = ".tmp";

    /// <exception cref="IOException">It cannot be written, and what was there before is still there; or its folder cannot be flushed, and the new file is there, whole, but may be gone after a power failure.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what was there before is still there.</exception>
    public static void Write(string path, Action<FileStream> write)
    {
        var temporary = path + Suffix;
        var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        FolderSync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }
}
