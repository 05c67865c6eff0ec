using System.IO.Compression;
using System.Xml.Linq;

namespace Gan.Package.Tests.Consuming;

/// <summary>What the packages hold, and what they say of themselves.</summary>
[Collection(nameof(PackedFeed))]
public class PackageContentTests(PackedFeed feed)
{
    private const string Repository = "https://github.com/gandsl/gandsl";

    public static TheoryData<string> Ids => ["GanDsl", "GanDsl.Experiments", "GanDsl.Templates"];

    [Fact]
    public void TheFirstHoldsTheLibrariesTheirCommentsTheCompilerTheBuildFilesAndThePages()
    {
        var pages = Directory.GetFiles(Path.Combine(Places.Repository, "docs"), "*.md", SearchOption.AllDirectories).Select(static path => Path.GetRelativePath(Places.Repository, path).Replace('\\', '/'));
        Assert.Equal(
            [.. ((string[])
            [
                "LICENSE", "README.md", "icon.png",
                "analyzers/dotnet/cs/Gan.CodeFixes.dll", "analyzers/dotnet/cs/Gan.Generators.dll",
                "buildTransitive/GanDsl.targets", "buildTransitive/RelaxSymbolVersion.cs",
                "lib/net10.0/Gan.Dsl.dll", "lib/net10.0/Gan.Dsl.xml", "lib/net10.0/Gan.Runtime.dll", "lib/net10.0/Gan.Runtime.xml",
                .. pages,
            ]).Order(StringComparer.Ordinal)],
            EntriesOf(feed.Package("GanDsl")));
    }

    [Fact]
    public void TheSecondHoldsItsOwnLibraryAlone() => Assert.Equal(
        ["LICENSE", "README.md", "icon.png", "lib/net10.0/Gan.Experiments.dll", "lib/net10.0/Gan.Experiments.xml"], EntriesOf(feed.Package("GanDsl.Experiments")));

    [Fact]
    public void TheThirdHoldsTwoTemplates() => Assert.Equal(
        ["content/gan-objective/.template.config/template.json", "content/gan/.template.config/template.json"],
        EntriesOf(feed.Package("GanDsl.Templates")).Where(static entry => entry.EndsWith("template.json", StringComparison.Ordinal)));

    [Fact]
    public void SymbolsAreBesideEachLibrary()
    {
        Assert.Equal(["lib/net10.0/Gan.Dsl.pdb", "lib/net10.0/Gan.Runtime.pdb"], EntriesOf(feed.Symbols("GanDsl")));
        Assert.Equal(["lib/net10.0/Gan.Experiments.pdb"], EntriesOf(feed.Symbols("GanDsl.Experiments")));
    }

    [Fact]
    public void DependenciesAreWhatAUserNeeds()
    {
        Assert.Equal(["TorchSharp"], DependenciesOf("GanDsl").Select(static dependency => dependency.Attribute("id")!.Value));
        var ofExperiments = DependenciesOf("GanDsl.Experiments").ToDictionary(static dependency => dependency.Attribute("id")!.Value);
        Assert.Equal(["GanDsl", "ScottPlot", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies", "Spectre.Console", "System.CommandLine", "TorchSharp"], ofExperiments.Keys.Order(StringComparer.Ordinal));
        // With its compiler and its build files, or an experiment would not be compiled.
        Assert.Equal((Places.Version, "All"), (ofExperiments["GanDsl"].Attribute("version")!.Value, ofExperiments["GanDsl"].Attribute("include")!.Value));
        Assert.Empty(DependenciesOf("GanDsl.Templates"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EachSaysWhatItIs(string id)
    {
        var said = MetadataOf(id).Elements().ToDictionary(static element => element.Name.LocalName);
        Assert.Equal((id, Places.Version, "MIT", Repository), (said["id"].Value, said["version"].Value, said["license"].Value, said["projectUrl"].Value));
        Assert.Equal(("git", Repository), (said["repository"].Attribute("type")!.Value, said["repository"].Attribute("url")!.Value));
        Assert.StartsWith($"## {Places.Version}\n", said["releaseNotes"].Value.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("\n## ", said["releaseNotes"].Value.ReplaceLineEndings("\n"));
        Assert.NotEqual("Package Description", said["description"].Value);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], PackageEntry.Read(feed.Package(id), said["icon"].Value)[..4]);
        Assert.NotEmpty(said["tags"].Value);
    }

    /// <summary>A page of a registry has no folder around it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void LinksAndPicturesOfAReadmeAreAbsolute(string id)
    {
        var page = System.Text.Encoding.UTF8.GetString(PackageEntry.Read(feed.Package(id), MetadataOf(id).Elements().Single(static element => element.Name.LocalName == "readme").Value));
        var links = System.Text.RegularExpressions.Regex.Matches(page, @"(!?)\[[^\]]*\]\(([^)]+)\)");
        Assert.NotEmpty(links);
        Assert.All(links, static link => Assert.StartsWith(link.Groups[1].Length == 0 ? Repository : "https://raw.githubusercontent.com/gandsl/gandsl/", link.Groups[2].Value, StringComparison.Ordinal));
        // What they lead to is here.
        Assert.All(links.Select(static link => link.Groups[2].Value.Split("/main/")).Where(static parts => parts.Length == 2),
            static parts => Assert.True(File.Exists(Path.Combine(Places.Repository, parts[1].Split('#')[0])), parts[1]));
    }

    private static IEnumerable<string> EntriesOf(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        // The rest is the format's own.
        return [.. zip.Entries.Select(static entry => entry.FullName)
            .Where(static entry => entry != "[Content_Types].xml" && !entry.EndsWith(".nuspec", StringComparison.Ordinal) && !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private XElement MetadataOf(string id) => XDocument.Load(new MemoryStream(PackageEntry.Read(feed.Package(id), id + ".nuspec"))).Descendants().Single(static element => element.Name.LocalName == "metadata");

    private IEnumerable<XElement> DependenciesOf(string id) => MetadataOf(id).Descendants().Where(static element => element.Name.LocalName == "dependency");
}
