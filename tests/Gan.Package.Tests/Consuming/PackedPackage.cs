namespace Gan.Package.Tests.Consuming;

/// <summary>The package, packed once for all tests, from what the build has left.</summary>
public sealed class PackedPackage : IDisposable
{
    /// <summary>A version that no folder of packages holds.</summary>
    public const string Version = "0.1.0-packed-by-a-test";

    private readonly TemporaryFolder _feed = new();

    public PackedPackage()
    {
        var (exitCode, output) = DotNet.Run(Places.Repository,
            "pack", "src/Gan.Runtime", "--no-build", "-c", Places.Configuration, "-o", _feed.Path, $"-p:PackageVersion={Version}");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>The folder it is in, which NuGet takes as a source.</summary>
    public string Feed => _feed.Path;

    public string File => _feed[$"GanDsl.{Version}.nupkg"];

    public void Dispose() => _feed.Dispose();
}

/// <summary>Shares the package among the classes that look at it.</summary>
[CollectionDefinition(nameof(PackedPackage))]
public sealed class OnePackageForAll : ICollectionFixture<PackedPackage>;
