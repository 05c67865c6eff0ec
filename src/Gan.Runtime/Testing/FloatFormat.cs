using Gan.Runtime.Devices;
using static TorchSharp.torch;

namespace Gan.Runtime.Testing;

/// <summary>A floating-point type as a check sees it.</summary>
/// <param name="Type">The tensor dtype.</param>
/// <param name="Roundoff">Half the distance from 1 to the next number.</param>
/// <param name="SmallestNormal">Below it precision fades, or results are flushed to zero.</param>
/// <param name="Largest">The largest finite number.</param>
internal sealed record FloatFormat(ScalarType Type, double Roundoff, double SmallestNormal, double Largest)
{
    public static readonly FloatFormat Float64 = new(ScalarType.Float64, Math.ScaleB(1, -53), Math.ScaleB(1, -1022), double.MaxValue);
    public static readonly FloatFormat Float32 = new(ScalarType.Float32, Math.ScaleB(1, -24), Math.ScaleB(1, -126), float.MaxValue);
    public static readonly FloatFormat Float16 = new(ScalarType.Float16, Math.ScaleB(1, -11), Math.ScaleB(1, -14), 65504);
    public static readonly FloatFormat BFloat16 = new(ScalarType.BFloat16, Math.ScaleB(1, -8), Math.ScaleB(1, -126), Math.ScaleB(255, 120));

    /// <summary>Those in which losses are computed.</summary>
    public static readonly FloatFormat[] Full = [Float32, Float64];

    /// <summary>Those that only store logits.</summary>
    public static readonly FloatFormat[] Half = [Float16, BFloat16];

    /// <summary>Whether the number survives a round trip through the type.</summary>
    public bool Represents(double value)
    {
        using var scope = NewDisposeScope();
        return HostRead.Number(tensor(value, Type)) == value;
    }

    /// <summary>Whether a result counts as the expected number. Beyond the largest number the type must say infinity, and NaN stays NaN.</summary>
    public bool Accepts(double actual, double expected, double tolerance)
    {
        if (double.IsNaN(expected))
            return double.IsNaN(actual);
        if (Math.Abs(expected) > Largest)
            return actual == (expected > 0 ? double.PositiveInfinity : double.NegativeInfinity);
        return Math.Abs(actual - expected) <= tolerance;
    }
}
