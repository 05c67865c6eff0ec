// Compiled by MSBuild while it builds a project (RoslynCodeTaskFactory): one file, and nothing newer than netstandard2.0.
#nullable enable
#pragma warning disable IDE0005 // no implicit usings there
using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;

namespace Gan.Build;

/// <summary>Copies a Linux library, making its need for one symbol version weak in the copy: the loader then goes on without it.</summary>
public sealed class RelaxSymbolVersion : Microsoft.Build.Utilities.Task
{
    /// <summary>The code of the only error.</summary>
    public const string ErrorCode = "GANLOAD001";

    private const string Help = "https://github.com/gandsl/gandsl/blob/main/docs/diagnostics/GANLOAD001.md";

    /// <summary>The library; it is only read.</summary>
    [Required] public string Source { get; set; } = "";

    /// <summary>Where the copy goes.</summary>
    [Required] public string Destination { get; set; } = "";

    /// <summary>The version, such as GLIBCXX_3.4.32.</summary>
    [Required] public string SymbolVersion { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var library = File.ReadAllBytes(Source);
            ElfSymbolVersions.MakeWeak(library, SymbolVersion);
            Replace(library);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException || e is UnauthorizedAccessException)
        {
            Log.LogError(null, ErrorCode, null, Help, Source, 0, 0, 0, 0,
                "Cannot prepare this library for systems without {0}: {1} Restore the package again, or set GanDslRelaxTorchSharp to false to use the library as it is.",
                SymbolVersion, e.Message);
            return false;
        }
    }

    // A new file renamed over the old one: whatever the old one is linked to stays as it is, and nobody sees half a library.
    private void Replace(byte[] library)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Destination))!);
        var fresh = Destination + "." + Guid.NewGuid().ToString("N");
        try
        {
            File.Copy(Source, fresh);   // for its permissions
            File.SetAttributes(fresh, FileAttributes.Normal);
            File.WriteAllBytes(fresh, library);
            if (File.Exists(Destination))
                File.Replace(fresh, Destination, null);
            else
                File.Move(fresh, Destination);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}

/// <summary>The symbol versions that a 64-bit little-endian ELF file needs (Linux Standard Base, "Symbol Versioning").</summary>
public static class ElfSymbolVersions
{
    private const int HeaderSize = 64, SectionSize = 64, NeedSize = 16;
    private const uint NoBits = 8, VersionNeeds = 0x6ffffffe;
    private const byte WeakFlag = 2;

    /// <summary>Sets VER_FLG_WEAK on every need of a version; a library without such a need stays as it is.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="InvalidDataException">The bytes are not such a file, or a part of it is missing.</exception>
    public static bool MakeWeak(byte[] library, string version)
    {
        if (library.Length < HeaderSize || U32(library, 0) != 0x464c457f || library[4] != 2 || library[5] != 1)
            throw new InvalidDataException("it is not a 64-bit little-endian ELF file.");
        var table = Place(library, U64(library, 0x28), 0);
        var sections = U16(library, 0x3c);
        if (table == 0 || sections == 0 || U16(library, 0x3a) != SectionSize)
            throw new InvalidDataException("it has no section table.");
        Place(library, (ulong)table, (ulong)sections * SectionSize);

        var changed = false;
        for (var i = 0; i < sections; i++)
        {
            var section = Section.Read(library, table + i * SectionSize);
            if (section.Type != VersionNeeds)
                continue;
            if (section.Link >= sections)
                throw Truncated();
            changed |= MakeWeak(library, section, Section.Read(library, table + (int)section.Link * SectionSize), version);
        }
        return changed;
    }

    // A chain of Verneed records, one a library; from each, a chain of Vernaux records, one a version.
    private static bool MakeWeak(byte[] library, Section needs, Section names, string version)
    {
        var changed = false;
        for (long need = 0, toNext = 1; toNext != 0; need += toNext)
        {
            var record = needs.At(need, NeedSize);
            toNext = U32(library, record + 12);
            var entry = need + U32(library, record + 8);
            for (var left = U16(library, record + 2); left != 0; left--)
            {
                var at = needs.At(entry, NeedSize);
                entry += U32(library, at + 12);
                if (!names.HasString(library, U32(library, at + 8), version) || (library[at + 4] & WeakFlag) != 0)
                    continue;
                library[at + 4] |= WeakFlag;
                changed = true;
            }
        }
        return changed;
    }

    private static ushort U16(byte[] b, int at) => (ushort)(b[at] | b[at + 1] << 8);

    private static uint U32(byte[] b, int at) => U16(b, at) | (uint)U16(b, at + 2) << 16;

    private static ulong U64(byte[] b, int at) => U32(b, at) | (ulong)U32(b, at + 4) << 32;

    private static int Place(byte[] library, ulong offset, ulong size)
    {
        var length = (ulong)library.Length;
        return offset <= length && size <= length - offset ? (int)offset : throw Truncated();
    }

    private static InvalidDataException Truncated() => new InvalidDataException("it is truncated or damaged.");

    private readonly struct Section
    {
        public readonly uint Type, Link;
        private readonly int _offset, _size;

        private Section(uint type, uint link, int offset, int size)
        {
            Type = type;
            Link = link;
            _offset = offset;
            _size = size;
        }

        public static Section Read(byte[] library, int at)
        {
            var type = U32(library, at + 4);
            ulong offset = U64(library, at + 24), size = U64(library, at + 32);
            return type == NoBits
                ? new Section(type, 0, 0, 0)
                : new Section(type, U32(library, at + 40), Place(library, offset, size), (int)size);
        }

        public int At(long offset, int size) => offset + size <= _size ? _offset + (int)offset : throw Truncated();

        public bool HasString(byte[] library, uint offset, string text)
        {
            var start = At(offset, 1);
            var end = Array.IndexOf(library, (byte)0, start, _offset + _size - start);
            if (end < 0)
                throw Truncated();
            return end - start == text.Length && Encoding.ASCII.GetString(library, start, text.Length) == text;
        }
    }
}
