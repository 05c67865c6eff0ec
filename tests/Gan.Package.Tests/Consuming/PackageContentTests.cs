using System.IO.Compression;
using System.Xml.Linq;

namespace Gan.Package.Tests.Consuming;

[Collection(nameof(PackedPackage))]
public class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void ItHoldsTheLibrariesTheirCommentsTheCompilerAndTheLoadingFix()
    {
        using var zip = ZipFile.OpenRead(package.File);

        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/Gan.CodeFixes.dll",
                "analyzers/dotnet/cs/Gan.Generators.dll",
                "buildTransitive/GanDsl.targets",
                "buildTransitive/RelaxSymbolVersion.cs",
                "lib/net10.0/Gan.Dsl.dll",
                "lib/net10.0/Gan.Dsl.xml",
                "lib/net10.0/Gan.Runtime.dll",
                "lib/net10.0/Gan.Runtime.xml",
            ],
            zip.Entries.Select(entry => entry.FullName).Where(IsOurs).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TorchSharpIsItsOnlyDependency()
    {
        using var zip = ZipFile.OpenRead(package.File);
        using var nuspec = zip.GetEntry("GanDsl.nuspec")!.Open();

        var dependency = Assert.Single(XDocument.Load(nuspec).Descendants(), element => element.Name.LocalName == "dependency");
        Assert.Equal("TorchSharp", dependency.Attribute("id")!.Value);
    }

    // The rest is the format's own.
    private static bool IsOurs(string entry) =>
        entry is not ("[Content_Types].xml" or "GanDsl.nuspec") && !entry.StartsWith("_rels/") && !entry.StartsWith("package/");
}
