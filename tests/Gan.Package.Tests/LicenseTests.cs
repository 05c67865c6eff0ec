using Licenses;

namespace Gan.Package.Tests;

/// <summary>The page of licences is that of the packages which restore finds now.</summary>
public sealed class LicenseTests
{
    [Fact]
    public void ThePageIsUpToDate()
    {
        var page = LicensePage.Of(Places.Repository);
        Assert.True(page == File.ReadAllText(Path.Combine(Places.Repository, LicensePage.Path)).ReplaceLineEndings("\n"), $"{LicensePage.Path} is not up to date: dotnet run --project tools/Licenses. It would be:\n{page}");
        Assert.Contains("| TorchSharp | 0.107.0 | MIT |", page);
    }

    [Fact]
    public void APackageWithoutALicenceIsNotPassedOver() =>
        Assert.DoesNotContain(LicensePage.Of(Places.Repository).Split('\n'), static line => line.StartsWith("| ", StringComparison.Ordinal) && line.Split('|')[3].Trim().Length == 0);

    [Fact]
    public void AProjectThatIsNotRestoredIsNamed()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("restore the solution first", Assert.Throws<FileNotFoundException>(() => LicensePage.Of(folder.Path)).Message);
    }
}
