namespace Gan.Runtime.Tests.Kernels;

/// <summary>Functions of lanes over arrays whose length is a multiple of the width.</summary>
internal static class LaneMap
{
    public static TElement[] Of<T, TElement>(TElement[] x, Func<T, T> function)
        where T : struct, ILaneMemory<T, TElement>
        where TElement : unmanaged
    {
        Assert.Equal(0, x.Length % T.Count);
        var result = new TElement[x.Length];
        for (var i = 0; i < x.Length; i += T.Count)
            T.Store(function(T.Load(ref x[0], i)), ref result[0], i);
        return result;
    }

    /// <summary>The function of one lane; all widths must give its bits, but for NaN, which has many.</summary>
    public static float[] OfAllWidths<TFunction>(float[] x)
        where TFunction : ILaneFunction
    {
        var result = Of<Float1, float>(x, TFunction.Of);
        Assert.Equal(Bits(result), Bits(Of<Float128, float>(x, TFunction.Of)));
        Assert.Equal(Bits(result), Bits(Of<Float256, float>(x, TFunction.Of)));
        Assert.Equal(Bits(result), Bits(Of<Float512, float>(x, TFunction.Of)));
        return result;
    }

    public static double[] OfAllWidths<TFunction>(double[] x)
        where TFunction : ILaneFunction
    {
        var result = Of<Double1, double>(x, TFunction.Of);
        Assert.Equal(Bits(result), Bits(Of<Double128, double>(x, TFunction.Of)));
        Assert.Equal(Bits(result), Bits(Of<Double256, double>(x, TFunction.Of)));
        Assert.Equal(Bits(result), Bits(Of<Double512, double>(x, TFunction.Of)));
        return result;
    }

    private static int[] Bits(float[] x) => Array.ConvertAll(x, x => float.IsNaN(x) ? -1 : BitConverter.SingleToInt32Bits(x));

    private static long[] Bits(double[] x) => Array.ConvertAll(x, x => double.IsNaN(x) ? -1 : BitConverter.DoubleToInt64Bits(x));
}
