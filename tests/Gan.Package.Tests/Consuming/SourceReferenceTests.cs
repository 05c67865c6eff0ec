namespace Gan.Package.Tests.Consuming;

/// <summary>A project outside of the repository that refers to its projects.</summary>
public sealed class SourceReferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Gan.Runtime")]
    [InlineData("Gan.Experiments")]
    public void WithoutTheImportTheBuildNamesIt(string library)
    {
        var (exitCode, output) = Build(library, import: "");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"error GANBUILD003: A project references {library} without", output);
        Assert.Contains($"<Import Project=\"{Import}\" />", output);
    }

    [Fact]
    public void WithItTheProgramIsCompiledAndLoads()
    {
        var (exitCode, output) = Build("Gan.Runtime", $"<Import Project=\"{Import}\" />");

        Assert.True(exitCode == 0, output);
        (exitCode, output) = DotNet.Run(_folder.Path, "run", "-c", Places.Configuration, "--no-build");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Separate Mine", output);
    }

    private static string Import => Path.Combine(Places.Repository, "build", "FromSource.targets");

    // The repository's projects are built already, and other tests are running in them: they are neither restored nor built again.
    private (int ExitCode, string Output) Build(string library, string import)
    {
        _folder.Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{Path.Combine(Places.Repository, "src", library, library + ".csproj")}" />
                <PackageReference Include="TorchSharp-cpu" Version="0.107.0" />
              </ItemGroup>
              {import}
            </Project>
            """);
        _folder.Write("Program.cs", """
            using Gan.Dsl;
            using Gan.Runtime;
            using TorchSharp;

            IGanObjective mine = new Mine();
            using var logits = torch.zeros(4);
            using var loss = mine.DiscriminatorLoss(logits, logits);
            Console.WriteLine($"{(mine is ISeparateObjective ? "Separate" : "Coupled")} {mine.Info.Name}");

            [GanObjective(FD = "softplus(t)", FG = "softplus(t)")]
            internal sealed partial class Mine;
            """);
        var (exitCode, output) = DotNet.Run(_folder.Path, "restore", "-p:RestoreRecursive=false");
        Assert.True(exitCode == 0, output);
        return DotNet.Run(_folder.Path, "build", "-c", Places.Configuration, "--no-restore", "-warnaserror", "-p:BuildProjectReferences=false");
    }
}
