using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Gan.Package.Tests.Consuming;

/// <summary>The assemblies that are packed: the same from the same sources on every machine, with a way back to the sources.</summary>
[Collection(nameof(PackedFeed))]
public class PackedAssemblyTests(PackedFeed feed)
{
    private const string Library = "lib/net10.0/", Compiler = "analyzers/dotnet/cs/";

    public static TheoryData<string, string> All => new()
    {
        { "GanDsl", Library + "Gan.Dsl.dll" },
        { "GanDsl", Library + "Gan.Runtime.dll" },
        { "GanDsl", Compiler + "Gan.Generators.dll" },
        { "GanDsl", Compiler + "Gan.CodeFixes.dll" },
        { "GanDsl.Experiments", Library + "Gan.Experiments.dll" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void NothingOfThisMachineIsInThem(string id, string entry)
    {
        using var assembly = Open(id, entry);
        Assert.Contains(assembly.DebugDirectory, static debug => debug.Type == DebugDirectoryEntryType.Reproducible);
        // A debug build keeps the paths that a debugger here looks for.
        if (Places.Configuration != "Release")
            return;
        Assert.All(assembly.Documents, static document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));
        var root = Places.Repository.TrimEnd('/', '\\');
        Assert.True(assembly.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root)) < 0);
        Assert.True(assembly.Bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(root)) < 0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheVersionIsOne(string id, string entry)
    {
        using var assembly = Open(id, entry);
        Assert.Equal(new Version(Places.Version + ".0"), assembly.Metadata.GetAssemblyDefinition().Version);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ADebuggerFindsTheSources(string id, string entry)
    {
        using var assembly = Open(id, entry);
        // Sources from an archive are of no commit.
        if (Path.Exists(Path.Combine(Places.Repository, ".git")))
            Assert.Matches(@"^\{""documents"":\{""/_\d?/\*"":""https://raw\.githubusercontent\.com/gandsl/gandsl/[0-9a-f]{40}/\*""\}\}$", assembly.SourceLink);
    }

    [Fact]
    public void TheCodeFixesAreFoundByAnEditor()
    {
        using var assembly = Open("GanDsl", Compiler + "Gan.CodeFixes.dll");
        var metadata = assembly.Metadata;
        var exported = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => type.GetCustomAttributes().Select(metadata.GetCustomAttribute).Any(attribute => NameOf(metadata, attribute) == "ExportCodeFixProviderAttribute"))
            .Select(type => metadata.GetString(type.Name));
        Assert.Contains("SignFix", exported);
        Assert.Contains("MakePartialFix", exported);
    }

    private static string? NameOf(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
            : null;

    private PackedAssembly Open(string id, string entry) => new(feed.Package(id), entry, entry.StartsWith(Compiler, StringComparison.Ordinal) ? null : feed.Symbols(id));
}
