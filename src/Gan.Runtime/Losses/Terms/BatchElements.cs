using static TorchSharp.torch;

namespace Gan.Runtime.Losses.Terms;

/// <summary>The numbers e₁…eₙ of a batch by tensor operations in double precision, with their graph: what statistics are of them, and the statistics' derivatives in each.</summary>
internal sealed class BatchElements
{
    private readonly Tensor elements;
    private readonly Tensor? mask;
    private readonly Tensor? count;

    /// <param name="elements">The numbers, of any shape.</param>
    /// <param name="mask">Where one counts, of the same shape; null where all do.</param>
    public BatchElements(Tensor elements, Tensor? mask)
    {
        (this.elements, this.mask) = (elements.to(ScalarType.Float64), mask);
        count = mask?.sum().to(ScalarType.Float64);
    }

    /// <summary>The statistic as a scalar.</summary>
    public Tensor Value(StatisticKind kind) => kind switch
    {
        StatisticKind.Mean => Mean(elements),
        StatisticKind.Sum => Sum(elements),
        StatisticKind.Max => Filled(double.NegativeInfinity).max(),
        StatisticKind.Min => Filled(double.PositiveInfinity).min(),
        StatisticKind.Variance => Variance(),
        StatisticKind.Std => Root(Variance()),
        StatisticKind.LogSumExp => LogSumExp(),
        StatisticKind.LogMeanExp => count is null ? LogSumExp().sub(Math.Log(elements.numel())) : LogSumExp().sub(count.log()),
        _ => Median(),
    };

    /// <summary>The statistic's derivative in each element, 0 where one is masked; it broadcasts to the elements.</summary>
    /// <param name="kind">The statistic.</param>
    /// <param name="value">Its value.</param>
    public Tensor Slopes(StatisticKind kind, Tensor value) => Covered(kind switch
    {
        StatisticKind.Mean => PerCount(ones([], dtype: ScalarType.Float64, device: elements.device)),
        StatisticKind.Sum => ones([], dtype: ScalarType.Float64, device: elements.device),
        StatisticKind.Max or StatisticKind.Min => Shared(value),
        StatisticKind.Variance => PerCount(Centred().mul(2)),
        StatisticKind.Std => PerCount(Centred().div(value.masked_fill(value.eq(0), 1))),
        StatisticKind.LogSumExp => elements.sub(value).exp(),
        StatisticKind.LogMeanExp => PerCount(elements.sub(value).exp()),
        _ => MedianShares(),
    });

    private Tensor Covered(Tensor tensor) => mask is null ? tensor : where(mask, tensor, zeros([], dtype: tensor.dtype, device: tensor.device));

    /// <summary>The elements with a number in the place of what is masked.</summary>
    private Tensor Filled(double number) => mask is null ? elements : elements.masked_fill(mask.logical_not(), number);

    private Tensor Sum(Tensor tensor) => Covered(tensor).sum();

    private Tensor PerCount(Tensor tensor) => count is null ? tensor.div(elements.numel()) : tensor.div(count);

    private Tensor Mean(Tensor tensor) => PerCount(Sum(tensor));

    private Tensor Centred() => elements.sub(Mean(elements));

    private Tensor Variance() => Mean(Centred().square());

    private Tensor LogSumExp() => Filled(double.NegativeInfinity).flatten().logsumexp(0);

    /// <summary>The square root, whose derivative at 0 is 0 and not infinite.</summary>
    private static Tensor Root(Tensor variance)
    {
        var isZero = variance.eq(0);
        return variance.masked_fill(isZero, 1).sqrt().masked_fill(isZero, 0);
    }

    /// <summary>1/k for each of the k elements of a value.</summary>
    private Tensor Shared(Tensor value)
    {
        var equal = Covered(elements.eq(value)).to(ScalarType.Float64);
        return equal.div(equal.sum());
    }

    /// <summary>The elements weighted by the median's derivative in them. A NaN among them stays.</summary>
    private Tensor Median()
    {
        var shares = MedianShares();
        var median = elements.masked_fill(shares.eq(0), 0).mul(shares).sum();
        return median.masked_fill(Covered(elements.isnan()).any(), double.NaN);
    }

    private Tensor MedianShares()
    {
        using var withoutGraph = no_grad();
        var sorted = Filled(double.PositiveInfinity).flatten().sort().Values;
        var length = count?.to(ScalarType.Int64) ?? tensor(elements.numel(), ScalarType.Int64, elements.device);
        return Shared(At(length.sub(1).div(2, RoundingMode.floor))).add(Shared(At(length.div(2, RoundingMode.floor)))).mul(0.5);

        Tensor At(Tensor index) => sorted.index_select(0, index.to(ScalarType.Int64).reshape(1)).squeeze();
    }
}
