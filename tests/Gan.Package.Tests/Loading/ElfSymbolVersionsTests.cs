using Gan.Build;

namespace Gan.Package.Tests.Loading;

public class ElfSymbolVersionsTests
{
    private const string Version = "GLIBCXX_3.4.32";

    [Fact]
    public void OneFlagOfOneEntryChanges()
    {
        var expected = TinyElf.Build();
        expected[TinyElf.FlagsOffset] = 2;
        var library = TinyElf.Build();

        Assert.True(ElfSymbolVersions.MakeWeak(library, Version));
        Assert.Equal(expected, library);
    }

    [Fact]
    public void AnotherFlagOfTheEntryStays()
    {
        var library = TinyElf.Build();
        library[TinyElf.FlagsOffset] = 1;

        Assert.True(ElfSymbolVersions.MakeWeak(library, Version));
        Assert.Equal(3, library[TinyElf.FlagsOffset]);
    }

    [Fact]
    public void TheSecondTimeThereIsNothingToDo()
    {
        var library = TinyElf.Build();
        ElfSymbolVersions.MakeWeak(library, Version);
        var once = library.ToArray();

        Assert.False(ElfSymbolVersions.MakeWeak(library, Version));
        Assert.Equal(once, library);
    }

    [Theory]
    [InlineData("GLIBCXX_3.4.33")]
    [InlineData("GLIBCXX_3.4")]
    [InlineData("GLIBCXX_3.4.320")]
    [InlineData("LIBCXX_3.4.32")]
    public void AVersionThatIsNotNeededChangesNothing(string version)
    {
        var library = TinyElf.Build();

        Assert.False(ElfSymbolVersions.MakeWeak(library, version));
        Assert.Equal(TinyElf.Build(), library);
    }

    [Fact]
    public void TheShippedLibraryNeedsIt()
    {
        var shipped = File.ReadAllBytes(Places.TorchSharpLibrary);
        var library = shipped.ToArray();

        Assert.True(ElfSymbolVersions.MakeWeak(library, Version));
        var changed = Assert.Single(Enumerable.Range(0, shipped.Length), i => library[i] != shipped[i]);
        Assert.Equal((0, 2), (shipped[changed], library[changed]));
        // The record begins with the ELF hash of the version's name.
        Assert.Equal(ElfHash(Version), BitConverter.ToUInt32(library, changed - 4));
        Assert.False(ElfSymbolVersions.MakeWeak(library, Version));
    }

    [Fact]
    public void ATruncatedLibraryIsRefusedAtEveryLength()
    {
        var library = TinyElf.Build();
        for (var length = 0; length < library.Length; length++)
            Assert.Throws<InvalidDataException>(() => ElfSymbolVersions.MakeWeak(library[..length], Version));
    }

    [Fact]
    public void ATruncatedShippedLibraryIsRefused()
    {
        var shipped = File.ReadAllBytes(Places.TorchSharpLibrary);
        foreach (var length in (int[])[0, 1, 63, 64, 4096, shipped.Length / 2, shipped.Length - 64, shipped.Length - 1])
            Assert.Throws<InvalidDataException>(() => ElfSymbolVersions.MakeWeak(shipped[..length], Version));
    }

    [Theory]
    [InlineData(0, 0)]      // no magic number
    [InlineData(4, 1)]      // 32 bits
    [InlineData(5, 2)]      // big-endian
    [InlineData(0x29, 0)]   // no section table
    [InlineData(0x3a, 40)]  // sections of 32 bits
    [InlineData(0x3c, 0)]   // no section
    [InlineData(0x2f, 255)] // a section table beyond 2^63
    public void AForeignFileIsRefused(int offset, byte value)
    {
        var library = TinyElf.Build();
        Assert.NotEqual(value, library[offset]);
        library[offset] = value;

        Assert.Throws<InvalidDataException>(() => ElfSymbolVersions.MakeWeak(library, Version));
    }

    [Fact]
    public void DamageAnywhereGivesNoOtherException()
    {
        foreach (var value in (byte[])[0, 1, 127, 255])
            for (var offset = 0; offset < TinyElf.Build().Length; offset++)
            {
                var library = TinyElf.Build();
                library[offset] = value;
                var exception = Record.Exception(() => ElfSymbolVersions.MakeWeak(library, Version));
                Assert.True(exception is null or InvalidDataException, $"{value} at {offset}: {exception}");
            }
    }

    // System V ABI, "Hash Table".
    private static uint ElfHash(string name)
    {
        var hash = 0u;
        foreach (var letter in name)
        {
            hash = (hash << 4) + letter;
            var high = hash & 0xf0000000;
            hash = (hash ^ high >> 24) & ~high;
        }
        return hash;
    }
}
