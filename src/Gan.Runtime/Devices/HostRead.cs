using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Runtime.Devices;

/// <summary>
/// The one place where numbers of tensors come to the program. To read one from a GPU is to wait for all work that is queued there, so a training step reads none that nobody asks for.
/// </summary>
internal static class HostRead
{
    [ThreadStatic]
    private static Watch? watch;

    /// <summary>Whether to read a tensor is to wait for its device.</summary>
    public static bool Waits(Tensor tensor) => watch is not null || tensor.device_type != DeviceType.CPU;

    /// <summary>The number of a tensor that has one.</summary>
    public static double Number(Tensor scalar)
    {
        Count();
        return scalar.ToDouble();
    }

    /// <summary>The whole number of a tensor that has one.</summary>
    public static long WholeNumber(Tensor scalar)
    {
        Count();
        return scalar.ToInt64();
    }

    /// <summary>Whether a tensor of one boolean is true.</summary>
    public static bool IsTrue(Tensor boolean)
    {
        Count();
        return boolean.ToBoolean();
    }

    /// <summary>All numbers of a tensor, in the order of its elements.</summary>
    public static double[] Numbers(Tensor tensor)
    {
        Count();
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).flatten().contiguous().cpu().data<double>().ToArray();
    }

    /// <summary>Whether all elements of two tensors are nearly equal.</summary>
    public static bool AreClose(Tensor tensor, Tensor other)
    {
        Count();
        return tensor.allclose(other);
    }

    /// <summary>How many reads an action makes on this thread, while the CPU's memory is taken for a GPU's: for tests.</summary>
    public static int CountOf(Action action)
    {
        var (own, outer) = (new Watch(), watch);
        watch = own;
        try
        {
            action();
        }
        finally
        {
            watch = outer;
        }

        return own.Reads;
    }

    private static void Count()
    {
        if (watch is { } counting)
            counting.Reads++;
    }

    private sealed class Watch
    {
        public int Reads { get; set; }
    }
}
