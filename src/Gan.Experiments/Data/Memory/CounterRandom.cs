namespace Gan.Experiments.Data.Memory;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195): the same numbers on each machine and each version of .NET, and independent streams of one seed.
/// </summary>
internal struct CounterRandom(long seed, ulong stream)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = Mix((ulong)seed + Step) ^ Mix(Mix(stream + Step));

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(((UInt128)Next() * (uint)limit) >> 64);

    /// <summary>A number from 0 to below 1, a multiple of 2^-53.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Two independent numbers of mean 0 and variance 1 (Box and Muller 1958, doi 10.1214/aoms/1177706645).</summary>
    public (double X, double Y) Normals()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));      // 1 - u is never 0
        var (sin, cos) = Math.SinCos(2 * Math.PI * Uniform());
        return (radius * cos, radius * sin);
    }

    private ulong Next() => Mix(state += Step);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
