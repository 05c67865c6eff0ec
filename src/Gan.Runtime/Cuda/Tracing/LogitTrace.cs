namespace Gan.Runtime.Cuda.Tracing;

/// <summary>The lane that traces a formula: functions stay functions, so that the graph is that of the formula and of no precision.</summary>
internal readonly record struct LogitTrace(TracedValue? Value) : ITraceLanes<LogitTrace>
{
    public static LogitTrace Of(TracedValue value) => new(value);

    public static LogitTrace Relu(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Relu, x);

    public static LogitTrace Sign(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Sign, x);

    public static LogitTrace Exp(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Exp, x);

    public static LogitTrace ExpOfNegative(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.ExpOfNegative, x);

    public static LogitTrace Expm1(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Expm1, x);

    public static LogitTrace Log(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Log, x);

    public static LogitTrace Log1p(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Log1p, x);

    public static LogitTrace Log1pOfUnit(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Log1pOfUnit, x);

    public static LogitTrace Tanh(LogitTrace x) => ITraceLanes<LogitTrace>.Record(Operation.Tanh, x);

    public static LogitTrace NaNOf(LogitTrace x, LogitTrace value) => ITraceLanes<LogitTrace>.Record(Operation.NaNOf, x, value);
}
