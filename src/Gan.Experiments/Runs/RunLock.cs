using Gan.Experiments.Files;

namespace Gan.Experiments.Runs;

/// <summary>Holds a run's folder: one process at a time trains in it. Where a process is killed, the system lets its folder go.</summary>
internal sealed class RunLock : IDisposable
{
    // By which Windows, Linux and macOS say that another has the file.
    private const int SharingViolation = unchecked((int)0x80070020), LinuxTryAgain = 11, MacTryAgain = 35;

    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <summary>Holds a folder, which is made if it is not there, until it is disposed.</summary>
    /// <exception cref="RunHeldException">Another holds it.</exception>
    /// <exception cref="UnusableFolderException">The folder or its file cannot be made.</exception>
    public static RunLock Take(RunFolder folder)
    {
        try
        {
            FolderSync.Make(folder.Path);
            // The file stays when it is let go. A name that is removed may be that of a file which another has opened and holds next: a third would make a new one, and hold that.
            return new(new FileStream(folder.LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException exception) when (exception.HResult is SharingViolation or LinuxTryAgain or MacTryAgain)
        {
            throw new RunHeldException(folder.Path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableFolderException(folder.Path, exception);
        }
    }

    public void Dispose() => file.Dispose();
}
