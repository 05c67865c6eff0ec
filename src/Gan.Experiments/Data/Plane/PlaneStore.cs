using Gan.Experiments.Data.Memory;

namespace Gan.Experiments.Data.Plane;

/// <summary>Makes points of the plane one by one.</summary>
internal static class PlaneStore
{
    // Not a number of an epoch, which are the streams of the orders of the same seed.
    private const ulong Stream = ulong.MaxValue;

    public delegate (double X, double Y) Point(int index, ref CounterRandom random);

    public static FloatStore Of(int count, int seed, Point point)
    {
        var random = new CounterRandom(seed, Stream);
        var values = new float[2 * count];
        for (var i = 0; i < count; i++)
        {
            var (x, y) = point(i, ref random);
            (values[2 * i], values[(2 * i) + 1]) = ((float)x, (float)y);
        }
        return new(values, 2);
    }

    /// <exception cref="ArgumentOutOfRangeException">There are less points than the least, or more than fit into memory.</exception>
    public static int Checked(int count, int least, string parameterName) =>
        count >= least && count <= Array.MaxLength / 2
            ? count
            : throw new ArgumentOutOfRangeException(parameterName, count, $"The number of points must be from {least} to {Array.MaxLength / 2}.");
}
