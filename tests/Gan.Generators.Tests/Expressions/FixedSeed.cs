using CsCheck;

namespace Gan.Generators.Tests.Expressions;

/// <summary>
/// The same values in each run, for judges who see only so far: what a claim says of the whole line they see at some points, and a new seed would find
/// the formula that they misjudge some day.
/// </summary>
internal static class FixedSeed
{
    private const ulong Seed = 20160101;

    /// <param name="stream">Another sequence for each test.</param>
    public static PCG Random(uint stream) => new(stream, Seed);

    /// <summary>Runs the check on <paramref name="count"/> values of the generator.</summary>
    public static void Each<T>(this Gen<T> generator, uint stream, int count, Action<T> check)
    {
        var random = Random(stream);
        for (var i = 0; i < count; i++)
            check(generator.Generate(random, null, out _));
    }
}
