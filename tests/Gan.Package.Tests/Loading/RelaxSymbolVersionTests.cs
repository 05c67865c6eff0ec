using Gan.Build;
using Microsoft.Build.Framework;

namespace Gan.Package.Tests.Loading;

public sealed class RelaxSymbolVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheCopyIsRelaxedAndTheSourceUntouched()
    {
        var source = WriteSource(TinyElf.Build());

        Assert.True(Relax(source, _folder["obj/deep/copy.so"]));

        Assert.Equal(TinyElf.Build(), File.ReadAllBytes(source));
        Assert.Equal(2, File.ReadAllBytes(_folder["obj/deep/copy.so"])[TinyElf.FlagsOffset]);
        Assert.Equal(["copy.so"], Names("obj/deep"));
        Assert.Empty(_engine.Messages);
    }

    [Fact]
    public void ALibraryWithoutThatNeedIsCopiedAsItIs()
    {
        var library = TinyElf.Build();
        library[TinyElf.FlagsOffset] = 2;
        var source = WriteSource(library);

        Assert.True(Relax(source, _folder["copy.so"]));

        Assert.Equal(library, File.ReadAllBytes(_folder["copy.so"]));
        Assert.Empty(_engine.Messages);
    }

    [Fact]
    public void AHardLinkOfTheOldCopyKeepsItsBytes()
    {
        if (OperatingSystem.IsWindows())
            return;
        var source = WriteSource(TinyElf.Build());
        File.WriteAllText(_folder["cache.so"], "the package's own file");
        System.Diagnostics.Process.Start("ln", [_folder["cache.so"], _folder["copy.so"]]).WaitForExit();

        Assert.True(Relax(source, _folder["copy.so"]));

        Assert.Equal("the package's own file", File.ReadAllText(_folder["cache.so"]));
        Assert.Equal(2, File.ReadAllBytes(_folder["copy.so"])[TinyElf.FlagsOffset]);
    }

    [Fact]
    public void PermissionsAreKept()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead;
        var source = WriteSource(TinyElf.Build());
        File.SetUnixFileMode(source, mode);

        Assert.True(Relax(source, _folder["copy.so"]));

        Assert.Equal(mode, File.GetUnixFileMode(_folder["copy.so"]));
    }

    [Fact]
    public void AReadOnlySourceGivesAWritableCopy()
    {
        var source = WriteSource(TinyElf.Build());
        File.SetAttributes(source, FileAttributes.ReadOnly);

        Assert.True(Relax(source, _folder["copy.so"]));

        Assert.Equal(2, File.ReadAllBytes(_folder["copy.so"])[TinyElf.FlagsOffset]);
        Assert.False(File.GetAttributes(_folder["copy.so"]).HasFlag(FileAttributes.ReadOnly));
        File.SetAttributes(source, FileAttributes.Normal);
    }

    [Theory]
    [InlineData(0, "not a 64-bit little-endian ELF file")]
    [InlineData(30, "not a 64-bit little-endian ELF file")]
    [InlineData(200, "truncated or damaged")]
    public void ATruncatedLibraryIsOneErrorAndNoCopy(int length, string reason)
    {
        var library = TinyElf.Build()[..length];
        var source = WriteSource(library);
        File.WriteAllText(_folder["copy.so"], "what was there");

        Assert.False(Relax(source, _folder["copy.so"]));

        var error = Assert.Single(_engine.Messages);
        Assert.Contains(RelaxSymbolVersion.ErrorCode, error);
        Assert.Contains(source, error);
        Assert.Contains(reason, error);
        Assert.Equal(library, File.ReadAllBytes(source));
        Assert.Equal("what was there", File.ReadAllText(_folder["copy.so"]));
        Assert.Equal(["copy.so", "source.so"], Names(""));
    }

    [Fact]
    public void AMissingLibraryIsOneError()
    {
        Assert.False(Relax(_folder["none.so"], _folder["copy.so"]));

        Assert.Contains(RelaxSymbolVersion.ErrorCode, Assert.Single(_engine.Messages));
    }

    private string WriteSource(byte[] library)
    {
        File.WriteAllBytes(_folder["source.so"], library);
        return _folder["source.so"];
    }

    private IEnumerable<string?> Names(string folder) => Directory.GetFiles(_folder[folder]).Select(Path.GetFileName).Order();

    private bool Relax(string source, string destination) => new RelaxSymbolVersion
    {
        BuildEngine = _engine,
        Source = source,
        Destination = destination,
        SymbolVersion = "GLIBCXX_3.4.32",
    }.Execute();

    /// <summary>Keeps everything a task says.</summary>
    private sealed class RecordingEngine : IBuildEngine
    {
        public List<string> Messages { get; } = [];

        public bool ContinueOnError => false;
        public int LineNumberOfTaskNode => 0;
        public int ColumnNumberOfTaskNode => 0;
        public string ProjectFileOfTaskNode => "";

        public void LogErrorEvent(BuildErrorEventArgs e) => Messages.Add($"{e.File}: {e.Code}: {e.Message}");
        public void LogWarningEvent(BuildWarningEventArgs e) => Messages.Add(e.Message!);
        public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message!);
        public void LogCustomEvent(CustomBuildEventArgs e) => Messages.Add(e.Message!);
        public bool BuildProjectFile(string projectFileName, string[] targetNames, System.Collections.IDictionary globalProperties, System.Collections.IDictionary targetOutputs) => false;
    }
}
