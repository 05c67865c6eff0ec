namespace Gan.Package.Tests.Loading;

/// <summary>GanDsl.targets in MSBuild itself, with a project in the SDK's place: it resolves two native files and says what it would copy.</summary>
public sealed class TargetsTests : IDisposable
{
    private const string Library = "cache/libLibTorchSharp.so", Copy = "obj/gandsl/runtimes/linux-x64/native/libLibTorchSharp.so";

    private readonly TemporaryFolder _folder = new();

    public TargetsTests()
    {
        Directory.CreateDirectory(_folder["cache"]);
        File.WriteAllBytes(_folder[Library], TinyElf.Build());
        foreach (var item in (string[])["NativeCopyLocalItems", "RuntimeTargetsCopyLocalItems"])
            _folder.Write(item + ".proj", $"""
                <Project DefaultTargets="Build">
                  <PropertyGroup>
                    <IntermediateOutputPath>obj/</IntermediateOutputPath>
                  </PropertyGroup>
                  <Target Name="ResolvePackageAssets">
                    <ItemGroup>
                      <{item} Include="cache/other.so" PathInPackage="runtimes/linux-x64/native/other.so" Kept="yes" />
                      <{item} Include="{Library}" PathInPackage="runtimes/linux-x64/native/libLibTorchSharp.so" Kept="yes" />
                    </ItemGroup>
                  </Target>
                  <Target Name="Build" DependsOnTargets="ResolvePackageAssets">
                    <Message Importance="high" Text="copies %({item}.Identity), metadata kept: %({item}.Kept)" />
                  </Target>
                  <Import Project="{Path.Combine(Places.BuildTransitive, "GanDsl.targets")}" />
                </Project>
                """);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("NativeCopyLocalItems")]
    [InlineData("RuntimeTargetsCopyLocalItems")]
    public void TheRelaxedCopyTakesTheLibrarysPlace(string item)
    {
        var (exitCode, output) = Build(item);

        Assert.True(exitCode == 0, output);
        Assert.Equal(["copies cache/other.so, metadata kept: yes", $"copies {Copy}, metadata kept: yes"], Lines(output));
        Assert.Equal(2, File.ReadAllBytes(_folder[Copy])[TinyElf.FlagsOffset]);
        Assert.Equal(TinyElf.Build(), File.ReadAllBytes(_folder[Library]));
    }

    [Fact]
    public void TheNextBuildWritesNothing()
    {
        Build("NativeCopyLocalItems");
        var written = File.GetLastWriteTimeUtc(_folder[Copy]);

        var (_, output) = Build("NativeCopyLocalItems");

        Assert.Contains($"copies {Copy}, metadata kept: yes", Lines(output));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder[Copy]));
    }

    [Fact]
    public void ATruncatedLibraryStopsTheBuildWithItsPath()
    {
        File.WriteAllBytes(_folder[Library], TinyElf.Build()[..300]);

        var (exitCode, output) = Build("NativeCopyLocalItems");

        Assert.NotEqual(0, exitCode);
        var error = Assert.Single(Lines(output));
        Assert.StartsWith(_folder[Library], error);
        Assert.Contains("error GANLOAD001: ", error);
        Assert.Contains("truncated or damaged", error);
        Assert.Equal(TinyElf.Build()[..300], File.ReadAllBytes(_folder[Library]));
        Assert.False(File.Exists(_folder[Copy]));
    }

    [Fact]
    public void APropertySwitchesItOff()
    {
        File.WriteAllBytes(_folder[Library], []);

        var (exitCode, output) = Build("NativeCopyLocalItems", "-p:GanDslRelaxTorchSharp=false");

        Assert.True(exitCode == 0, output);
        Assert.Contains($"copies {Library}, metadata kept: yes", Lines(output));
    }

    [Theory]
    [InlineData("9.0.305")]
    [InlineData("10.0.99")]
    public void AnOlderSdkIsNamedWithTheOneThatIsNeeded(string version)
    {
        var (exitCode, output) = Build("NativeCopyLocalItems", $"-p:NETCoreSdkVersion={version}");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"error GANBUILD001: GanDsl needs the .NET SDK 10.0.100 or newer, but this is {version}.", output);
    }

    [Theory]
    [InlineData("10.0.100")]
    [InlineData("11.0.100-preview.1.25001.1")]
    public void ANewerSdkIsTaken(string version) => Assert.Equal(0, Build("NativeCopyLocalItems", $"-p:NETCoreSdkVersion={version}").ExitCode);

    /// <summary>However many projects of a build it applies to, on however many nodes.</summary>
    [Theory]
    [InlineData("", 1)]
    [InlineData("CS1591;GANBUILD002", 0)]
    public void LibtorchOfEveryPlatformIsToldOnceABuild(string noWarn, int times)
    {
        string[] projects = ["First", "Second", "Third"];
        foreach (var project in projects)
            _folder.Write(project + ".proj", $"""
                <Project DefaultTargets="ResolvePackageAssets">
                  <PropertyGroup>
                    <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
                    <NoWarn>{noWarn}</NoWarn>
                  </PropertyGroup>
                  <Target Name="ResolvePackageAssets">
                    <ItemGroup>
                      <RuntimeTargetsCopyLocalItems Include="linux/libtorch_cpu.so;windows/torch_cpu.dll" />
                    </ItemGroup>
                  </Target>
                  <Import Project="{Path.Combine(Places.BuildTransitive, "GanDsl.targets")}" />
                </Project>
                """);
        _folder.Write("All.proj", $"""
            <Project DefaultTargets="Build">
              <Target Name="Build">
                <MSBuild Projects="{string.Join(';', projects.Select(static project => project + ".proj"))}" BuildInParallel="true" />
              </Target>
            </Project>
            """);

        var (exitCode, output) = Build("All", "-m:3");

        Assert.True(exitCode == 0, output);
        Assert.Equal(times, Lines(output).Count(static line => line.Contains("warning GANBUILD002: The output contains libtorch for every platform", StringComparison.Ordinal)));
    }

    private (int ExitCode, string Output) Build(string item, params string[] more) =>
        DotNet.Run(_folder.Path, ["msbuild", item + ".proj", "-nologo", "-v:m", .. more]);

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
