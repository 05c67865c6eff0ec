namespace FashionGan.Tests;

/// <summary>A folder of a test's own, gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fashion-gan-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
