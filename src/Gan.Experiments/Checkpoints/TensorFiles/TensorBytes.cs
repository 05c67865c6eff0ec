using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.TensorFiles;

/// <summary>The elements of a tensor as bytes of a stream, in pieces: a span ends at 2 GB, a tensor does not.</summary>
internal static class TensorBytes
{
    private const int PieceLength = 1 << 20;

    /// <summary>Writes the elements, row by row.</summary>
    public static void Write(Stream stream, Tensor tensor, int elementSize)
    {
        using var scope = NewDisposeScope();
        using var withoutGraph = no_grad();
        ForEachPiece(tensor.detach().cpu().contiguous(), elementSize, piece => stream.Write(piece.bytes));
    }

    /// <summary>Reads a tensor.</summary>
    /// <exception cref="FormatException">It is of truth values and a byte is none: libtorch takes any byte, and computes anything from it.</exception>
    public static Tensor Read(Stream stream, SafetensorsEntry entry)
    {
        if (entry.Begin == entry.End)
            return empty(entry.Shape, dtype: entry.Type.Type);
        using var scope = NewDisposeScope();
        var tensor = empty(entry.Shape, dtype: entry.Type.Type);
        ForEachPiece(tensor, entry.Type.Size, piece =>
        {
            stream.ReadExactly(piece.bytes);
            if (entry.Type.Type == ScalarType.Bool && piece.bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
                throw SafetensorsEntry.Wrong(entry.Name, "is BOOL, but holds a byte that is neither 0 nor 1");
        });
        return tensor.MoveToOuterDisposeScope();
    }

    private static void ForEachPiece(Tensor tensor, int elementSize, Action<Tensor> action)
    {
        var elements = tensor.reshape(-1);
        for (long place = 0, count = elements.numel(); place < count; place += PieceLength / elementSize)
        {
            using var piece = elements.narrow(0, place, Math.Min(PieceLength / elementSize, count - place));
            action(piece);
        }
    }
}
