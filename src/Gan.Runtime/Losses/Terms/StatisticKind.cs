using System.ComponentModel;

namespace Gan.Runtime;

/// <summary>Specifies a statistic of the numbers e₁…eₙ that a formula makes of a batch of logits. Generated code uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum StatisticKind
{
    /// <summary>The mean Σ eᵢ / n.</summary>
    Mean,

    /// <summary>The sum Σ eᵢ.</summary>
    Sum,

    /// <summary>The greatest number. Equal ones share its gradient.</summary>
    Max,

    /// <summary>The least number. Equal ones share its gradient.</summary>
    Min,

    /// <summary>The variance of the batch itself, Σ (eᵢ - mean)² / n.</summary>
    Variance,

    /// <summary>The square root of the variance, with the gradient 0 where it is 0.</summary>
    Std,

    /// <summary>The logarithm log Σ exp(eᵢ), without overflow.</summary>
    LogSumExp,

    /// <summary>The logarithm log(Σ exp(eᵢ) / n), without overflow.</summary>
    LogMeanExp,

    /// <summary>The middle number, or the mean of the two middle ones. Equal ones share its gradient.</summary>
    Median,
}
