using System.Buffers.Binary;
using System.Text;

namespace Gan.Package.Tests.Loading;

/// <summary>
/// The smallest shared library with symbol versions: header, names, version needs, section table. It needs GLIBC_2.34 of libc.so.6 and
/// GLIBCXX_3.4.3, GLIBCXX_3.4.32, GLIBCXX_3.4.30 of libstdc++.so.6.
/// </summary>
internal static class TinyElf
{
    /// <summary>Where the flags of GLIBCXX_3.4.32 are.</summary>
    public const int FlagsOffset = NeedsOffset + 16 + 16 + 16 + 16 + 4;

    private const int NamesOffset = 64, NeedsOffset = 160, NeedsSize = 2 * 16 + 4 * 16, TableOffset = NeedsOffset + NeedsSize;
    private const string Names = "\0libc.so.6\0GLIBC_2.34\0libstdc++.so.6\0GLIBCXX_3.4.3\0GLIBCXX_3.4.32\0GLIBCXX_3.4.30\0";

    public static byte[] Build()
    {
        var file = new byte[TableOffset + 4 * 64];
        Header(file);
        Encoding.ASCII.GetBytes(Names).CopyTo(file, NamesOffset);

        Need(file, NeedsOffset, versions: 1, "libc.so.6", next: 32);
        Version(file, NeedsOffset + 16, "GLIBC_2.34", next: 0);
        Need(file, NeedsOffset + 32, versions: 3, "libstdc++.so.6", next: 0);
        Version(file, NeedsOffset + 48, "GLIBCXX_3.4.3", next: 16);
        Version(file, NeedsOffset + 64, "GLIBCXX_3.4.32", next: 16);
        Version(file, NeedsOffset + 80, "GLIBCXX_3.4.30", next: 0);

        Section(file, 1, type: 3, NamesOffset, Names.Length, link: 0);
        Section(file, 2, type: 0x6ffffffe, NeedsOffset, NeedsSize, link: 1);
        Section(file, 3, type: 8, 1 << 20, 1 << 20, link: 0);   // .bss takes no bytes of the file
        return file;
    }

    private static void Header(byte[] file)
    {
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(file, 0);
        U16(file, 16, 3);            // a shared object
        U16(file, 18, 62);           // x86-64
        U32(file, 20, 1);
        U32(file, 0x28, TableOffset);
        U16(file, 0x34, 64);
        U16(file, 0x3a, 64);
        U16(file, 0x3c, 4);
    }

    private static void Need(byte[] file, int at, ushort versions, string library, uint next)
    {
        U16(file, at, 1);
        U16(file, at + 2, versions);
        U32(file, at + 4, Name(library));
        U32(file, at + 8, 16);
        U32(file, at + 12, next);
    }

    private static void Version(byte[] file, int at, string name, uint next)
    {
        U32(file, at, 0xdeadbeef);   // the hash: the name is what counts
        U16(file, at + 6, 2);
        U32(file, at + 8, Name(name));
        U32(file, at + 12, next);
    }

    private static void Section(byte[] file, int index, uint type, uint offset, int size, uint link)
    {
        var at = TableOffset + index * 64;
        U32(file, at + 4, type);
        U32(file, at + 24, offset);
        U32(file, at + 32, (uint)size);
        U32(file, at + 40, link);
    }

    private static uint Name(string name) => (uint)Names.IndexOf("\0" + name + "\0", StringComparison.Ordinal) + 1;

    private static void U16(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void U32(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
