namespace Gan.Package.Tests.Consuming;

/// <summary>
/// The packages, packed once for all tests from what the build has left, and a user who has never seen them: a fresh home, in which the folder of packages is one source and
/// what this repository has restored is the other, in the place of a registry. It is read where it lies: only our packages are copied.
/// </summary>
public sealed class PackedFeed : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public PackedFeed()
    {
        var restored = LinkRestored();
        _home.Write(".nuget/NuGet/NuGet.Config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="registry" value="{restored}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="registry" value="{restored}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        var (exitCode, output) = DotNet.Run(Places.Repository, "pack", "GanDsl.sln", "--no-build", "-c", Places.Configuration, "-o", Folder);
        Assert.True(exitCode == 0, output);
        (exitCode, output) = Run(_home.Path, "nuget", "add", "source", Folder, "--name", "gandsl");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>The folder of the packages.</summary>
    public string Folder => _home["gandsl-feed"];

    /// <summary>The user's home.</summary>
    public string Home => _home.Path;

    /// <summary>Runs the SDK as this user.</summary>
    public (int ExitCode, string Output) Run(string folder, params string[] arguments) => DotNet.RunAt(folder, Home, arguments);

    public string Package(string id) => Path.Combine(Folder, $"{id}.{Places.Version}.nupkg");

    public string Symbols(string id) => Path.Combine(Folder, $"{id}.{Places.Version}.snupkg");

    public void Dispose() => _home.Dispose();

    // All but ours, which a machine on which GanDsl is used has too, at whatever version.
    private string LinkRestored()
    {
        foreach (var version in Places.Packages.SelectMany(Directory.EnumerateDirectories).Where(static package => !Path.GetFileName(package).StartsWith("gandsl", StringComparison.OrdinalIgnoreCase)).SelectMany(Directory.EnumerateDirectories))
        {
            var link = Path.Combine(_home["registry"], Path.GetFileName(Path.GetDirectoryName(version))!, Path.GetFileName(version));
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            if (!Path.Exists(link))
                Directory.CreateSymbolicLink(link, version);
        }

        return _home["registry"];
    }
}

/// <summary>Shares the packages among the classes that look at them.</summary>
[CollectionDefinition(nameof(PackedFeed))]
public sealed class OneFeedForAll : ICollectionFixture<PackedFeed>;
