using static TorchSharp.torch;

namespace Gan.Runtime.Augmentation;

/// <summary>An axis of pixels 0, ..., size - 1, continued in both directions by reflection about its first and its last pixel.</summary>
internal static class Reflection
{
    /// <summary>The places within the axis that places anywhere are reflections of.</summary>
    public static Tensor Of(Tensor places, long size)
    {
        var period = Math.Max(2 * (size - 1), 1);
        return places.abs().remainder(period).sub(size - 1).abs().neg().add(size - 1);
    }

    /// <summary>The same of one pixel.</summary>
    public static int Of(int place, int size)
    {
        var period = Math.Max(2 * (size - 1), 1);
        return size - 1 - Math.Abs((Math.Abs(place) % period) - (size - 1));
    }
}
