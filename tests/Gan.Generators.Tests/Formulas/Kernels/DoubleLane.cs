using Gan.Generators.Formulas.Intervals;
using Gan.Runtime;

namespace Gan.Generators.Tests.Formulas.Kernels;

/// <summary>One number in double precision: what a kernel means, without vectors. It refuses arguments that the contract leaves out.</summary>
internal readonly record struct DoubleLane(double Value) : ILanes<DoubleLane>
{
    public static int Count => 1;

    public static DoubleLane All(double value) => new(value);

    public static DoubleLane All(Coefficient coefficient) => new(coefficient.Exact);

    public static DoubleLane operator +(DoubleLane x, DoubleLane y) => new(x.Value + y.Value);

    public static DoubleLane operator -(DoubleLane x, DoubleLane y) => new(x.Value - y.Value);

    public static DoubleLane operator *(DoubleLane x, DoubleLane y) => new(x.Value * y.Value);

    public static DoubleLane operator /(DoubleLane x, DoubleLane y) => new(x.Value / y.Value);

    public static DoubleLane operator -(DoubleLane x) => new(-x.Value);

    public static DoubleLane MultiplyAdd(DoubleLane x, DoubleLane y, DoubleLane z) => new(Math.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    public static DoubleLane Abs(DoubleLane x) => new(Math.Abs(x.Value));

    public static DoubleLane Relu(DoubleLane x) => new(Math.Max(x.Value, 0));

    public static DoubleLane Max(DoubleLane x, DoubleLane y) => new(Math.Max(x.Value, y.Value));

    public static DoubleLane Min(DoubleLane x, DoubleLane y) => new(Math.Min(x.Value, y.Value));

    public static DoubleLane Sign(DoubleLane x) => new(double.IsNaN(x.Value) ? double.NaN : Math.Sign(x.Value));

    public static DoubleLane Sqrt(DoubleLane x) => new(Math.Sqrt(x.Value));

    public static DoubleLane Exp(DoubleLane x) => new(Math.Exp(x.Value));

    public static DoubleLane ExpOfNegative(DoubleLane x) => x.Value > 0 ? throw new ArgumentOutOfRangeException(nameof(x), x.Value, "It is above 0.") : Exp(x);

    public static DoubleLane Expm1(DoubleLane x) => new(RealMath.Expm1(x.Value));

    public static DoubleLane Log(DoubleLane x) => new(Math.Log(x.Value));

    public static DoubleLane Log1p(DoubleLane x) => new(RealMath.Log1p(x.Value));

    public static DoubleLane Log1pOfUnit(DoubleLane x) => x.Value is < 0 or > 1 ? throw new ArgumentOutOfRangeException(nameof(x), x.Value, "It is not from 0 to 1.") : Log1p(x);

    public static DoubleLane Pow(DoubleLane x, DoubleLane y) => new(Math.Pow(x.Value, y.Value));

    public static DoubleLane Tanh(DoubleLane x) => new(Math.Tanh(x.Value));

    public static DoubleLane Sin(DoubleLane x) => new(Math.Sin(x.Value));

    public static DoubleLane Cos(DoubleLane x) => new(Math.Cos(x.Value));

    public static DoubleLane IfLess(DoubleLane left, DoubleLane right, DoubleLane then, DoubleLane otherwise) => left.Value < right.Value ? then : otherwise;

    public static DoubleLane IfLessOrEqual(DoubleLane left, DoubleLane right, DoubleLane then, DoubleLane otherwise) => left.Value <= right.Value ? then : otherwise;

    public static DoubleLane NaNOf(DoubleLane x, DoubleLane value) => double.IsNaN(x.Value) ? x : value;
}
