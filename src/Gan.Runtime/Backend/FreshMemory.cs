using Gan.Runtime.Memory;

namespace Gan.Runtime.Backend;

/// <summary>
/// Memory that libtorch asks for, full of NaN: what reads memory that nobody wrote then shows it, whatever lay there by chance.
/// It is glibc's <c>M_PERTURB</c>, which fills every block it hands out; elsewhere nothing is filled.
/// </summary>
internal static class FreshMemory
{
    // From malloc.h. A block is filled with the complement of the lowest byte, 0xFF, so that each float and double in it is NaN; zero would switch it off.
    private const int Perturb = -6;
    private const int Ones = 0x100;

    /// <summary>Does the work in such memory, in the whole process.</summary>
    public static T FullOfNaN<T>(Func<T> work)
    {
        // Who fills memory already, to find a fault, keeps the value.
        if (!Glibc.IsAvailable || IsFilledAlready)
            return work();
        Glibc.Set(Perturb, Ones);
        try
        {
            return work();
        }
        finally
        {
            Glibc.Set(Perturb, 0);
        }
    }

    private static bool IsFilledAlready =>
        Environment.GetEnvironmentVariable("MALLOC_PERTURB_") is not null
        || Environment.GetEnvironmentVariable("GLIBC_TUNABLES")?.Contains("malloc.perturb", StringComparison.Ordinal) == true;
}
