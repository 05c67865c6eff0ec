namespace Gan.Runtime.Tests.Kernels;

/// <summary>Arguments over the whole range of a precision, by their bits: every exponent and sign, denormals, infinities and NaNs. Their number is a multiple of every width.</summary>
internal static class LaneSamples
{
    private const int Neighbours = 100;

    // Where functions of eˣ and logarithms change their ways: limits of overflow, underflow and rounding to -1 in both precisions, ends of the reductions, and 0, ±1, ±∞.
    private static readonly double[] s_specials =
    [
        0, float.Epsilon, 1.17549435e-38, 5e-324, 2.2250738585072014e-308, 1e-8, 1e-16, Math.Sqrt(0.5) - 1, 0.34657359, Math.Sqrt(0.5), 0.5, 1, Math.Sqrt(2) - 1, Math.Sqrt(2), 1.0397208,
        2, 9.01, 17.33, 18, 19, 36.04, 37.43, 38, 64, 87.33655, 88.02969, 88.37626, 88.72284, 89, 103.27893, 103.97208, 104, 104.5, 708.3964, 709.0895, 709.43614, 709.78271, 710, 744.4400719, 745.1332,
        746, 1e4, 8388608, 16777216, 4503599627370496, 1e30, float.MaxValue, double.MaxValue, double.PositiveInfinity,
    ];

    public static float[] Floats { get; } = Padded(
        Strides(1L << 32, 4099).Select(bits => BitConverter.UInt32BitsToSingle((uint)bits))
            .Concat(Around(special => BitConverter.SingleToUInt32Bits((float)special)).Select(bits => BitConverter.UInt32BitsToSingle((uint)bits))));

    public static double[] Doubles { get; } = Padded(
        Enumerable.Range(0, 400_000).Select(i => BitConverter.UInt64BitsToDouble((ulong)i * 46_116_860_184_277))
            .Concat(Around(special => BitConverter.DoubleToUInt64Bits(special)).Select(BitConverter.UInt64BitsToDouble))
            .Concat(Ordinary(new Random(1), 100_000)));

    private static IEnumerable<long> Strides(long end, long stride)
    {
        for (long bits = 0; bits < end; bits += stride)
            yield return bits;
    }

    private static IEnumerable<ulong> Around(Func<double, ulong> bitsOf) =>
        from special in s_specials
        from signed in new[] { special, -special }
        from offset in Enumerable.Range(-Neighbours, 2 * Neighbours + 1)
        select bitsOf(signed) + (ulong)offset;

    /// <summary>Where losses are: a stride over bits has few arguments between 0.01 and 750.</summary>
    private static IEnumerable<double> Ordinary(Random random, int count) =>
        Enumerable.Range(0, count).Select(i => (2 * random.NextDouble() - 1) * (i % 4) switch { 0 => 0.5, 1 => 3, 2 => 40, _ => 750 });

    private static T[] Padded<T>(IEnumerable<T> samples)
    {
        var list = samples.ToList();
        while (list.Count % 16 != 0)
            list.Add(list[0]);
        return [.. list];
    }
}
