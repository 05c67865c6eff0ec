using System.ComponentModel;
using static TorchSharp.torch;

namespace Gan.Runtime;

/// <summary>Holds the value of a statistic: a number for kernels, or a scalar tensor with its graph for tensor operations. Generated code reads it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StatisticValue
{
    private readonly Tensor? tensor;

    internal StatisticValue(double number) => Number = number;

    internal StatisticValue(Tensor tensor) => (Number, this.tensor) = (double.NaN, tensor);

    /// <summary>Gets the value as a number, or NaN if the value is a tensor.</summary>
    public double Number { get; }

    /// <summary>Gets the value as a scalar in double precision, with its graph.</summary>
    /// <exception cref="InvalidOperationException">The value is a number, which only kernels use.</exception>
    public Tensor Tensor => tensor ?? throw new InvalidOperationException("The value of this statistic is a number for kernels: it has no graph.");
}
