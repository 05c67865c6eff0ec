using Gan.Runtime.Checks;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Experiments.Metrics.Measures;

/// <summary>Reads the features that a metric is given: rows of finite numbers, as float64 on the CPU, in the current dispose scope and without a graph.</summary>
internal static class FeatureTable
{
    /// <exception cref="ArgumentException">It is not floating point [n, d] with at least so many rows, or a number is not finite.</exception>
    public static Tensor Read(Tensor? table, string parameterName, long least = 1)
    {
        TensorChecks.Alive(table, parameterName);
        TensorChecks.FloatingPoint(table, parameterName);
        if (table.dim() != 2 || table.shape[0] < least || table.shape[1] < 1)
            throw new ArgumentException($"{parameterName} must be [n, d] with n at least {least} and d at least 1, not {TensorChecks.Shape(table)}.", parameterName);
        var values = table.detach().to(CPU).to(ScalarType.Float64).contiguous();
        var good = values.isfinite().all(1);
        if (!good.all().ToBoolean())
            throw new ArgumentException($"Row {good.to(ScalarType.Int32).argmin().ToInt64()} of {parameterName} contains NaN or an infinity: the network that computed it has diverged.", parameterName);
        return values;
    }

    /// <exception cref="ArgumentException">One of them is not as above, or they are not of one width.</exception>
    public static (Tensor Real, Tensor Generated) Read(Tensor? real, Tensor? generated, long least)
    {
        var (x, y) = (Read(real, nameof(real), least), Read(generated, nameof(generated), least));
        return x.shape[1] == y.shape[1]
            ? (x, y)
            : throw new ArgumentException($"real has {x.shape[1]} features but generated has {y.shape[1]}: use the same features for both.", nameof(generated));
    }

    /// <summary>The share of rows for which something holds.</summary>
    public static double Share(Tensor flags) => flags.to(ScalarType.Float64).mean().ToDouble();
}
