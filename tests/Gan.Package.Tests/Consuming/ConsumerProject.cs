namespace Gan.Package.Tests.Consuming;

/// <summary>
/// A program outside the repository that takes GanDsl from the packed file alone. The package goes to a folder of its own;
/// everything else is taken where NuGet has it already.
/// </summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ConsumerProject(PackedPackage package, string program)
    {
        _folder.Write("app/Directory.Packages.props", $"""
            <Project>
              <Import Project="{Path.Combine(Places.Repository, "Directory.Packages.props")}" />
              <ItemGroup>
                <PackageVersion Include="GanDsl" Version="{PackedPackage.Version}" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("app/Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <AnalysisLevel>latest-recommended</AnalysisLevel>
                <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>../packages</RestorePackagesPath>
                <RestoreFallbackFolders>{Places.Packages}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="GanDsl" />
                <PackageReference Include="TorchSharp-cpu" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("app/Program.cs", program);
    }

    /// <summary>Its output folder.</summary>
    public string Output => Directory.GetDirectories(_folder["app/bin/Release/net10.0"]).Single();

    /// <summary>Restores and builds; a warning is an error.</summary>
    public (int ExitCode, string Output) Build() => DotNet.Run(_folder["app"], "build", "-c", "Release", "-warnaserror");

    public (int ExitCode, string Output) Run() => DotNet.Run(_folder["app"], "run", "-c", "Release", "--no-build");

    public void Dispose() => _folder.Dispose();
}
