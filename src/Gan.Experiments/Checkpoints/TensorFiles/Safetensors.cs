using System.Collections.ObjectModel;
using Gan.Experiments.Files;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.TensorFiles;

/// <summary>
/// The safetensors format: tensors by name, which other tools read, and nothing that is executed on loading. A length of 8 bytes (little-endian), as much JSON that gives
/// <c>{"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, "__metadata__": {"key": "text"}}</c>, then the elements.
/// </summary>
/// <remarks>
/// The types are F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL. The same tensors and texts make the same bytes, all aligned.
/// Source: the format of Hugging Face's safetensors.
/// </remarks>
internal static class Safetensors
{
    /// <summary>Writes a file: whole or, where it throws or the process is killed, not at all.</summary>
    /// <param name="path">The file. One that exists is replaced.</param>
    /// <param name="tensors">The tensors, dense, on any device, with or without a graph.</param>
    /// <param name="metadata">Texts by name. Default none.</param>
    /// <exception cref="ArgumentException">The path is empty; or a tensor is null, disposed, sparse, of a type that the format lacks, or called <c>__metadata__</c>; or there are more than 100,000.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        AtomicFile.Write(path, stream => Write(stream, tensors, metadata));
    }

    /// <summary>Writes to a stream, from its position on.</summary>
    /// <param name="stream">The stream. It is left open.</param>
    /// <param name="tensors">The tensors, dense, on any device, with or without a graph.</param>
    /// <param name="metadata">Texts by name. Default none.</param>
    /// <exception cref="ArgumentException">An argument is null; or a tensor is null, disposed, sparse, of a type that the format lacks, or called <c>__metadata__</c>; or there are more than 100,000. Nothing has been written.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        var entries = SafetensorsLayout.Of(tensors);
        stream.Write(SafetensorsLayout.Header(entries, metadata ?? ReadOnlyDictionary<string, string>.Empty));
        foreach (var entry in entries)
            TensorBytes.Write(stream, tensors[entry.Name], entry.Type.Size);
    }

    /// <summary>Reads a file. Its size, its header and each number in it are checked before any tensor is made.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidDataException">
    /// It is no safetensors file: the header is longer than the file or 100 MB, no JSON, or has a name twice or more than 100,000; a tensor's type is unknown, its shape overflows or is not what its
    /// offsets hold; tensors overlap, leave holes or end before or after the file does. The message names the file and the tensor.
    /// </exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static SafetensorsFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads from a stream, from its position to its end.</summary>
    /// <param name="stream">The stream, which knows its length. It is left open.</param>
    /// <param name="name">What an exception calls it.</param>
    /// <returns>The tensors, in the caller's dispose scope if there is one; to be disposed.</returns>
    /// <exception cref="ArgumentNullException">The stream is null.</exception>
    /// <exception cref="InvalidDataException">It holds no safetensors file, as for a path.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SafetensorsFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var header = SafetensorsHeader.Read(stream, name);
        using var scope = NewDisposeScope();
        try
        {
            var tensors = header.Entries.ToDictionary(entry => entry.Name, entry => TensorBytes.Read(stream, entry));
            foreach (var tensor in tensors.Values)
                tensor.MoveToOuterDisposeScope();
            return new(tensors, header.Metadata);
        }
        catch (FormatException error)
        {
            throw PlainOrGzip.Unusable(name, error.Message, error);
        }
    }
}
