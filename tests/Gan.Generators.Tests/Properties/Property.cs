using System.Diagnostics;
using System.Runtime.CompilerServices;
using CsCheck;

namespace Gan.Generators.Tests.Properties;

/// <summary>
/// Properties of random samples: the same samples in each run, unless others are asked for (<see cref="PropertySettings"/>). A sample that the judge cannot
/// judge is no evidence: each property says how many it has to have judged.
/// </summary>
internal static class Property
{
    /// <summary>
    /// Checks <paramref name="samples"/> samples one after another. <paramref name="check"/> throws where the property does not hold and says whether it could
    /// compare at all, as it has to <paramref name="atLeast"/> so often.
    /// </summary>
    public static void Holds<T>(
        this Gen<T> generator, int samples, int atLeast, Func<T, bool> check, Func<T, string>? print = null, [CallerFilePath] string file = "", [CallerMemberName] string name = "")
    {
        var clock = Stopwatch.StartNew();
        var seed = PropertySettings.Seed;
        do
        {
            Round(seed++);
        }
        while (clock.Elapsed < PropertySettings.Time);

        void Round(ulong seed)
        {
            var random = new PCG(StreamOf(file, name), seed);
            var compared = 0;
            for (var i = 0; i < samples; i++)
            {
                var sample = generator.Generate(random, null, out _);
                try
                {
                    if (check(sample)) compared++;
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException($"{PropertySettings.SeedVariable}={seed}, sample {i}: {(print is null ? $"{sample}" : print(sample))}\n{error.Message}", error);
                }
            }

            Assert.True(compared >= atLeast, $"{PropertySettings.SeedVariable}={seed}: only {compared} of {samples} samples could be compared, {atLeast} are wanted.");
        }
    }

    /// <summary>Values for a test that needs them all at once, of the first seed.</summary>
    public static IReadOnlyList<T> Take<T>(this Gen<T> generator, int count, [CallerFilePath] string file = "", [CallerMemberName] string name = "")
    {
        var random = new PCG(StreamOf(file, name), PropertySettings.Seed);
        return [.. Enumerable.Range(0, count).Select(_ => generator.Generate(random, null, out var _))];
    }

    /// <summary>Another sequence for each test, whatever its folder and the order they run in.</summary>
    private static uint StreamOf(string file, string name)
    {
        var text = Path.GetFileName(file.Replace('\\', '/')) + "." + name;
        return text.Aggregate(2166136261u, static (hash, c) => unchecked((hash ^ c) * 16777619u));
    }
}
