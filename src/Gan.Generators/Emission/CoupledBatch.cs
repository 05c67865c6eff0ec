using Gan.Generators.Oracle;

namespace Gan.Generators.Emission;

/// <summary>A coupled loss of some logits and its derivatives in each, from what the losses of single logits have to be.</summary>
internal sealed record CoupledBatch(double Value, IReadOnlyList<double> RealSlopes, IReadOnlyList<double> FakeSlopes)
{
    /// <summary>1/n Σ φ(yᵢ - xᵢ).</summary>
    public static CoupledBatch OfPair(LossOracle loss, double[] real, double[] fake)
    {
        var points = fake.Zip(real, (y, x) => loss.At(y - x)).ToArray();
        double[] slopes = [.. points.Select(point => point.Slope / real.Length)];
        return new(points.Average(static point => point.Value), [.. slopes.Select(static s => -s)], slopes);
    }

    /// <summary>1/n Σ φ(xᵢ - ȳ) + 1/m Σ χ(yⱼ - x̄).</summary>
    public static CoupledBatch OfAverage(LossOracle ofReal, LossOracle ofFake, double[] real, double[] fake)
    {
        var (realMean, fakeMean) = (real.Average(), fake.Average());
        var ofEachReal = real.Select(x => ofReal.At(x - fakeMean)).ToArray();
        var ofEachFake = fake.Select(y => ofFake.At(y - realMean)).ToArray();
        return new(
            ofEachReal.Average(static point => point.Value) + ofEachFake.Average(static point => point.Value),
            [.. ofEachReal.Select(point => (point.Slope - ofEachFake.Average(static other => other.Slope)) / real.Length)],
            [.. ofEachFake.Select(point => (point.Slope - ofEachReal.Average(static other => other.Slope)) / fake.Length)]);
    }
}
