namespace Gan.Runtime.Tests.Kernels;

/// <summary>A function of lanes of any width and precision, as a type: a test measures it with each.</summary>
internal interface ILaneFunction
{
    static abstract T Of<T>(T x)
        where T : struct, ILanes<T>;
}

internal readonly struct Exp : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Exp(x);
}

internal readonly struct ExpOfNegative : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.ExpOfNegative(x);
}

internal readonly struct Expm1 : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Expm1(x);
}

internal readonly struct Tanh : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Tanh(x);
}

internal readonly struct Log : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Log(x);
}

internal readonly struct Log1p : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Log1p(x);
}

internal readonly struct Log1pOfUnit : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Log1pOfUnit(x);
}

internal readonly struct Sqrt : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Sqrt(x);
}

internal readonly struct Sin : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Sin(x);
}

internal readonly struct Cos : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Cos(x);
}

internal readonly struct Abs : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Abs(x);
}

internal readonly struct Relu : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Relu(x);
}

internal readonly struct Sign : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => T.Sign(x);
}

internal readonly struct Negative : ILaneFunction
{
    public static T Of<T>(T x)
        where T : struct, ILanes<T> => -x;
}
