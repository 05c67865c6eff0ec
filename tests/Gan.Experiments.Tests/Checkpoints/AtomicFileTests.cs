using Gan.Experiments.Files;
using Gan.Experiments.Tests.Support;

namespace Gan.Experiments.Tests.Checkpoints;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WhatWasThereIsThereUntilTheNewIsWhole()
    {
        var path = folder.File("x");
        File.WriteAllText(path, "old");
        AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        });
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void AFailureLeavesWhatWasThere()
    {
        var path = folder.File("x");
        File.WriteAllText(path, "old");
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("The disk is full.", error.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void AFileThatAnotherWritesIsLeftToIt()
    {
        var path = folder.File("x");
        using (var other = new FileStream(path + AtomicFile.Suffix, FileMode.Create, FileAccess.Write, FileShare.None))
            Assert.Throws<IOException>(() => AtomicFile.Write(path, _ => { }));
        Assert.True(File.Exists(path + AtomicFile.Suffix));
    }

    [Fact]
    public void AFolderIsFlushed()
    {
        FolderSync.Flush(folder.Path);
        if (OperatingSystem.IsWindows())
            return;
        var error = Assert.Throws<IOException>(() => FolderSync.Flush(folder.File("none")));
        Assert.StartsWith($"The folder {folder.File("none")} cannot be flushed to the disk: No such file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNameOfEachNewFolderIsFlushedOnceItIsThere()
    {
        var flushed = new List<string>();
        FolderSync.Make(folder.File("a/b/c"), above =>
        {
            flushed.Add(above);
            Assert.NotEmpty(Directory.GetDirectories(above));
        });
        Assert.Equal([folder.Path, folder.File("a"), folder.File("a/b")], flushed);
        FolderSync.Make(folder.File("a/b/c"), _ => Assert.Fail("Nothing is new."));
        FolderSync.Make(folder.File("a/d/e/"));
        Assert.True(Directory.Exists(folder.File("a/d/e")));
        File.WriteAllText(folder.File("file"), "");
        Assert.ThrowsAny<IOException>(() => FolderSync.Make(folder.File("file/b")));
    }
}
