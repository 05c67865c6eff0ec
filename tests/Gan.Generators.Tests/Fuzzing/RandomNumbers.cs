namespace Gan.Generators.Tests.Fuzzing;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): each sample has a sequence of its own, known by the seed and the sample's number, on every machine and runtime.</summary>
internal sealed class RandomNumbers(ulong seed, int number)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(seed + Mix((ulong)number + Step));

    /// <summary>A source with one mistake tells more than one with ten: half of all samples have none of the rare things.</summary>
    public bool IsCareful { get; init; }

    public ulong NextBits() => Mix(_state += Step);

    /// <summary>From 0 to below <paramref name="end"/>.</summary>
    public int Next(int end) => (int)(NextBits() % (ulong)end);

    /// <summary>Once in <paramref name="many"/> times.</summary>
    public bool OneIn(int many) => Next(many) == 0;

    /// <summary>Once in <paramref name="many"/> times where mistakes are wanted.</summary>
    public bool Rare(int many) => OneIn(many) && !IsCareful;

    public T Of<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>From 1 on, each one more half as often.</summary>
    public int Few(int most = 8)
    {
        var count = 1;
        while (count < most && OneIn(2)) count++;
        return count;
    }

    public string Many(int least, int most, string separator, Func<string> item) => string.Join(separator, Enumerable.Range(0, least + Next(most - least + 1)).Select(_ => item()));

    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
