namespace Gan.Runtime.Cuda.Tracing;

/// <summary>A lane that computes nothing: it remembers what was computed. What is arithmetic for every tracing lane is here.</summary>
/// <typeparam name="T">The lane itself.</typeparam>
internal interface ITraceLanes<T> : ILanes<T>
    where T : struct, ITraceLanes<T>
{
    /// <summary>Null of lanes that nobody wrote to, which are 0.</summary>
    TracedValue? Value { get; }

    static abstract T Of(TracedValue value);

    /// <summary>The result of an operation.</summary>
    static T Record(Operation operation, params ReadOnlySpan<T> operands) => Record(operation, 0, operands);

    /// <summary>The result of an operation with a number.</summary>
    static T Record(Operation operation, double number, params ReadOnlySpan<T> operands)
    {
        var values = new TracedValue[operands.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = operands[i].Value ?? TracedValue.Zero;
        return T.Of(new(operation, number, values));
    }

    static int ILanes<T>.Count => 1;

    static T ILanes<T>.All(double value) => Record(Operation.Constant, value);

    static T ILanes<T>.All(Coefficient coefficient) => Record(Operation.Coefficient, coefficient.Exact);

    static T ILanes<T>.operator +(T x, T y) => Record(Operation.Add, x, y);

    static T ILanes<T>.operator -(T x, T y) => Record(Operation.Subtract, x, y);

    static T ILanes<T>.operator *(T x, T y) => Record(Operation.Multiply, x, y);

    static T ILanes<T>.operator /(T x, T y) => Record(Operation.Divide, x, y);

    static T ILanes<T>.operator -(T x) => Record(Operation.Negate, x);

    static T ILanes<T>.MultiplyAdd(T x, T y, T z) => Record(Operation.MultiplyAdd, x, y, z);

    static T ILanes<T>.Abs(T x) => Record(Operation.Abs, x);

    static T ILanes<T>.Max(T x, T y) => Record(Operation.Max, x, y);

    static T ILanes<T>.Min(T x, T y) => Record(Operation.Min, x, y);

    static T ILanes<T>.Sqrt(T x) => Record(Operation.Sqrt, x);

    static T ILanes<T>.Pow(T x, T y) => Record(Operation.Pow, x, y);

    static T ILanes<T>.Sin(T x) => Record(Operation.Sin, x);

    static T ILanes<T>.Cos(T x) => Record(Operation.Cos, x);

    static T ILanes<T>.IfLess(T left, T right, T then, T otherwise) => Record(Operation.IfLess, left, right, then, otherwise);

    static T ILanes<T>.IfLessOrEqual(T left, T right, T then, T otherwise) => Record(Operation.IfLessOrEqual, left, right, then, otherwise);
}
