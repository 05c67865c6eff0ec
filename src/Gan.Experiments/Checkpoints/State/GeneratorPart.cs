using System.Buffers.Binary;
using static TorchSharp.torch;

namespace Gan.Experiments.Checkpoints.State;

/// <summary>The state of a random number generator. libtorch ends the process over a state it does not like, so all that it checks is checked before.</summary>
internal sealed class GeneratorPart(Func<Tensor> get, Action<Tensor> set) : IStatePart
{
    // The Mersenne Twister on the CPU: seed, left, seeded, next, 624 words, and what is left of a pair of normal numbers.
    private const int CpuLength = 5056;
    private const int Words = 624;

    public IReadOnlyDictionary<string, Tensor> Capture() => new Dictionary<string, Tensor> { [SavedTensors.Only] = get() };

    public Action Restoring(IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var now = get();
        var saved = SavedTensors.Fitting(SavedTensors.Only, SavedTensors.Single(tensors), ScalarType.Byte, now.shape);
        if (saved.numel() == CpuLength && !IsTwister(saved.bytes))
            throw new ArgumentException("The bytes are not a valid state of the Mersenne Twister.");
        return () => set(saved);
    }

    private static bool IsTwister(ReadOnlySpan<byte> state)
    {
        var left = BinaryPrimitives.ReadInt32LittleEndian(state[8..]);
        var seeded = BinaryPrimitives.ReadInt32LittleEndian(state[12..]);
        var next = BinaryPrimitives.ReadUInt64LittleEndian(state[16..]);
        return seeded == 1 && left is > 0 and <= Words && next <= Words;
    }
}
