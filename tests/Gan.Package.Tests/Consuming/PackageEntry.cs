using System.IO.Compression;

namespace Gan.Package.Tests.Consuming;

/// <summary>A file within a package.</summary>
internal static class PackageEntry
{
    public static byte[] Read(string package, string entry)
    {
        using var zip = ZipFile.OpenRead(package);
        using var stream = zip.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
