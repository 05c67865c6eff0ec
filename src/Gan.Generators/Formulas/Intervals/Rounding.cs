namespace Gan.Generators.Formulas.Intervals;

/// <summary>Directed rounding: results that are never above (Down) or never below (Up) the exact ones.</summary>
internal static class Rounding
{
    // The C libraries behind System.Math promise an error below one unit in the last place; four leave room for the odd one that does not.
    public const int ElementaryUlps = 4;

    // RealMath's own functions take several roundings each.
    public const int ComposedUlps = 16;

    /// <summary>The nearest double above.</summary>
    public static double Next(double x)
    {
        if (double.IsNaN(x) || double.IsPositiveInfinity(x)) return x;
        if (x == 0) return double.Epsilon;
        var bits = BitConverter.DoubleToInt64Bits(x);
        return BitConverter.Int64BitsToDouble(x > 0 ? bits + 1 : bits - 1);
    }

    /// <summary>The nearest double below.</summary>
    public static double Previous(double x) => -Next(-x);

    public static double Up(double x, int ulps)
    {
        for (var i = 0; i < ulps; i++) x = Next(x);
        return x;
    }

    public static double Down(double x, int ulps) => -Up(-x, ulps);

    /// <summary>A sum never above the exact one. The rounding error of a sum is itself a double (Knuth), so that an exact sum stays.</summary>
    public static double AddDown(double a, double b)
    {
        var sum = a + b;
        if (double.IsInfinity(a) || double.IsInfinity(b)) return sum;
        if (double.IsInfinity(sum)) return sum > 0 ? double.MaxValue : sum;
        var virtualB = sum - a;
        var error = (a - (sum - virtualB)) + (b - virtualB);
        return error < 0 || double.IsNaN(error) ? Previous(sum) : sum;
    }

    public static double AddUp(double a, double b) => -AddDown(-a, -b);

    /// <summary>A product never above the exact one; zero times anything, infinity too, is zero.</summary>
    public static double MultiplyDown(double a, double b)
    {
        if (a == 0 || b == 0) return 0;
        if (Math.Abs(a) == 1 || Math.Abs(b) == 1) return a * b;
        var product = a * b;
        if (double.IsInfinity(a) || double.IsInfinity(b)) return product;
        // What underflows to zero keeps its sign.
        if (product == 0 && a > 0 == b > 0) return 0;
        return Previous(product);
    }

    public static double MultiplyUp(double a, double b) => -MultiplyDown(-a, b);

    /// <summary>1/x of a number other than zero, never above the exact one.</summary>
    public static double ReciprocalDown(double x)
    {
        if (Math.Abs(x) == 1) return x;
        if (double.IsPositiveInfinity(x)) return 0;
        return Previous(1 / x);
    }

    public static double ReciprocalUp(double x) => -ReciprocalDown(-x);
}
