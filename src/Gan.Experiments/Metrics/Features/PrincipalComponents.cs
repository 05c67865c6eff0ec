using Gan.Experiments.Data.Batches;
using Gan.Runtime.Checks;
using static TorchSharp.torch;

namespace Gan.Experiments.Metrics.Features;

/// <summary>
/// The projections of samples on the directions in which a data set varies most: <c>(x - μ) V</c>, V the leading eigenvectors of its covariance. For data that no classifier was trained for.
/// </summary>
/// <remarks>
/// They are weak features: they see linear differences of pixels, not what a picture shows, and nothing outside of their directions. Of samples with no more values than components
/// (points of the plane, 8×8 digits) they are a rotation of the values, and lose nothing. The same data, seed and machine give the same features; an eigenvector's sign is arbitrary, and no metric here depends on it.
/// Source: Pearson 1901 (doi 10.1080/14786440109462720).
/// </remarks>
internal sealed class PrincipalComponents : IFeatures
{
    // Above, the matrix of samples is the smaller one.
    private const long LargestCovariance = 1024;

    private readonly long[] shape;
    private readonly Tensor mean;
    private readonly Tensor directions;

    private PrincipalComponents(long[] shape, Tensor mean, Tensor directions) =>
        (this.shape, this.mean, this.directions) = (shape, mean.DetachFromDisposeScope(), directions.DetachFromDisposeScope());

    /// <inheritdoc/>
    public string Name => $"{Size} principal components";

    /// <inheritdoc/>
    public int Size => (int)directions.shape[1];

    /// <summary>Fits them to a data set.</summary>
    /// <param name="data">The data set, at least 2 samples.</param>
    /// <param name="components">How many at most, at least 1. There are no more than a sample has values; of samples with more than 1024 values, no more than the samples read span.</param>
    /// <param name="samples">How many samples are read at most, at least 2.</param>
    /// <param name="seed">Of the choice of samples.</param>
    /// <returns>The features; dispose them.</returns>
    /// <exception cref="ArgumentNullException">There are no data.</exception>
    /// <exception cref="ArgumentException">There are less than 2 samples, all are the same and large, or a number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The data set broke its contract.</exception>
    public static PrincipalComponents Of(GanData data, int components = 64, int samples = 2000, long seed = 0)
    {
        Ranges.NotNull(data, nameof(data));
        Ranges.AtLeastOne(components, nameof(components));
        var count = Math.Min(samples, data.Count);
        if (count < 2)
            throw new ArgumentException($"Principal components need at least 2 samples: {data.Name} has {data.Count}, and {samples} were requested.", nameof(samples));
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var table = SampleChecks.Read(data, new BatchOrder(seed, count, data.Count).At(0)).Samples.flatten(1).to(ScalarType.Float64);
        var mean = table.mean([0]);
        var centred = table.sub(mean);
        var directions = table.shape[1] <= LargestCovariance ? OfCovariance(centred, components) : OfSamples(centred, components);
        return directions.shape[1] > 0
            ? new([.. data.SampleShape], mean, directions)
            : throw new ArgumentException($"{data.Name} does not vary, so it has no principal components.", nameof(data));
    }

    /// <inheritdoc/>
    public Tensor Of(Tensor samples)
    {
        SampleChecks.HaveShape(samples, shape, nameof(samples));
        using var scope = NewDisposeScope();
        return samples.detach().to(CPU).to(ScalarType.Float64).flatten(1).sub(mean).mm(directions).MoveToOuterDisposeScope();
    }

    /// <summary>Frees them.</summary>
    public void Dispose()
    {
        mean.Dispose();
        directions.Dispose();
    }

    private static Tensor OfCovariance(Tensor centred, int components)
    {
        var (_, vectors) = linalg.eigh(centred.t().mm(centred));     // by ascending eigenvalue
        return Last(vectors, components).clone();
    }

    // X Xᵀ u = λ u makes Xᵀ u an eigenvector of Xᵀ X, of length √λ.
    private static Tensor OfSamples(Tensor centred, int components)
    {
        var (values, vectors) = linalg.eigh(centred.mm(centred.t()));
        var (numbers, rounding) = (values.data<double>().ToArray(), 1e-10);
        var rank = numbers.Count(value => value > rounding * numbers[^1]);
        var most = Math.Min(components, rank);
        return centred.t().mm(Last(vectors, most)).div(Last(values.unsqueeze(0), most).sqrt());
    }

    private static Tensor Last(Tensor columns, long count)
    {
        var kept = Math.Min(count, columns.shape[1]);
        return columns.narrow(1, columns.shape[1] - kept, kept);
    }
}
