using Gan.Generators.Basics;

namespace Gan.Generators.Declarations;

/// <summary>The finite numbers from Min to Max.</summary>
internal readonly record struct HyperparameterRange(double Min, double Max, bool Exclusive)
{
    public bool IsEmpty => !(Exclusive ? Min < Max : Min <= Max) || double.IsPositiveInfinity(Min) || double.IsNegativeInfinity(Max);

    public static HyperparameterRange Of(HyperparameterDeclaration hyperparameter) => new(hyperparameter.Min, hyperparameter.Max, hyperparameter.Exclusive);

    public bool Contains(double value) => Numbers.IsFinite(value) && (Exclusive ? value > Min && value < Max : value >= Min && value <= Max);

    public override string ToString()
    {
        var open = Exclusive || double.IsNegativeInfinity(Min) ? "(" : "[";
        var close = Exclusive || double.IsPositiveInfinity(Max) ? ")" : "]";
        return $"{open}{Show(Min)}, {Show(Max)}{close}";
    }

    /// <summary>A number, also an infinite one.</summary>
    public static string Show(double value) => double.IsPositiveInfinity(value) ? "∞" : double.IsNegativeInfinity(value) ? "-∞" : Numbers.Text(value);
}
