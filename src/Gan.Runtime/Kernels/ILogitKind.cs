namespace Gan.Runtime.Kernels;

/// <summary>What a pass takes as t. The JIT compiles a pass for each, without a branch.</summary>
internal interface ILogitKind
{
    /// <summary>Whether other logits are subtracted.</summary>
    static abstract bool IsDifference { get; }

    /// <summary>Whether a number is subtracted, and slopes are added up.</summary>
    static abstract bool IsShifted { get; }
}

/// <summary>t is the logit.</summary>
internal readonly struct PlainLogit : ILogitKind
{
    public static bool IsDifference => false;

    public static bool IsShifted => false;
}

/// <summary>t is a fake logit less the real one at its place.</summary>
internal readonly struct LogitDifference : ILogitKind
{
    public static bool IsDifference => true;

    public static bool IsShifted => false;
}

/// <summary>t is a logit less a mean.</summary>
internal readonly struct ShiftedLogit : ILogitKind
{
    public static bool IsDifference => false;

    public static bool IsShifted => true;
}
