using Gan.Runtime.Kernels;
using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>A statistic of elements in memory, in double precision.</summary>
/// <param name="Value">The statistic.</param>
/// <param name="Low">The mean of a variance, or the lower middle element of a median.</param>
/// <param name="High">The upper middle element of a median.</param>
internal readonly record struct StatisticNumbers(double Value, double Low = 0, double High = 0);

/// <summary>Statistics of elements in memory, and their derivatives in each element, by passes over vector lanes.</summary>
internal static class StatisticPass
{
    /// <param name="kind">The statistic; sums of elements are summed where they are made.</param>
    /// <param name="elements">The elements and their mask.</param>
    /// <param name="count">How many count.</param>
    /// <param name="type">Their type.</param>
    public static StatisticNumbers Of(StatisticKind kind, in LossMemory elements, long count, ScalarType type) => kind switch
    {
        StatisticKind.Max => new(Greatest(elements, type)),
        StatisticKind.Min => new(type == ScalarType.Float32 ? ElementOrder<float>.Least(elements) : ElementOrder<double>.Least(elements)),
        StatisticKind.Median => Median(elements, type),
        StatisticKind.LogSumExp => new(LogSumExp(elements, type)),
        StatisticKind.LogMeanExp => new(LogSumExp(elements, type) - Math.Log(count)),
        StatisticKind.Variance => Variance(elements, count, type),
        _ => Variance(elements, count, type) is var variance ? variance with { Value = Math.Sqrt(variance.Value) } : default,
    };

    /// <summary>Writes the derivative in each element, times a factor; 0 where one is masked.</summary>
    /// <param name="kind">The statistic.</param>
    /// <param name="elements">The elements and their mask.</param>
    /// <param name="count">How many count.</param>
    /// <param name="numbers">The statistic's value.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="type">The type of the elements and of the shares.</param>
    /// <param name="shares">Where they go: memory of zeros.</param>
    public static void Share(StatisticKind kind, in LossMemory elements, long count, StatisticNumbers numbers, double factor, ScalarType type, nint shares)
    {
        switch (kind)
        {
            case StatisticKind.LogSumExp or StatisticKind.LogMeanExp:
                LossKernel.Run<ShiftedExponential, PlainLogit>(new(numbers.Value), elements with { Gradient = shares, GradientFactor = kind == StatisticKind.LogSumExp ? factor : factor / count }, type);
                break;
            case StatisticKind.Variance or StatisticKind.Std:
                // At a variance of 0 its root has the slope 0.
                var scaled = kind == StatisticKind.Variance ? factor / count : numbers.Value == 0 ? 0 : factor / (2 * count * numbers.Value);
                LossKernel.Run<SquaredDeviation, PlainLogit>(new(numbers.Low), elements with { Gradient = shares, GradientFactor = scaled }, type);
                break;
            case StatisticKind.Median:
                AddShares(elements, numbers.Low, factor / 2, type, shares);
                AddShares(elements, numbers.High, factor / 2, type, shares);
                break;
            default:
                AddShares(elements, numbers.Value, factor, type, shares);
                break;
        }
    }

    private static double Greatest(in LossMemory elements, ScalarType type) => type == ScalarType.Float32 ? ElementOrder<float>.Greatest(elements) : ElementOrder<double>.Greatest(elements);

    private static StatisticNumbers Median(in LossMemory elements, ScalarType type)
        => (type == ScalarType.Float32 ? ElementOrder<float>.Middle(elements) : ElementOrder<double>.Middle(elements)) is var (low, high) ? new((low * 0.5) + (high * 0.5), low, high) : default;

    private static double LogSumExp(in LossMemory elements, ScalarType type)
    {
        var greatest = Greatest(elements, type);
        return double.IsFinite(greatest) ? greatest + Math.Log(LossKernel.Run<ShiftedExponential, PlainLogit>(new(greatest), elements, type).Loss) : greatest;
    }

    private static StatisticNumbers Variance(in LossMemory elements, long count, ScalarType type)
    {
        var mean = LossKernel.Run<LogitItself, PlainLogit>(default, elements, type).Loss / count;
        return new(LossKernel.Run<SquaredDeviation, PlainLogit>(new(mean), elements, type).Loss / count, mean);
    }

    private static void AddShares(in LossMemory elements, double value, double factor, ScalarType type, nint shares)
    {
        if (type == ScalarType.Float32)
            ElementOrder<float>.AddShares(elements, value, factor, shares);
        else
            ElementOrder<double>.AddShares(elements, value, factor, shares);
    }
}
