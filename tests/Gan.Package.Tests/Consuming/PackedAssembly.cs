using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Gan.Package.Tests.Consuming;

/// <summary>An assembly of a package, and its symbols, which are within it or in the package of symbols.</summary>
internal sealed class PackedAssembly : IDisposable
{
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly PEReader _image;
    private readonly MetadataReaderProvider _symbols;

    public PackedAssembly(string package, string entry, string? symbols)
    {
        Bytes = PackageEntry.Read(package, entry);
        _image = new PEReader(Bytes.ToImmutableArray());
        _symbols = symbols is null
            ? _image.ReadEmbeddedPortablePdbDebugDirectoryData(DebugDirectory.Single(static debug => debug.Type == DebugDirectoryEntryType.EmbeddedPortablePdb))
            : MetadataReaderProvider.FromPortablePdbImage(PackageEntry.Read(symbols, Path.ChangeExtension(entry, ".pdb")).ToImmutableArray());
    }

    public byte[] Bytes { get; }

    public ImmutableArray<DebugDirectoryEntry> DebugDirectory => _image.ReadDebugDirectory();

    public MetadataReader Metadata => _image.GetMetadataReader();

    /// <summary>The paths of the sources.</summary>
    public IEnumerable<string> Documents => Symbols.Documents.Select(document => Symbols.GetString(Symbols.GetDocument(document).Name));

    /// <summary>Where a debugger finds the sources, as JSON; empty where nothing says so.</summary>
    public string SourceLink => string.Concat(Symbols.CustomDebugInformation.Select(Symbols.GetCustomDebugInformation)
        .Where(information => Symbols.GetGuid(information.Kind) == s_sourceLink)
        .Select(information => System.Text.Encoding.UTF8.GetString(Symbols.GetBlobBytes(information.Value))));

    private MetadataReader Symbols => _symbols.GetMetadataReader();

    public void Dispose()
    {
        _symbols.Dispose();
        _image.Dispose();
    }
}
